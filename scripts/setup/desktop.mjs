import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.mjs';
import { say } from './say.mjs';

const memory = join(cache, 'desktop-unreachable.json');
const rememberFor = 24 * 60 * 60 * 1000;
const patience = 5000;

/**
 * Desktop VS Code, downloaded once. Undefined where there is no display to show it, or where its download
 * cannot be reached; the latter is remembered for a day, so that the next run does not wait for it again.
 * @returns {Promise<string | undefined>} its executable
 */
export async function desktopVSCode() {
  const choice = process.env['PIPEDRIVE_EXPLORER_VSCODE'];
  if (choice === 'served' || !hasDisplay() || (choice !== 'desktop' && (await failedLately()))) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: cache,
      timeout: patience,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    if (choice === 'desktop') throw error;
    say(`Desktop VS Code cannot be downloaded here (${error instanceof Error ? error.message : error}); using the served one.`);
    await mkdir(cache, { recursive: true });
    await writeFile(memory, JSON.stringify({ at: Date.now() }));
    return undefined;
  }
}

/** Electron does not start without a display; only Linux lacks one. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function failedLately() {
  try {
    return Date.now() - JSON.parse(await readFile(memory, 'utf8')).at < rememberFor;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT' || error instanceof SyntaxError) return false;
    throw error;
  }
}
