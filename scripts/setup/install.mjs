import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';
import { say, seconds } from './say.mjs';
import { runQuietly } from './spawn.mjs';

/** Installs what package-lock.json lists, where node_modules holds anything else. */
export async function installDependencies() {
  if (await isInstalled()) return;
  await withLock('install', async () => {
    if (await isInstalled()) return;
    const started = Date.now();
    say('Installing the dependencies …');
    const { command, args, shell } = npm();
    await runQuietly('Installing the dependencies', command, [...args, 'ci', '--no-audit', '--no-fund'], { cwd: root, shell });
    say(`Dependencies installed (${seconds(started)}).`);
  });
}

/**
 * npm writes node_modules/.package-lock.json last of all, so a killed install has none. Contents are
 * compared and not times, which a git checkout sets as it likes.
 */
async function isInstalled() {
  const wanted = await packagesIn(join(root, 'package-lock.json'));
  const found = await packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = found[path];
    return there ? there.version === entry.version : entry.optional === true;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean }} LockEntry
 * @param {string} file
 * @returns {Promise<Record<string, LockEntry> | undefined>}
 */
async function packagesIn(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
