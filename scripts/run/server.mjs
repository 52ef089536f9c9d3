import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';
import { privateSocket } from './socket.mjs';

const preload = fileURLToPath(new URL('./endWithParent.cjs', import.meta.url));

/**
 * @typedef {object} ServerOptions
 * @property {string} code the server's folder
 * @property {string} dataDir
 * @property {string} extensionsDir
 * @property {readonly string[]} [args] further arguments
 * @property {NodeJS.ProcessEnv} [env] over this process's environment; reaches the extension host
 */

/**
 * Starts VS Code's own server on a socket that only this user reaches, so that it needs no token.
 * @param {ServerOptions} options
 */
export async function startServer({ code, dataDir, extensionsDir, args = [], env = {} }) {
  const { socketPath, remove } = await privateSocket();
  const started = startChild(
    process.execPath,
    [
      '--require',
      preload,
      join(code, 'out', 'server-main.js'),
      ...['--socket-path', socketPath, '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--telemetry-level', 'off'],
      // The environment is the one given here; asking a login shell for its own takes a second.
      ...['--reconnection-grace-time', '5', '--force-disable-user-env'],
      ...args,
    ],
    { env: cleaned(env), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = collect(started.child);
  const end = async () => {
    await started.end();
    await remove();
  };
  try {
    await output.until(/Extension host agent listening on /, 60_000);
  } catch (error) {
    await end();
    throw error;
  }
  return { socketPath, ended: started.ended, end, output: () => output.text() };
}

/**
 * npm's own variables and Node's switches are about this process, not about VS Code's.
 * @param {NodeJS.ProcessEnv} extra
 * @returns {NodeJS.ProcessEnv}
 */
function cleaned(extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS$|VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}', ...extra };
}

/** @param {import('node:child_process').ChildProcess} child */
function collect(child) {
  let text = '';
  /** @type {(() => void)[]} */
  const watchers = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
      for (const watcher of watchers) watcher();
    });
  }
  return {
    text: () => text,
    /** @param {RegExp} pattern @param {number} patience @returns {Promise<void>} */
    until: (pattern, patience) =>
      new Promise((resolve, reject) => {
        const fail = (/** @type {string} */ why) => reject(new Error(`VS Code's server ${why}:\n${text}`));
        const timer = setTimeout(() => fail(`said nothing of ${pattern} in ${patience} ms`), patience);
        const look = () => {
          if (!pattern.test(text)) return;
          clearTimeout(timer);
          resolve();
        };
        watchers.push(look);
        child.on('error', (error) => fail(`did not start: ${error.message}`));
        child.on('close', (code) => fail(`ended with ${code}`));
      }),
  };
}
