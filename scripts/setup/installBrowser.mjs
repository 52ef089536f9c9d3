import { readFile } from 'node:fs/promises';
import { findBrowser, installCommand } from './browser.mjs';
import { Refusal, say, seconds } from './say.mjs';
import { runQuietly } from './spawn.mjs';

/** The browser the tests run in; installed where that can be done without asking. @returns {Promise<string>} */
export async function browserForTests() {
  const found = findBrowser();
  if (found) return found;
  if (!(await isDebianAsRoot())) {
    throw new Refusal(
      `The host and user-interface tests need Chromium, Chrome or Edge, and none was found. Install one: ${installCommand()}`,
    );
  }
  const started = Date.now();
  say('Installing Chromium …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runQuietly('Updating the list of packages', 'apt-get', ['update', '-qq'], options);
  // The fonts show emoji and the world's scripts as what they are in screenshots.
  const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji', 'fonts-droid-fallback'];
  await runQuietly('Installing Chromium', 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
  const installed = findBrowser();
  if (!installed) throw new Refusal('Chromium was installed, but cannot be found on the PATH.');
  say(`Chromium installed (${seconds(started)}).`);
  return installed;
}

async function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    const release = await readFile('/etc/os-release', 'utf8');
    // Ubuntu's chromium package is a pointer to a snap, which a container cannot run.
    return /^ID="?debian"?$/m.test(release);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false;
    throw error;
  }
}
