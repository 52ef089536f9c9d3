import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeAuthority, openssl } from '../../../scripts/test/authority.mjs';
import { openTunnel, type Tunnel } from '../../support/tunnel.ts';
import { skipFor } from '../skip.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('proxiedCall.ts', import.meta.url));

describe('a proxy and an authority of the company’s own', function () {
  this.timeout(30_000);
  let folder: string;
  let ca: string;
  let tunnel: Tunnel;

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), 'proxy-'));
    if (!(await makeAuthority(folder))) skipFor(this, `there is no ${openssl} to make certificates with`);
    ca = join(folder, 'ca.pem');
    tunnel = await openTunnel(folder, (_, response) => {
      response.end(JSON.stringify({ success: true, data: { id: 1, name: 'Ann', company_domain: 'acme' } }));
    });
  });
  after(async () => {
    tunnel?.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => tunnel.connects.splice(0));

  /** Of this process's environment nothing that names another proxy. */
  const ask = async (environment: Record<string, string>, address = 'https://acme.pipedrive.com'): Promise<string> => {
    const plain = Object.entries(process.env).filter(([key]) => !/proxy|^NODE_EXTRA_CA/i.test(key));
    const { stdout } = await run(process.execPath, [child, address], { env: { ...Object.fromEntries(plain), ...environment } });
    return stdout;
  };

  it('are used, by a tunnel that ends at Pipedrive', async () => {
    assert.equal(await ask({ HTTPS_PROXY: tunnel.url, NODE_EXTRA_CA_CERTS: ca }), 'acme');
    assert.deepEqual(tunnel.connects, ['acme.pipedrive.com:443']);
  });

  it('are no reason to trust anyone else', async () => {
    assert.equal(await ask({ HTTPS_PROXY: tunnel.url }), 'fault unreachable');
    assert.equal(tunnel.connects.length, 1);
  });

  it('are passed by where NO_PROXY says so', async () => {
    const environment = { HTTPS_PROXY: tunnel.url, NODE_EXTRA_CA_CERTS: ca };
    const address = `https://127.0.0.1:${tunnel.sitePort}`;
    assert.equal(await ask({ ...environment, NO_PROXY: '127.0.0.1' }, address), 'acme');
    assert.deepEqual(tunnel.connects, []);
  });
});
