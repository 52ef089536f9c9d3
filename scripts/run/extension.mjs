import { readlink, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot, root } from '../setup/paths.mjs';
import { runQuietly } from '../setup/spawn.mjs';

/** @returns {Promise<{ id: string, version: string }>} */
async function manifest() {
  const { publisher, name, version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  return { id: `${publisher}.${name}`, version };
}

/**
 * Brings the checkout itself in as an extension, as it is while being worked on.
 * @param {string} extensionsDir
 */
export async function linkExtension(extensionsDir) {
  const { id, version } = await manifest();
  await mkdir(extensionsDir, { recursive: true });
  const link = join(extensionsDir, `${id}-${version}`);
  if ((await target(link)) === root) return;
  await rm(link, { recursive: true, force: true });
  await symlink(root, link, 'junction');
}

/** @param {string} link */
async function target(link) {
  try {
    return await readlink(link);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Installs a package as a user would.
 * @param {{ code: string, dataDir: string, extensionsDir: string, vsix: string }} options
 */
export async function installExtension({ code, dataDir, extensionsDir, vsix }) {
  await runQuietly(
    'Installing the extension',
    process.execPath,
    [
      join(code, 'out', 'server-main.js'),
      ...['--accept-server-license-terms', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
      ...['--install-extension', vsix, '--force'],
    ],
    { env: { ...process.env, EXTENSIONS_GALLERY: '{}' } },
  );
}
