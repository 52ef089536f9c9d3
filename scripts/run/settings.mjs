import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a run of VS Code starts from: no welcome, no assistant, no saving by itself, no question of trust. */
export const quietSettings = {
  // In a browser VS Code saves by itself unless told otherwise.
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

/**
 * Writes a user's settings, unless the user has some already.
 * @param {string} dataDir the server's data folder
 * @param {Record<string, unknown>} settings
 * @param {'User' | 'Machine'} whose those of scope `machine` are the machine's in a served window
 */
export async function writeSettings(dataDir, settings, whose = 'User') {
  const file = join(dataDir, 'data', whose, 'settings.json');
  if (await exists(file)) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** @param {string} file */
async function exists(file) {
  try {
    await readFile(file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false;
    throw error;
  }
}
