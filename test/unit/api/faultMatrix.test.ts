import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, PipedriveError } from '../../../src/api/errors.ts';
import type { Api } from '../../../src/api/types.ts';
import { apiOn, type Reply, serve, type Stub, token } from './server.ts';

/** What the caller sees and how many requests went out: of a read, of a creation, an update and a merge. */
type Expected = readonly [fault: Fault | 'done', sent: number];

interface Row {
  readonly name: string;
  readonly reply: Reply;
  readonly read: Expected;
  /** Of all three writes, where they do not differ. */
  readonly write: Expected;
  /** Of what version 1 alone offers, where it differs. */
  readonly merge?: Expected;
  readonly words?: RegExp;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({ status, json: body, headers });
const error = (text: unknown, more: object = {}): object => ({ success: false, error: text, ...more });
const page = '<html><body>Bad Gateway</body></html>';

const rows: readonly Row[] = [
  { name: 'a server fault', reply: json(500, error('x')), read: ['server', 3], write: ['server', 1] },
  { name: 'maintenance', reply: { status: 503, text: page }, read: ['server', 3], write: ['server', 1] },
  { name: '502 with a page', reply: { status: 502, text: page }, read: ['server', 3], write: ['unknownOutcome', 1] },
  { name: '504', reply: { status: 504 }, read: ['server', 3], write: ['unknownOutcome', 1] },
  { name: 'an empty answer', reply: { status: 200 }, read: ['unexpected', 1], write: ['unknownOutcome', 1] },
  { name: 'JSON that breaks off', reply: { text: '{"success":tru' }, read: ['unexpected', 1], write: ['unknownOutcome', 1] },
  {
    name: 'a connection cut in the answer',
    reply: (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"success"', () => response.destroy());
    },
    read: ['unreachable', 3],
    write: ['unknownOutcome', 1],
  },
  {
    name: 'a reset',
    reply: (response: ServerResponse) => {
      response.socket?.resetAndDestroy();
    },
    read: ['unreachable', 3],
    write: ['unknownOutcome', 1],
  },
  { name: 'no answer in time', reply: () => undefined, read: ['timeout', 1], write: ['unknownOutcome', 1] },
  {
    name: 'success:false under 200',
    reply: json(200, error('No')),
    read: ['unexpected', 1],
    write: ['invalid', 1],
    words: /“No”/,
  },
  {
    name: 'status:false without success',
    reply: json(200, { status: false, error: 'No' }),
    read: ['unexpected', 1],
    write: ['unexpected', 1],
  },
  {
    name: 'an error that is an object',
    reply: json(400, error({ message: 'Bad', failed_fields: ['name'] })),
    read: ['invalid', 1],
    write: ['invalid', 1],
    words: /“Bad”/,
  },
  { name: 'no token', reply: json(401, error('unauthorized access')), read: ['unauthorized', 1], write: ['unauthorized', 1] },
  { name: 'an unpaid account', reply: json(402, error('Required suites missing')), read: ['payment', 1], write: ['payment', 1] },
  { name: 'no permission', reply: json(403, error('No')), read: ['forbidden', 1], write: ['forbidden', 1], words: /admin/ },
  {
    name: 'a feature the plan lacks',
    reply: json(403, error('The company does not have access to this feature')),
    read: ['payment', 1],
    write: ['payment', 1],
  },
  { name: 'a record that is not there', reply: json(404, error('x')), read: ['notFound', 1], write: ['notFound', 1] },
  { name: 'a record that is gone', reply: json(410, error('x')), read: ['gone', 1], write: ['gone', 1] },
  { name: 'an operation that is gone', reply: json(501, error('x')), read: ['unsupported', 1], write: ['unsupported', 1] },
  {
    name: 'a burst',
    reply: json(429, error('x'), { 'x-ratelimit-remaining': '0', 'retry-after': '0' }),
    read: ['rateLimited', 3],
    write: ['rateLimited', 3],
  },
  {
    name: 'a spent budget',
    reply: json(429, error('x'), { 'x-daily-ratelimit-token-remaining': '0', 'retry-after': '7200' }),
    read: ['budgetSpent', 1],
    write: ['budgetSpent', 1],
    words: /not the limit of requests.*about 2 hours/,
  },
  { name: 'a redirect', reply: { status: 302, headers: { location: '/x' } }, read: ['redirected', 1], write: ['redirected', 1] },
  {
    name: 'wrong types',
    reply: json(200, { success: true, data: { id: 1, name: {}, emails: 7, owner_id: [], custom_fields: 'x', new_thing: 1 } }),
    read: ['done', 1],
    write: ['done', 1],
  },
  {
    name: 'data of another kind',
    reply: json(200, { success: true, data: 7 }),
    read: ['unexpected', 1],
    write: ['unknownOutcome', 1],
  },
];

const actions: Readonly<Record<'read' | 'create' | 'update' | 'merge', (api: Api) => Promise<unknown>>> = {
  read: (api) => api.records('person').get(1),
  create: (api) => api.records('person').create({ name: 'x' }),
  update: (api) => api.records('person').update(1, { name: 'x' }),
  merge: (api) => api.merge(1, 2),
};

async function outcome(run: Promise<unknown>): Promise<PipedriveError | undefined> {
  try {
    await run;
    return undefined;
  } catch (thrown) {
    assert.ok(PipedriveError.is(thrown), String(thrown));
    return thrown;
  }
}

describe('the fault matrix', function () {
  this.timeout(20_000);
  let stub: Stub | undefined;
  afterEach(() => stub?.close());

  for (const { name, reply, words, ...row } of rows) {
    for (const action of ['read', 'create', 'update', 'merge'] as const) {
      const [fault, sent] = action === 'read' ? row.read : action === 'merge' ? (row.merge ?? row.write) : row.write;
      it(`${name} × ${action}: ${fault}, ${sent} sent`, async () => {
        // Merging reads the fields first, which is not what is looked at here.
        stub = await serve(({ path }) => (path.endsWith('/personFields') ? { json: { success: true, data: [] } } : reply));
        const { api } = apiOn(stub);
        const met = await outcome(actions[action](api));
        api.dispose();
        assert.equal(met?.fault ?? 'done', fault, met?.message);
        if (met) {
          assert.match(met.message, words ?? /\w{3,}.*[.”]$/);
          assert.ok(!met.message.includes(token));
        }
        const asked = stub.seen.filter(({ path }) => !path.endsWith('/personFields'));
        assert.equal(asked.length, sent);
      });
    }
  }

  it('sends again where no connection came about, but no creation', async () => {
    const port = await freePort();
    for (const [action, attempts] of [
      ['read', 3],
      ['update', 3],
      ['create', 1],
    ] as const) {
      const { api, lines } = apiOn({ url: `http://127.0.0.1:${port}` });
      assert.equal((await outcome(actions[action](api)))?.fault, 'unreachable');
      assert.equal(lines.filter((line) => line.includes('failed: unreachable')).length, attempts);
      api.dispose();
    }
  });

  it('asks nothing more of a spent budget, in either kind of request', async () => {
    stub = await serve(() => json(429, error('x'), { 'x-daily-ratelimit-token-remaining': '0' }));
    const { api } = apiOn(stub);
    for (const action of ['read', 'create', 'update'] as const) {
      assert.equal((await outcome(actions[action](api)))?.fault, 'budgetSpent');
    }
    assert.equal(stub.seen.length, 1);
    api.dispose();
  });

  it('takes a search that its own limit refused for no spent budget', async () => {
    stub = await serve(({ path }) =>
      path.endsWith('/search')
        ? json(429, error('x'), { 'x-ratelimit-remaining': '5', 'retry-after': '0' })
        : json(200, { success: true, data: { id: 1 } }),
    );
    const { api } = apiOn(stub);
    assert.equal((await outcome(api.records('person').search('ann')))?.fault, 'rateLimited');
    assert.equal(await outcome(actions.read(api)), undefined);
    api.dispose();
  });

  it('counts by the table what the headers do not tell', async () => {
    stub = await serve((_, count) =>
      json(200, { success: true, data: { id: 1 } }, count === 1 ? { 'x-daily-ratelimit-token-remaining': '100' } : {}),
    );
    const { api } = apiOn(stub);
    await api.records('person').get(1);
    await api.records('person').create({ name: 'x' });
    assert.deepEqual(api.budget, { dailyRemaining: 95, used: 6 });
    api.dispose();
  });

  it('says of a write under way that it may have been done, unless its caller cancelled it', async () => {
    stub = await serve(() => () => undefined);
    for (const [cancel, fault] of [
      [false, 'unknownOutcome'],
      [true, 'cancelled'],
    ] as const) {
      const { api } = apiOn(stub);
      const stop = new AbortController();
      const running = outcome(api.records('person').update(1, { name: 'x' }, { signal: stop.signal }));
      while (stub.seen.length < (cancel ? 2 : 1)) await new Promise((done) => setTimeout(done, 5));
      if (cancel) stop.abort();
      else api.dispose();
      assert.equal((await running)?.fault, fault);
      api.dispose();
    }
    const { api } = apiOn(stub);
    const reading = outcome(api.records('person').get(1));
    while (stub.seen.length < 3) await new Promise((done) => setTimeout(done, 5));
    api.dispose();
    assert.equal((await reading)?.fault, 'cancelled');
  });

  it('takes a deletion of what is gone for done', async () => {
    stub = await serve(() => json(410, { success: true, data: { id: 1 } }));
    const { api } = apiOn(stub);
    await api.records('person').remove(1);
    api.dispose();
  });

  it('gives the plain list to who may not have the collection, page by page', async () => {
    stub = await serve(({ path, query }) => {
      if (path.endsWith('/collection')) return json(403, error('No'));
      if (path.endsWith('/personFields')) return json(200, { success: true, data: [] });
      const start = Number(query.get('start'));
      return json(200, {
        success: true,
        data: [{ id: start + 1 }],
        additional_data: { pagination: { start, limit: 1, more_items_in_collection: start < 2, next_start: start + 1 } },
      });
    });
    const { api } = apiOn(stub, 'v1');
    const ids: unknown[] = [];
    let cursor: string | undefined;
    do {
      const got = await api.scanPersons().list(cursor === undefined ? {} : { cursor });
      ids.push(...got.items.map(({ id }) => id));
      cursor = got.next;
    } while (cursor !== undefined);
    assert.deepEqual(ids, [1, 2, 3]);
    assert.equal(stub.seen.filter(({ path }) => path.endsWith('/collection')).length, 1);
    api.dispose();
  });

  it('tells of a consent that was passed over', async () => {
    for (const version of ['v1', 'v2'] as const) {
      stub = await serve(({ path }) =>
        path.endsWith('/personFields')
          ? json(200, { success: true, data: [] })
          : json(200, { success: true, data: { id: 1, marketing_status: 'no_consent' } }),
      );
      const { api } = apiOn(stub, version);
      const told: string[] = [];
      const notice = ({ field }: { field: string }): void => void told.push(field);
      const { values } = await api.records('person').update(1, { marketing_status: 'subscribed' }, { notice });
      assert.equal(values.marketing_status, 'no_consent');
      assert.deepEqual(told, ['marketing_status']);
      api.dispose();
      await stub.close();
    }
  });
});

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
