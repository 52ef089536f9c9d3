import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createProxy, type Server } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { skipFor } from '../skip.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('proxiedCall.ts', import.meta.url));

/** Makes certificates; not every machine has it. */
const tool = 'openssl';

/** A certificate authority of our own, and a certificate of it for a company's address. */
async function certificates(folder: string): Promise<{ ca: string; key: Buffer; cert: Buffer }> {
  const openssl = (...args: string[]): unknown => execFileSync(tool, args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority');
  openssl('req', ...key, '-keyout', 'site.key', '-out', 'site.csr', '-subj', '/CN=acme.pipedrive.com');
  await writeFile(join(folder, 'site.ext'), 'subjectAltName=DNS:acme.pipedrive.com,IP:127.0.0.1\n');
  openssl(
    ...['x509', '-req', '-in', 'site.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-out', 'site.pem', '-days', '2', '-extfile', 'site.ext'],
  );
  const [siteKey, cert] = await Promise.all([readFile(join(folder, 'site.key')), readFile(join(folder, 'site.pem'))]);
  return { ca: join(folder, 'ca.pem'), key: siteKey, cert };
}

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
};

const hasOpenssl = (): boolean => spawnSync(tool, ['version'], { stdio: 'ignore' }).status === 0;

describe('a proxy and an authority of the company’s own', function () {
  this.timeout(30_000);
  let folder: string;
  let ca: string;
  let proxy: Server;
  let site: Server;
  let proxyPort: number;
  let sitePort: number;
  const connects: string[] = [];

  before(async function () {
    if (!hasOpenssl()) skipFor(this, `there is no ${tool} to make certificates with`);
    folder = await mkdtemp(join(tmpdir(), 'proxy-'));
    const made = await certificates(folder);
    ca = made.ca;
    site = createServer({ key: made.key, cert: made.cert }, (_, response) => {
      response.end(JSON.stringify({ success: true, data: { id: 1, name: 'Ann', company_domain: 'acme' } }));
    });
    sitePort = await portOf(site);
    proxy = createProxy();
    proxy.on('connect', (request, socket, head) => {
      connects.push(request.url ?? '');
      const upstream = connect(sitePort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    proxyPort = await portOf(proxy);
  });
  after(async () => {
    for (const server of [proxy, site]) {
      server?.closeAllConnections();
      server?.close();
    }
    if (folder) await rm(folder, { recursive: true });
  });
  beforeEach(() => connects.splice(0));

  /** Of this process's environment nothing that names another proxy. */
  const ask = async (environment: Record<string, string>, address = 'https://acme.pipedrive.com'): Promise<string> => {
    const plain = Object.entries(process.env).filter(([key]) => !/proxy|^NODE_EXTRA_CA/i.test(key));
    const { stdout } = await run(process.execPath, [child, address], { env: { ...Object.fromEntries(plain), ...environment } });
    return stdout;
  };

  it('are used, by a tunnel that ends at Pipedrive', async () => {
    assert.equal(await ask({ HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`, NODE_EXTRA_CA_CERTS: ca }), 'acme');
    assert.deepEqual(connects, ['acme.pipedrive.com:443']);
  });

  it('are no reason to trust anyone else', async () => {
    assert.equal(await ask({ HTTPS_PROXY: `http://127.0.0.1:${proxyPort}` }), 'fault unreachable');
    assert.equal(connects.length, 1);
  });

  it('are passed by where NO_PROXY says so', async () => {
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`, NODE_EXTRA_CA_CERTS: ca };
    const address = `https://127.0.0.1:${sitePort}`;
    assert.equal(await ask({ ...environment, NO_PROXY: '127.0.0.1' }, address), 'acme');
    assert.deepEqual(connects, []);
  });
});
