import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inRoot } from '../setup/paths.mjs';

const literal = String.raw`'((?:\\.|[^'\\])*)'`;
/** A call: by a text alone, or with a comment that tells it from another of the same words. */
const call = new RegExp(
  String.raw`\bl10n\.t\((?:\s*${literal}|\{\s*message: ${literal}[^}]*?comment: \[\s*${literal}\s*\])`,
  'g',
);
const calls = /\bl10n\.t\(/g;

/** What a literal says. @param {string} inside */
const said = (inside) => JSON.parse(`"${inside.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`);

/** @param {string} path @returns {Promise<[key: string, text: string][]>} */
async function textsIn(path) {
  const source = await readFile(inRoot(path), 'utf8');
  const found = [...source.matchAll(call)];
  if (found.length !== [...source.matchAll(calls)].length)
    throw new Error(`${path} hands something to l10n.t that is no literal text.`);
  return found.map(([, plain, message, comment]) => {
    const text = said(plain ?? message ?? '');
    // A text with a comment, which tells two meanings apart, has both in its key.
    return [comment === undefined ? text : `${text}/${said(comment)}`, text];
  });
}

/**
 * Every text that the source hands to `l10n.t`, by itself; the sandbox speaks for Pipedrive and is not translated.
 * @returns {Promise<Record<string, string>>}
 */
export async function extracted() {
  const files = globSync('src/**/*.ts', { cwd: inRoot() }).filter((path) => !/^src[\\/]sandbox/.test(path));
  const texts = (await Promise.all(files.map(textsIn))).flat();
  return Object.fromEntries(texts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A bundle as it is kept: one text a line. @param {Record<string, string>} words */
export const spelled = (words) => `${JSON.stringify(words, undefined, 2)}\n`;
