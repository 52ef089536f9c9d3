import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * npm as a command and its first arguments. Under `npm start` npm says where it is;
 * otherwise it lies beside Node, or on the PATH.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npm() {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = process.env['npm_execpath'] ?? beside;
  if (script.endsWith('npm-cli.js') && existsSync(script)) {
    return { command: process.execPath, args: [script], shell: false };
  }
  // On Windows npm is a .cmd file, which only a shell runs.
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
