import { getL10nJson } from '@vscode/l10n-dev';
import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

/**
 * Every text that the source hands to `l10n.t`, by itself; the sandbox speaks for Pipedrive and is not translated.
 * @returns {Promise<Record<string, string>>}
 */
export async function extracted() {
  const files = globSync('src/**/*.ts', { cwd: inRoot() }).filter((path) => !/^src[\\/]sandbox/.test(path));
  const contents = await Promise.all(files.map((path) => readFile(inRoot(path), 'utf8')));
  const found = await getL10nJson(
    contents.filter((text) => text.includes('l10n.t(')).map((text) => ({ extension: '.ts', contents: text })),
  );
  const keys = Object.keys(found).toSorted((a, b) => (a < b ? -1 : 1));
  // A text with a comment, which tells two meanings apart, has both in its key.
  return Object.fromEntries(
    keys.map((key) => {
      const text = found[key];
      return [key, typeof text === 'object' ? text.message : key];
    }),
  );
}

/** A bundle as it is kept: one text a line. @param {Record<string, string>} words */
export const spelled = (words) => `${JSON.stringify(words, undefined, 2)}\n`;
