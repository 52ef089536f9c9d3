import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes certificates; not every machine has it. */
export const openssl = 'openssl';

/** Where a run of the host tests finds the folder of `makeAuthority`. */
export const authorityVariable = 'PIPEDRIVE_EXPLORER_AUTHORITY';

/**
 * Makes a certificate authority that nobody else trusts, as companies have them, and a certificate of it for
 * Pipedrive's addresses: `ca.pem`, `site.pem` and `site.key` in the folder.
 * @param {string} folder
 * @returns {Promise<boolean>} whether this machine can
 */
export async function makeAuthority(folder) {
  if (spawnSync(openssl, ['version'], { stdio: 'ignore' }).status !== 0) return false;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'site.ext'), 'subjectAltName=DNS:*.pipedrive.com,IP:127.0.0.1\n');
  const run = (/** @type {string[]} */ ...args) => execFileSync(openssl, args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority');
  run('req', ...key, '-keyout', 'site.key', '-out', 'site.csr', '-subj', '/CN=pipedrive.com');
  run(
    ...['x509', '-req', '-in', 'site.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-out', 'site.pem', '-days', '2', '-extfile', 'site.ext'],
  );
  return true;
}
