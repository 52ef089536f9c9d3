import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Refusal } from './say.mjs';

/** The first Node that strips types without a flag; the tests are run that way. VS Code's server needs 22. */
const needed = { major: 22, minor: 18 };

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > needed.major || (major === needed.major && minor >= needed.minor);
}

/**
 * The Node to work with: this one, else the one that came with the dependencies.
 * @param {{ version?: string, platform?: string }} [machine] this one, unless a test says otherwise
 * @returns {string}
 */
export function suitableNode({ version = process.versions.node, platform = process.platform } = {}) {
  if (isNewEnough(version)) return process.execPath;
  // Straight to the file: the link in .bin is a .cmd on some systems, and one more process on others.
  const own = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(own)) return own;
  throw new Refusal(
    `Pipedrive Explorer is built with Node ${needed.major}.${needed.minor} or newer, and this is Node ${version}. ` +
      'Install a current Node from nodejs.org and run the command again.',
  );
}
