import assert from 'node:assert/strict';
import { PipedriveError } from '../../../src/api/errors.ts';
import { fetchImage } from '../../../src/api/imageContent.ts';
import { png } from './images.ts';
import { apiOn, serve, type Reply } from './server.ts';

const bytes = png(128, 128);
const sends =
  (type: string, content: Buffer | string = bytes, status = 200): (() => Reply) =>
  () =>
  (response) => {
    response.writeHead(status, { 'content-type': type, location: '/other' }).end(content);
  };

describe('the bytes of a picture', () => {
  it('are asked for without the token', async () => {
    const stub = await serve(({ path }, count) =>
      path === '/face'
        ? sends('image/png')()
        : { json: { success: true, data: { id: count, pictures: { 128: `${stub.url}/face` } } } },
    );
    const { api } = apiOn(stub);
    const content = await api.pictures.content(7);
    assert.ok(content);
    assert.equal(content.type, 'image/png');
    assert.ok(bytes.equals(content.bytes));
    assert.equal(stub.seen[0]?.headers['x-api-token'] === undefined, false);
    assert.equal(stub.seen[1]?.headers['x-api-token'], undefined);
    api.dispose();
    await stub.close();
  });

  it('are those of a picture, by themselves or as they are declared', async () => {
    for (const [type, content, got] of [
      ['application/octet-stream', bytes, 'image/png'],
      ['text/html', '<p>Sign in</p>', undefined],
      ['image/svg+xml; charset=utf-8', '<svg/>', 'image/svg+xml'],
      ['image/x-icon', 'what', undefined],
    ] as const) {
      const stub = await serve(sends(type, content));
      const fetched = fetchImage(`${stub.url}/face`, stub.url);
      if (got === undefined) await assert.rejects(fetched, (error) => PipedriveError.is(error, 'unreachable'));
      else assert.equal((await fetched).type, got);
      await stub.close();
    }
  });

  it('are not taken from elsewhere, of any length, or after a redirect', async () => {
    const stub = await serve(sends('image/png'));
    const refused = (error: unknown) => PipedriveError.is(error, 'unexpected') && /not safe/.test(error.message);
    for (const address of [
      `${stub.url}/face`,
      stub.url.replace('http:', 'https:'),
      'http://cdn.example/face',
      'file:///etc/passwd',
      'data:image/png;base64,AAAA',
      'no address',
    ]) {
      await assert.rejects(fetchImage(address, 'https://acme.pipedrive.com'), refused, address);
    }
    assert.equal(stub.seen.length, 0);
    await stub.close();
    for (const answer of [
      sends('image/png', Buffer.concat([bytes, Buffer.alloc(5_000_000)])),
      sends('image/png', '', 302),
      sends('image/png', bytes, 404),
    ]) {
      const other = await serve(answer);
      await assert.rejects(fetchImage(`${other.url}/face`, other.url), (error) => PipedriveError.is(error, 'unreachable'));
      assert.equal(other.seen.length, 1);
      await other.close();
    }
  });

  it('are given up where nobody waits any more', async () => {
    const stub = await serve(() => () => undefined);
    const stop = new AbortController();
    const fetched = fetchImage(`${stub.url}/face`, stub.url, stop.signal);
    stop.abort();
    await assert.rejects(fetched, (error) => PipedriveError.is(error, 'cancelled'));
    await stub.close();
  });
});
