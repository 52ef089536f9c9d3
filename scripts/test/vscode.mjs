#!/usr/bin/env node
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedToEnd } from '../run/askedToEnd.mjs';
import { serve } from '../run/serve.mjs';
import { quietSettings, writeSettings } from '../run/settings.mjs';
import { testResults } from '../setup/paths.mjs';
import { authorityVariable, makeAuthority } from './authority.mjs';
import { storageIn, storageVariable } from './storage.mjs';
import { openForTests } from './page.mjs';

/** A run that hangs is ended; the whole suite takes a fraction of this. */
const limit = 25 * 60_000;

const argument = (/** @type {string} */ name) => {
  const found = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  if (!found) throw new Error(`--${name}=… is missing.`);
  return found.slice(name.length + 3);
};
const variable = (/** @type {string} */ name) => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment lacks ${name}.`);
  return value;
};

/** @param {string} scratch */
async function tests(scratch) {
  await mkdir(testResults, { recursive: true });
  const dataDir = join(scratch, 'server');
  await writeSettings(dataDir, quietSettings);
  const served = await serve({
    code: variable('PIPEDRIVE_EXPLORER_SERVER'),
    dataDir,
    extensionsDir: join(scratch, 'extensions'),
    args: ['--enable-smoke-test-driver'],
    key: Buffer.alloc(32, 7),
    env: { ...(await ownAuthority(join(scratch, 'authority'))), [storageVariable]: storageIn(dataDir) },
  });
  try {
    return await inPage(served);
  } finally {
    await served.end();
  }
}

/**
 * What makes a machine's certificates of an authority of our own, as a company installs it.
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function ownAuthority(folder) {
  return (await makeAuthority(folder)) ? { [authorityVariable]: folder, SSL_CERT_FILE: join(folder, 'ca.pem') } : {};
}

/** @param {Awaited<ReturnType<typeof serve>>} served */
async function inPage({ authority, died }) {
  const page = await openForTests({
    authority,
    browser: variable('PIPEDRIVE_EXPLORER_BROWSER'),
    developmentPath: argument('extensionDevelopmentPath'),
    testsPath: argument('extensionTestsPath'),
    // Tests' own console output is in there too.
    logFile: join(testResults, 'host-workbench.log'),
  });
  try {
    return await Promise.race([
      page.exit,
      died,
      new Promise((_, reject) =>
        setTimeout(() => reject(new Error(`The tests did not end within ${limit / 60_000} minutes.`)), limit).unref(),
      ),
      askedToEnd().then(() => 130),
    ]);
  } finally {
    await page.close();
  }
}

const scratch = await mkdtemp(join(tmpdir(), 'pipedrive-explorer-host-'));
try {
  process.exitCode = await tests(scratch);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
