import assert from 'node:assert/strict';
import { type Rig, start } from './support.ts';

describe('sandbox: limits', function () {
  this.timeout(20_000);
  let rig: Rig;
  let now = Date.UTC(2026, 11, 1, 12);
  const clock = (): number => now;
  afterEach(() => rig.sandbox.close());

  it('lets through as many requests as fit into two seconds', async () => {
    rig = await start({ limits: { burst: 3 }, clock });
    for (const left of ['2', '1', '0']) {
      const reply = await rig.get('/v2/persons/1');
      assert.equal(reply.status, 200);
      assert.equal(reply.headers.get('x-ratelimit-limit'), '3');
      assert.equal(reply.headers.get('x-ratelimit-remaining'), left);
    }
    const refused = await rig.get('/v2/persons/1');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('x-ratelimit-reset'), '2');
    assert.deepEqual(refused.body, {
      success: false,
      error: 'request over limit',
      errorCode: 429,
      error_info: 'Please check developers.pipedrive.com',
    });
    now += 1_999;
    assert.equal((await rig.get('/v2/persons/1')).status, 429);
    now += 1;
    assert.equal((await rig.get('/v2/persons/1')).status, 200);
  });

  it('has a narrower limit for searches', async () => {
    rig = await start({ limits: {}, clock });
    for (let n = 0; n < 10; n += 1) assert.equal((await rig.get('/v2/persons/search?term=alex')).status, 200);
    const refused = await rig.get('/v1/products/search?term=pump');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('x-ratelimit-limit'), '10');
    assert.equal((await rig.get('/v2/persons/1')).status, 200);
  });

  it('charges each operation and stops when the day is spent', async () => {
    rig = await start({ limits: { daily: 25 }, clock });
    const list = await rig.get('/v2/persons');
    assert.equal(list.headers.get('x-daily-ratelimit-token-limit'), '25');
    assert.equal(list.headers.get('x-daily-ratelimit-token-remaining'), '15');
    await rig.get('/v1/persons');
    const refused = await rig.get('/v2/persons/1');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('x-daily-ratelimit-token-remaining'), '0');
    assert.notEqual(refused.headers.get('x-ratelimit-remaining'), '0', 'which tells it from the burst limit');
    assert.deepEqual(
      rig.sandbox.log.entries.map(({ status, cost }) => [status, cost]),
      [
        [200, 10],
        [200, 20],
        [429, 0],
      ],
    );
    now += 86_400_000;
    assert.equal((await rig.get('/v2/persons/1')).status, 200);
  });

  it('tells how many POST and PUT are left of the day, where one was done', async () => {
    rig = await start({ limits: { writes: 100 }, clock });
    const left = (reply: { headers: Headers }): string | null => reply.headers.get('x-daily-requests-left');
    assert.equal(left(await rig.get('/v1/persons/1')), null);
    assert.equal(left(await rig.send('POST', '/v1/persons', {})), null, 'a refused one does not count');
    const added = await rig.send('POST', '/v2/persons', { name: 'One' });
    assert.equal(left(added), '99');
    assert.equal(left(await rig.send('PUT', `/v1/persons/${String(added.data['id'])}`, { name: 'Two' })), '98');
    assert.equal(left(await rig.send('PATCH', `/v2/persons/${String(added.data['id'])}`, { name: 'Three' })), null);
    now += 86_400_000;
    assert.equal(left(await rig.send('POST', '/v2/persons', { name: 'Next day' })), '99');
  });

  it('can be lifted', async () => {
    rig = await start({ limits: { burst: 1 }, clock });
    await rig.get('/v2/persons/1');
    assert.equal((await rig.get('/v2/persons/1')).status, 429);
    rig.sandbox.setLimits('off');
    const reply = await rig.get('/v2/persons/1');
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('x-ratelimit-limit'), null);
  });
});
