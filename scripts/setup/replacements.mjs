import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Two parts of VS Code's server are native and not built here. Without the first it logs nothing, the
 * extension's own channel included; without the second each start prints a stack trace.
 * @param {string} server
 */
export async function replaceNativeParts(server) {
  await replace('spdlog', 'spdlog.cjs');
  await replace('native-watchdog', 'watchdog.cjs');

  /** @param {string} part @param {string} file */
  async function replace(part, file) {
    const source = new URL(`./replacements/${file}`, import.meta.url);
    await copyFile(source, join(server, 'node_modules', '@vscode', part, 'index.js'));
  }
}
