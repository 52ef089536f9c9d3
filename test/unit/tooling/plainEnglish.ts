import { globSync, readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

/** Rooms and files in which English is no word of ours to a person. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^src.sandbox/, 'speaks for Pipedrive'],
  [/^src.surfaces.tools/, 'what language models are told; what a person is asked there goes by the walk'],
  [/operationTable\.ts$/, 'the names of parameters'],
  [/wires.decode\.ts$/, 'what the log is told of an answer'],
  [/\.styles\.ts$/, 'styles'],
];

/** Literals of several words that no person reads. */
const unread: ReadonlySet<string> = new Set([
  // What Pipedrive answers, and what addresses begin with.
  ...[
    'Scope and URL mismatch',
    'admin billing contact hello help info kontakt mail office postmaster reception sales service support team',
  ],
  // Which menu a row has.
  ...['related choices', 'attached file', 'attached card'],
  // What the log calls something that was done.
  'open what is behind a number',
]);

const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const literals = /'((?:[^'\\\n]|\\.)+)'/g;
const severalWords = /^(?![.)]).*\p{L}{2,} \p{Ll}{2,}/u;
/** What stands before a literal that is for developers: an error of theirs, the log, what tells two texts apart. */
const told = /(?:Error\(|logProblem\([^()]*|comment: \[)\s*$/;
/** A node of text in a page, and what is read aloud or shown of an element. */
const inPages = [/>([^<>`=(){}$]*\p{L}{2}[^<>`=(){}$]*)<\//gu, /(?:aria-label|title|placeholder|alt)="([^"$]*\p{L}{2}[^"$]*)"/gu];

/** Literals that read like words to a person and are none of the texts that are translated, each with its file. */
export function plainEnglish(texts: ReadonlySet<string>): readonly string[] {
  return globSync('src/**/*.ts', { cwd: inRoot() })
    .filter((path) => !elsewhere.some(([pattern]) => pattern.test(path)))
    .flatMap((path) => {
      const source = readFileSync(inRoot(path), 'utf8').replaceAll(comments, '');
      const sentences = [...source.matchAll(literals)].filter(
        ({ index, 1: text = '' }) =>
          severalWords.test(text) && !texts.has(text) && !unread.has(text) && !told.test(source.slice(0, index).slice(-80)),
      );
      const shown = inPages.flatMap((pattern) => [...source.matchAll(pattern)]).filter(({ 1: text }) => text !== 'Pipedrive');
      return [...sentences, ...shown].map(({ 1: text }) => `${path}: ${text}`);
    });
}
