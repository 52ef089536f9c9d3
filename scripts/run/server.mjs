import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';

const preload = fileURLToPath(new URL('./endWithParent.cjs', import.meta.url));

/**
 * @typedef {object} ServerOptions
 * @property {string} code the server's folder
 * @property {string} dataDir
 * @property {string} extensionsDir
 * @property {readonly string[]} [args] further arguments
 * @property {NodeJS.ProcessEnv} [env] over this process's environment; reaches the extension host
 * @property {number} [port] any free one by default
 */

/**
 * Starts VS Code's own server on loopback.
 * @param {ServerOptions} options
 */
export async function startServer({ code, dataDir, extensionsDir, args = [], env = {}, port = 0 }) {
  const started = startChild(
    process.execPath,
    [
      '--require',
      preload,
      join(code, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--telemetry-level', 'off'],
      // The environment is the one given here; asking a login shell for its own takes a second.
      ...['--reconnection-grace-time', '5', '--force-disable-user-env'],
      ...args,
    ],
    { env: cleaned(env), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = collect(started.child);
  const listening = await output.until(/Extension host agent listening on (\d+)/, 60_000);
  return { ...started, port: Number(listening[1]), output: () => output.text() };
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
    /** @param {RegExp} pattern @param {number} patience @returns {Promise<RegExpExecArray>} */
    until: (pattern, patience) =>
      new Promise((resolve, reject) => {
        const fail = (/** @type {string} */ why) => reject(new Error(`VS Code's server ${why}:\n${text}`));
        const timer = setTimeout(() => fail(`said nothing of ${pattern} in ${patience} ms`), patience);
        const look = () => {
          const found = pattern.exec(text);
          if (found) resolve(found);
          if (found) clearTimeout(timer);
        };
        watchers.push(look);
        child.on('error', (error) => fail(`did not start: ${error.message}`));
        child.on('close', (code) => fail(`ended with ${code}`));
      }),
  };
}
