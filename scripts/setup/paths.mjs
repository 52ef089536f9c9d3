import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where everything lives that can be made again: copies of VS Code, profiles, locks. */
export const cache = join(root, '.vscode-test');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Where tests leave what a person may want to look at: screenshots, logs. */
export const testResults = join(root, 'test-results');
