import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from '../run/children.mjs';
import { linkExtension } from '../run/extension.mjs';
import { serve } from '../run/serve.mjs';
import { quietSettings, writeSettings } from '../run/settings.mjs';
import { browserSwitches, findBrowser, installCommand } from '../setup/browser.mjs';
import { hasDisplay } from '../setup/desktop.mjs';
import { cache } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { demoAccount, opening } from './demo.mjs';

/** Kept from start to start, so that settings and sign-ins are. */
const profile = join(cache, 'start-served');
const preferredPort = 7437;

/** @param {string} code the server's folder */
export async function openServed(code) {
  const extensionsDir = join(profile, 'extensions');
  const dataDir = join(profile, 'server');
  await mkdir(profile, { recursive: true });
  await linkExtension(extensionsDir);
  await linkExtension(extensionsDir, opening);
  await writeSettings(dataDir, quietSettings);
  const served = await serve({ code, dataDir, extensionsDir, env: demoAccount, port: preferredPort, key: await secretKey() });
  const address = `http://${served.authority}/?ew=true`;
  const browser = openBrowser(address);
  return {
    where: `Pipedrive Explorer is open at ${address}`,
    // Closing the window ends nothing: the address can be opened again.
    ended: served.died,
    async end() {
      await browser?.end();
      await served.end();
    },
  };
}

/** @param {string} address */
function openBrowser(address) {
  const executable = findBrowser();
  if (!executable) return void say(`No Chromium, Chrome or Edge was found to open it in. Install one: ${installCommand()}`);
  if (!hasDisplay())
    return void say('There is no display here for a browser; open the address from one that reaches this machine.');
  // `--test-type` hides the bar that warns of the switches before it.
  const switches = [
    ...browserSwitches,
    '--no-default-browser-check',
    '--test-type',
    `--user-data-dir=${join(profile, 'browser')}`,
  ];
  return startChild(executable, [...switches, `--app=${address}`], { stdio: 'ignore' });
}

/** Half of the key that the window's secrets are kept with; the other half stays in the browser. */
async function secretKey() {
  const file = join(profile, 'mint-key');
  try {
    await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  return readFile(file);
}
