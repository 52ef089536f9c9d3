import { readlink, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runQuietly } from '../setup/spawn.mjs';

/**
 * @param {string} folder
 * @returns {Promise<{ id: string, version: string }>}
 */
async function manifest(folder) {
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return { id: `${publisher}.${name}`, version };
}

/**
 * Brings a folder in as an extension, as it is while being worked on: the checkout itself, if no other is named.
 * @param {string} extensionsDir
 * @param {string} [folder]
 */
export async function linkExtension(extensionsDir, folder = root) {
  const { id, version } = await manifest(folder);
  await mkdir(extensionsDir, { recursive: true });
  const link = join(extensionsDir, `${id}-${version}`);
  if ((await target(link)) === folder) return;
  await rm(link, { recursive: true, force: true });
  await symlink(folder, link, 'junction');
  // VS Code's list of what is installed, which it makes again of the folders that it finds.
  await rm(join(extensionsDir, 'extensions.json'), { force: true });
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
