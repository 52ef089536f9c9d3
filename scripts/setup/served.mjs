import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { cache } from './paths.mjs';
import { replaceNativeParts } from './replacements.mjs';
import { say, seconds } from './say.mjs';
import { runQuietly } from './spawn.mjs';

/** The npm package that carries a whole VS Code, 1.139.1: workbench, server and extension host. */
const version = '4.139.1';

/**
 * A VS Code to be served to a browser, made from the npm registry.
 * @returns {Promise<string>} the folder of its server
 */
export async function servedVSCode() {
  const place = join(cache, `code-server-${version}`);
  if (!existsSync(place)) await withLock('served', () => (existsSync(place) ? Promise.resolve() : make(place)));
  return join(place, 'package', 'lib', 'vscode');
}

/**
 * Made under another name and renamed when it is whole, so that a killed set-up leaves nothing that counts.
 * @param {string} place
 */
async function make(place) {
  const started = Date.now();
  say('Getting VS Code from the npm registry (about 450 MB unpacked) …');
  await removeAbandoned();
  const draft = `${place}.${process.pid}.part`;
  await mkdir(draft, { recursive: true });
  const { command, args, shell } = npm();
  await runQuietly('Getting VS Code', command, [...args, 'pack', `code-server@${version}`, '--silent'], { cwd: draft, shell });
  const archive = `code-server-${version}.tgz`;
  await runQuietly('Unpacking VS Code', 'tar', ['-xzf', archive], { cwd: draft });
  await rm(join(draft, archive));
  const server = join(draft, 'package', 'lib', 'vscode');
  // Not `npm ci`: the package's lock is out of step with it. Native modules stay unbuilt; it runs without them.
  const install = ['install', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runQuietly("Installing VS Code's dependencies", command, [...args, ...install], { cwd: server, shell });
  await replaceNativeParts(server);
  await rename(draft, place);
  say(`VS Code ready (${seconds(started)}).`);
}

/** Drafts whose maker was killed. */
async function removeAbandoned() {
  for (const name of await readdir(cache)) {
    const pid = /^code-server-.*\.(\d+)\.part$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(cache, name), { recursive: true, force: true });
  }
}
