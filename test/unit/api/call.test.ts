import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { PipedriveError } from '../../../src/api/errors.ts';
import { createApi } from '../../../src/api/index.ts';
import { apiOn, type Reply, serve, token, useServer } from './server.ts';

const person = { success: true, data: { id: 1, name: 'Ann' } };
const list = { success: true, data: [{ id: 1, name: 'Ann' }], additional_data: { next_cursor: null } };

const failure = async (promise: Promise<unknown>): Promise<PipedriveError> => {
  try {
    await promise;
  } catch (error) {
    assert.ok(PipedriveError.is(error), String(error));
    return error;
  }
  throw new Error('It did not fail.');
};

describe('the request path', function () {
  this.timeout(20_000);
  const on = useServer();

  it('sends the token in a header, and nowhere else', async () => {
    const server = await on(() => ({ json: list }));
    const { api, lines } = apiOn(server);
    await api.records('person').list();
    const [seen] = server.seen;
    assert.equal(seen?.headers['x-api-token'], token);
    assert.equal(seen?.headers.connection, 'keep-alive');
    assert.equal(seen?.headers.accept, 'application/json');
    assert.equal(seen?.path, '/api/v2/persons');
    assert.equal(seen?.query.get('limit'), '500');
    assert.ok(!String(seen?.query).includes(token));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^GET \/api\/v2\/persons\?limit=500 v2 200 \d+ ms 10 tokens$/);
  });

  it('keeps the token and what people typed out of log and errors, even where a server repeats it', async () => {
    const server = await on(({ path, headers }) => ({
      status: path.endsWith('/1') ? 500 : 400,
      headers: { 'x-correlation-id': `c-${String(headers['x-api-token'])}` },
      json: { success: false, error: `Validation failed: name: ${String(headers['x-api-token'])}`, code: 'E' },
    }));
    const { api, lines } = apiOn(server);
    const errors = [
      await failure(api.records('person').get(1)),
      await failure(api.records('person').create({ name: 'x' })),
      await failure(api.records('person').search('Secret Name')),
    ];
    await server.close();
    errors.push(await failure(api.records('person').search('Secret Name')));
    for (const error of errors) {
      const whole = [
        error.message,
        error.stack,
        error.serverMessage,
        error.requestId,
        JSON.stringify(error.fields),
        inspect(error.cause),
      ];
      assert.ok(!whole.join(' ').includes(token));
      assert.ok(!whole.join(' ').includes('Secret'));
    }
    assert.ok(lines.length > 3);
    assert.ok(!lines.join('\n').includes(token));
    assert.ok(!lines.join('\n').includes('Secret'));
    assert.ok(lines.some((line) => line.includes('c-[token]')));
  });

  it('refuses a token that no header can carry, without repeating it', () => {
    for (const bad of ['', 'a b', 'a\r\nx: y', 'tökén', 'a\u0000']) {
      const log = { debug: () => undefined, warn: () => undefined };
      assert.throws(
        () => createApi({ baseUrl: 'http://127.0.0.1:1', token: bad, version: () => 'v2', log }),
        (error) => PipedriveError.is(error, 'unauthorized') && (bad === '' || !error.message.includes(bad)),
      );
    }
  });

  it('does not follow a redirect', async () => {
    const other = await serve(() => ({ json: person }));
    const server = await on(() => ({ status: 302, headers: { location: `${other.url}/api/v2/persons/1` } }));
    const error = await failure(apiOn(server).api.records('person').get(1));
    assert.equal(error.fault, 'redirected');
    assert.equal(other.seen.length, 0);
    assert.equal(server.seen.length, 1);
    await other.close();
  });

  it('repeats a read on 5xx, resets and 429, and gives up after three', async () => {
    for (const bad of [
      { status: 503, text: '<html>maintenance</html>' },
      { status: 429, headers: { 'x-ratelimit-remaining': '0', 'retry-after': '0' }, json: { success: false } },
      (response: ServerResponse) => response.destroy(),
    ] satisfies Reply[]) {
      const server = await on((_, count) => (count < 3 ? bad : { json: person }));
      assert.equal((await apiOn(server).api.records('person').get(1)).id, 1);
      assert.equal(server.seen.length, 3);
      await server.close();
      const dead = await on(() => bad);
      await failure(apiOn(dead).api.records('person').get(1));
      assert.equal(dead.seen.length, 3);
      await dead.close();
    }
  });

  it('never repeats a write, but on 429', async () => {
    const writes = [
      { status: 500, json: { success: false } },
      { status: 502, text: '<html></html>' },
      { status: 403, json: { success: false, error: 'no' } },
      { status: 200, text: '{"success":tr' },
      (response: ServerResponse) => response.destroy(),
    ] satisfies Reply[];
    const faults: string[] = [];
    for (const bad of writes) {
      const server = await on(() => bad);
      const { api } = apiOn(server);
      faults.push((await failure(api.records('person').create({ name: 'x' }))).fault);
      assert.equal(server.seen.length, 1);
      faults.push((await failure(api.records('person').update(1, { name: 'x' }))).fault);
      faults.push((await failure(api.records('person').remove(1))).fault);
      assert.equal(server.seen.length, 3);
      await server.close();
    }
    const three = (fault: string) => [fault, fault, fault];
    assert.deepEqual(faults, ['server', 'unknownOutcome', 'forbidden', 'unknownOutcome', 'unknownOutcome'].flatMap(three));

    const server = await on((_, count) =>
      count === 1 ? { status: 429, headers: { 'x-ratelimit-remaining': '0' }, json: { success: false } } : { json: person },
    );
    assert.equal((await apiOn(server).api.records('person').create({ name: 'x' })).id, 1);
    assert.equal(server.seen.length, 2);
  });

  it('says unreachable where nothing was sent, also for a write', async () => {
    const server = await on(() => ({ json: person }));
    await server.close();
    const error = await failure(apiOn(server).api.records('person').create({ name: 'x' }));
    assert.equal(error.fault, 'unreachable');
    assert.match(error.message, /cannot be reached/);
  });

  it('tells a spent budget from a burst, and does not ask again', async () => {
    const server = await on(() => ({
      status: 429,
      headers: { 'x-daily-ratelimit-token-remaining': '0', 'x-daily-ratelimit-token-limit': '30000' },
      json: { success: false, error: 'request over limit', errorCode: 429 },
    }));
    const { api } = apiOn(server);
    assert.equal((await failure(api.records('person').get(1))).fault, 'budgetSpent');
    assert.equal(server.seen.length, 1);
    assert.deepEqual(api.budget, { dailyLimit: 30_000, dailyRemaining: 0, spent: true, used: 0 });
  });

  it('keeps still after a 403 that follows 429s', async () => {
    const server = await on((_, count) =>
      count === 1
        ? { status: 429, headers: { 'x-ratelimit-remaining': '0' }, json: { success: false } }
        : { status: 403, text: '<html>blocked</html>' },
    );
    const { api } = apiOn(server);
    const error = await failure(api.records('person').get(1));
    assert.equal(error.fault, 'forbidden');
    assert.match(error.message, /blocked/);
    await failure(api.records('person').get(2));
    assert.equal(server.seen.length, 2);
  });

  it('ends a request that takes too long: a read as a time-out, a write as unknown', async () => {
    const server = await on(() => () => undefined);
    const { api } = apiOn(server);
    assert.equal((await failure(api.records('person').get(1))).fault, 'timeout');
    assert.equal((await failure(api.records('person').create({ name: 'x' }))).fault, 'unknownOutcome');
    assert.equal(server.seen.length, 2);
  });

  it('stops at the caller’s signal, running or waiting', async () => {
    const server = await on(() => () => undefined);
    const { api } = apiOn(server);
    const before = await failure(api.records('person').get(1, { signal: AbortSignal.abort() }));
    assert.equal(before.fault, 'cancelled');
    assert.equal(server.seen.length, 0);
    const stop = new AbortController();
    const calls = Array.from({ length: 6 }, (_, index) => failure(api.records('person').get(index + 1, { signal: stop.signal })));
    while (server.seen.length < 4) await new Promise((done) => setTimeout(done, 5));
    stop.abort();
    for (const error of await Promise.all(calls)) assert.equal(error.fault, 'cancelled');
    assert.equal(server.seen.length, 4);
  });

  it('ends everything on dispose', async () => {
    const server = await on(() => () => undefined);
    const { api } = apiOn(server);
    const calls = Array.from({ length: 6 }, (_, index) => failure(api.records('person').get(index + 1)));
    while (server.seen.length < 4) await new Promise((done) => setTimeout(done, 5));
    api.dispose();
    for (const error of await Promise.all(calls)) assert.equal(error.fault, 'cancelled');
    assert.equal((await failure(api.me())).fault, 'cancelled');
    assert.equal(server.seen.length, 4);
  });

  it('has at most four requests in flight', async () => {
    let open = 0;
    let most = 0;
    const server = await on(() => (response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.writeHead(200).end(JSON.stringify(person));
      }, 10);
    });
    const { api } = apiOn(server);
    await Promise.all(Array.from({ length: 9 }, (_, index) => api.records('person').get(index + 1)));
    assert.equal(server.seen.length, 9);
    assert.equal(most, 4);
  });

  it('never lets an id lead to another path', async () => {
    const server = await on(() => ({ json: person }));
    const { api } = apiOn(server);
    for (const id of ['', '..', '1/merge', '1?x=y', '%2e%2e', 'a b']) {
      assert.equal((await failure(api.records('person').get(id))).fault, 'invalid');
    }
    assert.equal(server.seen.length, 0);
  });

  it('counts deleting what is gone as done', async () => {
    for (const gone of [
      { status: 410, json: { success: true, data: { id: 1 } } },
      { status: 410, json: { success: false, error: 'gone' } },
      { status: 404, json: { success: false, error: 'Person not found' } },
    ]) {
      const server = await on(() => gone);
      await apiOn(server).api.records('person').remove(1);
      await server.close();
    }
    const server = await on(() => ({ status: 404, json: { status: false, error: 'Unknown method .' } }));
    assert.equal((await failure(apiOn(server, 'v1').api.records('person').remove(1))).fault, 'unsupported');
  });
});

function inspect(value: unknown): string {
  return value instanceof Error ? `${value.message} ${value.stack} ${inspect(value.cause)}` : String(value);
}
