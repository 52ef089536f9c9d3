import assert from 'node:assert/strict';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { dirname } from 'node:path';
import { startFront } from '../../../scripts/run/front.mjs';
import { privateSocket } from '../../../scripts/run/socket.mjs';
import { skipFor } from '../skip.ts';

describe("The door before VS Code's server", () => {
  let behind: Server;
  let front: Awaited<ReturnType<typeof startFront>>;
  let socket: Awaited<ReturnType<typeof privateSocket>>;
  /** What came through the door. */
  let seen: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];

  before(async () => {
    socket = await privateSocket();
    behind = createServer(({ url, headers }, answer) => {
      seen.push({ url, headers });
      answer.writeHead(200).end('workbench');
    });
    behind.on('upgrade', ({ url, headers }, stream) => {
      seen.push({ url, headers });
      stream.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    });
    behind.listen(socket.socketPath);
    await once(behind, 'listening');
    front = await startFront({ socketPath: socket.socketPath, port: 0, key: Buffer.from('a key') });
  });
  beforeEach(() => {
    seen = [];
  });
  after(async () => {
    front.close();
    behind.close();
    await socket.remove();
  });

  interface Ask {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }

  function ask({ method = 'GET', path = '/', headers = {} }: Ask): Promise<{ status: number | undefined; text: string }> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: front.port, method, path, headers, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode, text }));
      });
      asked.on('upgrade', ({ statusCode }, stream) => {
        stream.destroy();
        resolve({ status: statusCode, text: '' });
      });
      asked.on('error', reject);
      asked.end();
    });
  }
  const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };

  const strangers: readonly (readonly [string, () => Readonly<Record<string, string>>])[] = [
    ['a name that leads here', () => ({ Host: `evil.example:${front.port}` })],
    ['a name without the port', () => ({ Host: '127.0.0.1' })],
    ['a page of another address', () => ({ Origin: 'http://evil.example' })],
    ['a page of another port', () => ({ Origin: 'http://127.0.0.1:1' })],
    ['a page without an address', () => ({ Origin: 'null' })],
    ['an image or a link in another page', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
    ['the same in a page of another port', () => ({ 'Sec-Fetch-Site': 'same-site' })],
  ];
  for (const [who, headers] of strangers) {
    it(`is closed to ${who}`, async () => {
      assert.equal((await ask({ headers: headers() })).status, 403);
      assert.equal((await ask({ headers: { ...headers(), ...upgrade } })).status, 403);
      const key = await ask({ method: 'POST', path: '/mint-key', headers: headers() });
      assert.deepEqual(key, { status: 403, text: '' });
      assert.deepEqual(seen, []);
    });
  }

  it('is open to its own pages, and to a person who types the address', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const own = `${name}:${front.port}`;
      for (const headers of [{ Host: own }, { Host: own, Origin: `http://${own}`, 'Sec-Fetch-Site': 'same-origin' }]) {
        assert.deepEqual(await ask({ path: '/?ew=true', headers }), { status: 200, text: 'workbench' });
        assert.equal((await ask({ path: '/socket', headers: { ...headers, ...upgrade } })).status, 101);
        assert.deepEqual(await ask({ method: 'POST', path: '/mint-key', headers }), { status: 200, text: 'a key' });
        assert.deepEqual(
          seen.map(({ url, headers: { host } }) => [url, host]),
          [
            ['/?ew=true', own],
            ['/socket', own],
          ],
        );
        seen = [];
      }
    }
  });

  it('leads to a socket in a folder that is nobody else’s', async function () {
    if (process.platform === 'win32') skipFor(this, 'Windows has named pipes, which are in no folder');
    assert.equal((await stat(dirname(socket.socketPath))).mode & 0o777, 0o700);
  });
});
