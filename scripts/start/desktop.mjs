import { join } from 'node:path';
import { startChild } from '../run/children.mjs';
import { cache, root } from '../setup/paths.mjs';
import { demoAccount, opening } from './demo.mjs';

/**
 * @param {string} executable
 */
export async function openDesktop(executable) {
  const profile = join(cache, 'start-desktop');
  const args = [
    `--extensionDevelopmentPath=${root}`,
    `--extensionDevelopmentPath=${opening}`,
    `--user-data-dir=${join(profile, 'data')}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    '--new-window',
    '--skip-welcome',
    '--disable-workspace-trust',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const started = startChild(executable, args, { env: { ...process.env, ...demoAccount }, stdio: 'ignore' });
  return { where: 'Pipedrive Explorer is open in VS Code', ended: started.ended.then(() => undefined), end: started.end };
}
