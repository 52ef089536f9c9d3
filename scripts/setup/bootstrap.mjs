import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { installDependencies } from './install.mjs';
import { isNewEnough, suitableNode } from './node.mjs';
import { report } from './say.mjs';

/**
 * Installs the dependencies and sees to a Node that is new enough: where this one is not, the command runs again in
 * another, and this process ends as that one did. This file and what it imports must run on Node 20 with nothing installed.
 */
export async function ready() {
  await installDependencies();
  const node = suitableNode();
  // Tools started further down find this Node first.
  process.env['PATH'] = `${dirname(node)}${delimiter}${process.env['PATH']}`;
  if (!isNewEnough(process.versions.node)) process.exit(await again(node));
}

/**
 * Runs a module's `main(args)` when all is ready, and ends this process with its exit code.
 * @param {URL} module
 */
export async function bootstrap(module) {
  try {
    await ready();
    const { main } = await import(module.href);
    process.exit(await main(process.argv.slice(2)));
  } catch (error) {
    process.exit(report(error));
  }
}

/**
 * Runs this very command again with another Node.
 * @param {string} node
 * @returns {Promise<number>}
 */
function again(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // A terminal sends Ctrl+C to both; a signal sent to this process alone has to be handed on.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
