import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PipedriveError } from '../../../src/api/errors.ts';
import { readImageFile } from '../../../src/api/imageFile.ts';
import { frontOf } from './front.ts';
import { gif, jpeg, png } from './images.ts';
import { apiOn, serve } from './server.ts';

const invalid =
  (words: RegExp) =>
  (error: unknown): boolean =>
    PipedriveError.is(error, 'invalid') && words.test(error.message);

describe('files on their way', function () {
  this.timeout(20_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'transfers-'));
  });
  after(() => rm(folder, { recursive: true }));

  const put = async (name: string, bytes: Buffer | string): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };

  it('are known by their first bytes, not by their names', async () => {
    assert.deepEqual(await readImageFile(await put('a', gif(300, 200))), {
      type: 'image/gif',
      width: 300,
      height: 200,
      turned: false,
    });
    assert.deepEqual(await readImageFile(await put('b', jpeg(640, 480))), {
      type: 'image/jpeg',
      width: 640,
      height: 480,
      turned: false,
    });
    assert.deepEqual(await readImageFile(await put('c', png(128, 129))), {
      type: 'image/png',
      width: 128,
      height: 129,
      turned: false,
    });
  });

  it('are refused before anything is sent', async () => {
    const stub = await serve(() => ({ json: { success: true, data: { pictures: {} } } }));
    const { api } = apiOn(stub);
    const square = await put('square.png', png(200, 200));
    const set = async (path: string, crop?: Parameters<typeof api.pictures.set>[2]) => api.pictures.set(1, path, crop);
    await assert.rejects(set(join(folder, 'nowhere.png')), invalid(/cannot be read \(ENOENT\)/));
    await assert.rejects(set(folder), invalid(/cannot be read/));
    for (const text of ['', 'GIF', 'not a picture', '<svg/>']) {
      await assert.rejects(set(await put('text.png', text)), invalid(/GIF, JPG and PNG/));
    }
    for (let length = 0; length < 24; length += 1) {
      for (const make of [png, gif, jpeg]) {
        const cut = await put('cut', make(200, 200).subarray(0, length));
        if (make !== gif || length < 10) await assert.rejects(set(cut), invalid(/GIF, JPG and PNG/));
      }
    }
    await assert.rejects(set(await put('wide.png', png(300, 200))), invalid(/300 × 200/));
    await assert.rejects(set(await put('small.png', png(127, 127))), invalid(/127 pixels/));
    await assert.rejects(set(square, { x: 100, y: 0, width: 128, height: 128 }), invalid(/beyond/));
    await assert.rejects(set(square, { x: 0.5, y: 0, width: 128, height: 128 }), invalid(/beyond/));
    await assert.rejects(set(square, { x: 0, y: 0, width: 128, height: 130 }), invalid(/square/));
    await assert.rejects(set(square, { x: 0, y: 0, width: 100, height: 100 }), invalid(/100 pixels/));
    await assert.rejects(api.files.upload(join(folder, 'nowhere'), { person_id: 1 }), invalid(/ENOENT/));
    assert.equal(stub.seen.length, 0);
    api.dispose();
    await stub.close();
  });

  it('are sent as a form, and once, also where Pipedrive fails', async () => {
    const stub = await serve(() => ({ status: 500, json: { success: false } }));
    const front = await frontOf(stub.url);
    const { api } = apiOn(front);
    const path = await put('face.jpg', png(200, 200));
    await assert.rejects(api.pictures.set(1, path, { x: 1, y: 2, width: 150, height: 150 }));
    const [sent] = front.passed;
    assert.equal(front.passed.length, 1);
    assert.match(sent?.type ?? '', /^multipart\/form-data; boundary=/);
    assert.match(sent?.body ?? '', /name="crop_y"\r\n\r\n2\r\n/);
    assert.match(sent?.body ?? '', /name="file"; filename="face\.jpg"\r\nContent-Type: image\/png/i);
    api.dispose();
    await front.close();
    await stub.close();
  });

  it('come from the store that Pipedrive points to, without the token', async () => {
    const stub = await serve(({ path }) =>
      path === '/kept' ? { text: 'content' } : { status: 302, headers: { location: '/kept' } },
    );
    const { api } = apiOn(stub);
    await api.files.download(7, join(folder, 'got'));
    assert.equal(await readFile(join(folder, 'got'), 'utf8'), 'content');
    assert.equal(stub.seen[0]?.headers['x-api-token'] === undefined, false);
    assert.equal(stub.seen[1]?.headers['x-api-token'], undefined);
    api.dispose();
    await stub.close();
  });

  it('are not fetched from where anyone can listen', async () => {
    const other = await serve(() => ({ text: 'content' }));
    const stub = await serve(() => ({ status: 302, headers: { location: `${other.url}/kept` } }));
    const { api } = apiOn(stub);
    await assert.rejects(api.files.download(7, join(folder, 'never')), (error) => PipedriveError.is(error, 'redirected'));
    assert.equal(other.seen.length, 0);
    api.dispose();
    await Promise.all([stub.close(), other.close()]);
  });

  it('leave nothing behind, and what was there as it was, when they are cancelled or refused', async () => {
    const path = await put('mine', 'mine');
    await put('mine.part', 'another program’s');
    const stub = await serve(({ path: asked }) =>
      asked.includes('/8/')
        ? { status: 404, json: { success: false, error: 'File not found' } }
        : (response) => {
            response.writeHead(200, { 'content-type': 'text/plain' });
            response.write('half');
          },
    );
    const { api } = apiOn(stub);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await assert.rejects(api.files.download(7, path, { signal: stop.signal }), (error) => PipedriveError.is(error, 'cancelled'));
    await assert.rejects(api.files.download(8, path), (error) => PipedriveError.is(error, 'notFound'));
    assert.equal(await readFile(path, 'utf8'), 'mine');
    // Also what is called as a half of it would be.
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith('.part')),
      ['mine.part'],
    );
    assert.equal(await readFile(`${path}.part`, 'utf8'), 'another program’s');
    api.dispose();
    await stub.close();
  });

  it('say so where they cannot be written', async () => {
    const stub = await serve(() => ({ text: 'content' }));
    const { api } = apiOn(stub);
    await assert.rejects(api.files.download(7, join(folder, 'no', 'such', 'folder')), invalid(/cannot be written/));
    api.dispose();
    await stub.close();
  });
});
