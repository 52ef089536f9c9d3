import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { root } from '../setup/paths.mjs';
import { join } from 'node:path';

/**
 * @typedef {object} Choice
 * @property {string[]} files the test files to run
 * @property {string} [grep] the titles to run, where not all
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} [files] a pattern of test files; a suite without is a set of checks
 * @property {(choice: Choice) => Promise<import('./result.mjs').Result>} run
 */

/**
 * Suites by name; any other word is part of a test file's path, or else of tests' titles.
 * @param {readonly Suite[]} suites
 * @param {readonly string[]} args
 */
export async function choose(suites, args) {
  const named = suites.filter(({ name }) => args.includes(name));
  const word = args.filter((arg) => !suites.some(({ name }) => name === arg)).join(' ');
  const chosen = [];
  for (const suite of named.length > 0 ? named : suites) {
    const choice = await narrow(suite, word);
    if (choice) chosen.push({ suite, choice });
  }
  return chosen;
}

/**
 * @param {Suite} suite
 * @param {string} word
 * @returns {Promise<Choice | undefined>} undefined where nothing of the suite matches
 */
async function narrow(suite, word) {
  if (!suite.files) return word ? undefined : { files: [] };
  const files = [];
  for await (const file of glob(suite.files, { cwd: root })) files.push(file);
  files.sort();
  if (!word) return { files };
  const byPath = files.filter((file) => file.includes(word));
  if (byPath.length > 0) return { files: byPath };
  const byText = files.filter((file) => readFileSync(join(root, file), 'utf8').includes(word));
  return byText.length > 0 ? { files: byText, grep: word } : undefined;
}
