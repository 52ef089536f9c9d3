import assert from 'node:assert/strict';
import { ids, inner, type Json, type Reply, type Rig, start } from './support.ts';

describe('sandbox: paging', function () {
  this.timeout(30_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  async function byOffset(path: string, limit: number): Promise<Json[]> {
    const rows: Json[] = [];
    for (let start = 0; ; ) {
      const { rows: page, paging } = await rig.get(`${path}${path.includes('?') ? '&' : '?'}start=${start}&limit=${limit}`);
      rows.push(...page);
      assert.equal(paging['start'], start);
      if (!paging['more_items_in_collection']) {
        assert.ok(!('next_start' in paging));
        return rows;
      }
      start = Number(paging['next_start']);
    }
  }

  async function byCursor(path: string, limit: number): Promise<Json[]> {
    const rows: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const separator = path.includes('?') ? '&' : '?';
      const reply: Reply = await rig.get(`${path}${separator}limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
      assert.equal(reply.status, 200, reply.error);
      rows.push(...reply.rows);
      cursor = reply.next;
    }
    return rows;
  }

  it('reaches every person once, in both versions', async () => {
    const v1 = ids(await byOffset('/v1/persons', 500));
    const v2 = ids(await byCursor('/v2/persons', 170));
    const all = ids(await byCursor('/v1/persons/collection', 333));
    assert.equal(new Set(v1).size, v1.length);
    assert.equal(v1.length, 1_199, 'all but the deleted one');
    assert.deepEqual(v2, v1);
    assert.deepEqual(all, v1);
  });

  it('keeps the order asked for along the cursor, also where values are shared', async () => {
    for (const sort of ['add_time', 'update_time', 'id']) {
      for (const direction of ['asc', 'desc']) {
        const rows = await byCursor(`/v2/persons?sort_by=${sort}&sort_direction=${direction}`, 400);
        assert.equal(new Set(ids(rows)).size, 1_199);
        const values = rows.map((row) => (sort === 'id' ? Number(row['id']) : String(row[sort] ?? row['add_time'])));
        const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        assert.deepEqual(values, direction === 'asc' ? sorted : sorted.reverse());
      }
    }
    const stages = await byCursor('/v2/stages?sort_by=order_nr', 3);
    assert.equal(new Set(ids(stages)).size, 16);
  });

  it('loses and repeats nothing where records come and go meanwhile', async () => {
    const own = await start({ persons: 60 });
    try {
      const seen: number[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const reply: Reply = await own.get(`/v2/persons?limit=7${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...ids(reply.rows));
        cursor = reply.next;
        await own.send('DELETE', `/v2/persons/${seen[0]}`);
        await own.send('DELETE', `/v2/persons/${seen.at(-1)}`);
      }
      assert.equal(new Set(seen).size, seen.length);
      assert.equal(seen.length, 59);
    } finally {
      await own.sandbox.close();
    }
  });

  it('pages fields and search results too', async () => {
    const fields = await byOffset('/v1/personFields', 40);
    assert.ok(fields.length > 80, `${fields.length} rows`);
    const codes = (await byCursor('/v2/personFields', 20)).map((field) => String(field['field_code']));
    assert.equal(new Set(codes).size, codes.length);
    const hits = (await byCursor('/v2/persons/search?term=an', 50)).map((hit) => Number(inner(hit['item'])['id']));
    assert.ok(hits.length > 100);
    assert.equal(new Set(hits).size, hits.length);
  });

  it('cuts a limit that is too large in version 1 and refuses it in version 2', async () => {
    const v1 = await rig.get('/v1/persons?limit=9999');
    assert.equal(v1.rows.length, 500);
    assert.equal((await rig.get('/v2/persons?limit=501')).status, 400);
    assert.equal((await rig.get('/v2/persons?limit=0')).status, 400);
  });

  it('refuses a cursor that is not its own or of another order', async () => {
    assert.equal((await rig.get('/v2/persons?cursor=nonsense')).status, 400);
    const cursor = String((await rig.get('/v2/persons?limit=1')).next);
    assert.match(cursor, /^[\w-]+$/);
    assert.equal((await rig.get(`/v2/persons?sort_by=add_time&cursor=${cursor}`)).status, 400);
  });

  it('sorts and filters version 1 lists', async () => {
    const rows = await byOffset('/v1/persons?sort=name%20DESC', 500);
    const names = rows.map((row) => String(row['name']));
    assert.deepEqual(
      names,
      [...names].sort((a, b) => b.localeCompare(a, 'en')),
    );
    const some = await byOffset('/v1/persons?first_char=A', 500);
    assert.ok(some.length > 10 && some.every((row) => String(row['name']).toLowerCase().startsWith('a')));
    const owner = ids((await rig.get('/v1/users')).rows)[2];
    const owned = await byOffset(`/v1/persons?user_id=${owner}`, 500);
    assert.ok(owned.length > 0 && owned.every((row) => inner(row['owner_id'])['id'] === owner));
    const nobody = await rig.get('/v1/persons?start=5000');
    assert.equal(inner(nobody.body)['data'], null);
  });

  it('filters version 2 lists', async () => {
    const { rows } = await rig.get('/v2/persons?org_id=5&limit=500');
    assert.ok(rows.length > 0 && rows.every((one) => one['org_id'] === 5));
    const since = '2026-06-01T00:00:00Z';
    const recent = await rig.get(`/v2/persons?updated_since=${since}&updated_until=2026-07-01T00:00:00Z&limit=500`);
    assert.ok(recent.rows.length > 0);
    for (const one of recent.rows) {
      const changed = String(one['update_time'] ?? one['add_time']);
      assert.ok(changed >= since && changed < '2026-07-01T00:00:00Z');
    }
    assert.equal((await rig.get('/v2/persons?updated_since=2026-06-01T00:00:00.000Z')).status, 400);
    assert.equal((await rig.get('/v2/persons?filter_id=999')).status, 400);
    assert.deepEqual((await rig.get('/v2/persons?org_id=99999')).rows, []);
  });
});
