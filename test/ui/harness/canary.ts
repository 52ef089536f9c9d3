import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { filesBelow } from './files.ts';

/** The token that every company of the tests has, so that it is known wherever it turns up. */
export const token = 'ui-test-token-0123456789abcdef';

/** The demo account's token, which nobody outside its extension host knows, has this look. */
const demoToken = /\b[0-9a-f]{64}\b/;

/** Watches all that passes between frames and all that is shown; what holds the token is told in the list. */
export async function watchPages(context: BrowserContext): Promise<readonly string[]> {
  const found: string[] = [];
  await context.exposeBinding('tokenWasSeen', (_source, where: string) => void found.push(where));
  await context.addInitScript(`(${watch})(${JSON.stringify(token)})`);
  return found;
}

/** Runs in every frame. A string, because the tests' types know no page. */
const watch = `(token) => {
  const tell = globalThis.tokenWasSeen;
  const words = (key, value) => (ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? undefined : value);
  const text = (data) => {
    try {
      return JSON.stringify(data, words) ?? '';
    } catch {
      return String(data);
    }
  };
  addEventListener('message', ({ data }) => void (text(data).includes(token) && tell('a message to ' + location.href)), true);
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes)
      for (const node of type === 'characterData' ? [target] : addedNodes)
        if (node.textContent?.includes(token)) tell('the page ' + location.href);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}`;

/**
 * Files that hold the token in plain text, of all that a window left: settings, storage, backups, documents, logs, and
 * what the browser keeps.
 *
 * @param folders of the window's data, each with all below
 */
export async function filesWithToken(...folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) if (await holdsToken(file)) found.push(relative(join(folder, '..'), file));
  }
  return found;
}

async function holdsToken(file: string): Promise<boolean> {
  const bytes = await readIfThere(file);
  if (!bytes) return false;
  if (bytes.includes(token) || bytes.includes(Buffer.from(token, 'utf16le'))) return true;
  return isOurs(file) && demoToken.test(bytes.toString('latin1'));
}

/** Locks are taken away while their window ends: what is gone is not kept. */
async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** VS Code's own files hold hashes of that look. */
const isOurs = (file: string): boolean => /pipedrive-explorer|[/\\]pipedrive[/\\]/.test(file);
