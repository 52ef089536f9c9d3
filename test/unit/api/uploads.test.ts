import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PipedriveError } from '../../../src/api/errors.ts';
import type { Sent } from '../../../src/api/types.ts';
import { png } from './images.ts';
import { apiOn } from './server.ts';

/** More than what stands between a process and a server that does not read. */
const large = 32 * 1024 * 1024;

const picture = { success: true, data: { pictures: {} } };

describe('an upload on its way', function () {
  this.timeout(20_000);
  let folder: string;
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let url: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uploads-'));
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  const put = async (name: string, bytes: Buffer): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  const replying =
    (json: unknown, status = 200) =>
    (request: IncomingMessage, response: ServerResponse) => {
      request.resume().on('end', () => {
        response.writeHead(status, { 'content-type': 'application/json', 'x-ratelimit-reset': '1' }).end(JSON.stringify(json));
      });
    };

  it('tells how many bytes of the file went out, up to all of them', async () => {
    const path = await put('large.bin', Buffer.alloc(large, 7));
    const told: Sent[] = [];
    let length = 0;
    answer = (request, response) => {
      length = Number(request.headers['content-length']);
      replying({ success: true, data: { id: 1, name: 'large.bin' } })(request, response);
    };
    const { api } = apiOn({ url });
    await api.files.upload(path, { person_id: 1 }, { sent: (one) => told.push(one) });
    assert.ok(told.length > 10, `told ${told.length} times`);
    assert.deepEqual(told.at(-1), { bytes: large, total: large });
    assert.ok(told.every(({ bytes, total }, index) => total === large && bytes > (told[index - 1]?.bytes ?? 0)));
    assert.ok(length > large, 'its length is said beforehand');
    api.dispose();
  });

  it('tells it of a picture too', async () => {
    const path = await put('face.png', png(200, 200));
    const told: Sent[] = [];
    answer = replying(picture);
    const { api } = apiOn({ url });
    await api.pictures.set(1, path, undefined, { sent: (one) => told.push(one) });
    const { total } = told.at(-1) ?? { total: 0 };
    assert.deepEqual(told.at(-1), { bytes: total, total });
    api.dispose();
  });

  it('begins again where it is sent again', async () => {
    const path = await put('again.bin', Buffer.alloc(1_000_000));
    const told: Sent[] = [];
    let count = 0;
    answer = (request, response) => {
      count += 1;
      const refused = { success: false, error: 'request over limit', errorCode: 429 };
      const reply = count === 1 ? replying(refused, 429) : replying({ success: true, data: { id: 1, name: 'again.bin' } });
      reply(request, response);
    };
    const { api } = apiOn({ url });
    await api.files.upload(path, { person_id: 1 }, { sent: (one) => told.push(one) });
    assert.equal(count, 2);
    assert.equal(told.filter(({ bytes, total }) => bytes === total).length, 2);
    api.dispose();
  });

  it('ends when it is cancelled, with the file half read', async () => {
    const path = await put('slow.bin', Buffer.alloc(large));
    let last: Sent | undefined;
    const stop = new AbortController();
    const cut = new Promise<void>((done) => {
      // It reads nothing, so that what is sent soon stands still.
      answer = (request) => request.on('error', () => done()).once('close', done);
    });
    const { api } = apiOn({ url });
    const upload = api.files.upload(
      path,
      { person_id: 1 },
      {
        signal: stop.signal,
        sent: (one) => {
          last = one;
          stop.abort();
        },
      },
    );
    await assert.rejects(upload, (error) => PipedriveError.is(error, 'cancelled'));
    assert.ok(last !== undefined && last.bytes < last.total, JSON.stringify(last));
    await cut;
    api.dispose();
  });
});
