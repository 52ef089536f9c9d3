import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Rig, start } from './support.ts';

describe('sandbox: what tests order', function () {
  this.timeout(20_000);
  let rig: Rig;
  beforeEach(async () => {
    rig = await start({ control: true });
  });
  afterEach(() => rig.sandbox.close());

  const nameOf = async (id: number): Promise<unknown> => (await rig.get(`/v2/persons/${id}`)).data['name'];

  it('a status, once, only where it matches', async () => {
    rig.sandbox.fault({ method: 'PATCH', path: '/persons/*', fault: { kind: 'status', status: 503, body: { success: false } } });
    assert.equal((await rig.get('/v2/persons/5')).status, 200);
    const refused = await rig.send('PATCH', '/v2/persons/5', { name: 'Not written' });
    assert.equal(refused.status, 503);
    assert.deepEqual(refused.body, { success: false });
    assert.notEqual(await nameOf(5), 'Not written');
    assert.equal((await rig.send('PATCH', '/v2/persons/5', { name: 'Written' })).status, 200);
  });

  it('several times, after some were let pass', async () => {
    rig.sandbox.fault({ skip: 1, times: 2, fault: { kind: 'status', status: 500 } });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await rig.get('/v2/persons/5')).status);
    assert.deepEqual(statuses, [200, 500, 500, 200]);
  });

  it('a lost request: nothing is written', async () => {
    rig.sandbox.fault({ fault: { kind: 'drop', when: 'before' } });
    await assert.rejects(rig.send('PATCH', '/v2/persons/5', { name: 'Lost' }));
    assert.notEqual(await nameOf(5), 'Lost');
    assert.equal(rig.sandbox.log.entries[0]?.status, 0);
  });

  it('a lost answer: it is written all the same', async () => {
    rig.sandbox.fault({ fault: { kind: 'drop', when: 'after' } });
    await assert.rejects(rig.send('PATCH', '/v2/persons/5', { name: 'Unheard' }));
    assert.equal(await nameOf(5), 'Unheard');
  });

  it('broken JSON, a torn answer, a page of HTML, a way to elsewhere, a pause', async () => {
    rig.sandbox.fault({ fault: { kind: 'malformed' } });
    const malformed = await rig.get('/v2/persons/5');
    assert.equal(malformed.status, 200);
    assert.equal(typeof malformed.body, 'string');
    rig.sandbox.fault({ fault: { kind: 'truncated' } });
    await assert.rejects(rig.get('/v2/persons/5'));
    rig.sandbox.fault({ fault: { kind: 'html' } });
    const html = await rig.get('/v2/persons/5');
    assert.equal(html.status, 403);
    assert.match(html.headers.get('content-type') ?? '', /text\/html/);
    rig.sandbox.fault({ fault: { kind: 'redirect', to: 'http://elsewhere.invalid/' } });
    const away = await rig.get('/v2/persons/5');
    assert.equal(away.status, 302);
    assert.equal(away.headers.get('location'), 'http://elsewhere.invalid/');
    rig.sandbox.fault({ fault: { kind: 'delay', ms: 60 } });
    const before = performance.now();
    assert.equal((await rig.get('/v2/persons/5')).status, 200);
    assert.ok(performance.now() - before >= 50);
  });

  it('all of it from another process too', async () => {
    await rig.send('POST', '/__sandbox/faults', { path: '/pipelines', fault: { kind: 'status', status: 418 } });
    assert.equal((await rig.get('/v1/pipelines')).status, 418);
    const edit = await rig.send('POST', '/__sandbox/colleague', {
      method: 'PATCH',
      path: '/api/v2/persons/9',
      body: { job_title: 'Pilot' },
    });
    assert.equal(edit.data['status'], 200);
    assert.equal((await rig.get('/v2/persons/9')).data['job_title'], 'Pilot');
    const log = await rig.get('/__sandbox/log');
    assert.deepEqual(
      log.rows.map((entry) => `${entry['method']} ${entry['path']} ${entry['status']}`),
      ['GET /v1/pipelines 418', 'GET /v2/persons/9 200'],
    );
    await rig.send('DELETE', '/__sandbox/log');
    assert.equal(rig.sandbox.log.entries.length, 0);
    await rig.send('PUT', '/__sandbox/limits', { burst: 1, search: 1, daily: 100 });
    assert.equal((await rig.get('/v1/pipelines')).headers.get('x-ratelimit-limit'), '1');
  });

  it('an absence: the same port and the same data afterwards', async () => {
    await rig.send('PATCH', '/v2/persons/5', { name: 'Still here' });
    await rig.sandbox.goOffline();
    await assert.rejects(rig.get('/v2/persons/5'));
    await rig.sandbox.goOnline();
    assert.equal(await nameOf(5), 'Still here');
  });

  it('a colleague, who is another user', async () => {
    const { body } = await rig.sandbox.asColleague('POST', '/v2/persons', { name: 'From a colleague' });
    const me = await rig.get('/v1/users/me');
    const person = (body as { data: { owner_id: number } }).data;
    assert.notEqual(person.owner_id, Number(me.data['id']));
    assert.equal(rig.sandbox.log.entries.length, 1);
  });

  it('a log file with a line per request', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const logFile = join(folder, 'requests.log');
    const own = await start({ logFile });
    await own.get('/v1/persons?limit=1');
    await own.get('/v2/persons/999999');
    await own.sandbox.close();
    assert.equal(await readFile(logFile, 'utf8'), 'GET /v1/persons?limit=1 200 20\nGET /v2/persons/999999 404 1\n');
    await rm(folder, { recursive: true });
  });
});
