import assert from 'node:assert/strict';
import { ids, inner, type Json, type Reply, type Rig, start } from './support.ts';

describe('sandbox: pipelines, stages, deals and their numbers', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  const patch = (path: string, body: unknown): Promise<Reply> => rig.send('PATCH', `/v2${path}`, body);
  const statistics = async (pipeline: unknown, name: string, query: string): Promise<Json> =>
    (await rig.get(`/v1/pipelines/${pipeline}/${name}_statistics?${query}`)).data;

  it('a pipeline goes behind the others, can be moved in version 1 only, and takes its stages with it', async () => {
    const made = await rig.send('POST', '/v2/pipelines', { name: 'Fresh' });
    assert.equal(made.data['order_nr'], 5);
    assert.equal((await patch(`/pipelines/${made.data['id']}`, { order_nr: 0 })).status, 400);
    const moved = await rig.send('PUT', `/v1/pipelines/${made.data['id']}`, { order_nr: 0, deal_probability: 0 });
    assert.deepEqual([moved.data['order_nr'], moved.data['deal_probability']], [0, false]);
    const stage = await rig.send('POST', '/v1/stages', { name: 'Only', pipeline_id: made.data['id'], rotten_flag: true });
    assert.equal(stage.data['rotten_days'], 10);
    await rig.send('DELETE', `/v2/pipelines/${made.data['id']}`);
    assert.equal((await rig.get(`/v2/stages?pipeline_id=${made.data['id']}`)).rows.length, 0);
    assert.equal((await rig.send('POST', '/v1/pipelines', {})).status, 400);
    assert.equal((await rig.send('POST', '/v2/stages', { name: 'x', pipeline_id: made.data['id'] })).status, 400);
  });

  it('statistics count the moves that deals make', async () => {
    const pipeline = (await rig.send('POST', '/v2/pipelines', { name: 'Measured' })).data['id'];
    const stages: unknown[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      stages.push((await rig.send('POST', '/v2/stages', { name, pipeline_id: pipeline })).data['id']);
    }
    const me = (await rig.get('/v1/users/me')).data['id'];
    const deals = ids((await rig.get('/v2/deals?status=open&limit=4')).rows);
    for (const id of deals) await patch(`/deals/${id}`, { stage_id: stages[0], owner_id: me, value: 100, currency: 'EUR' });
    for (const id of deals.slice(0, 3)) await patch(`/deals/${id}`, { stage_id: stages[1] });
    await patch(`/deals/${deals[0]}`, { status: 'won' });
    await patch(`/deals/${deals[1]}`, { status: 'lost', lost_reason: 'Price' });
    const today = new Date().toISOString().slice(0, 10);
    const span = `start_date=2026-11-01&end_date=${today > '2026-11-02' ? today : '2026-11-02'}`;
    const conversion = await statistics(pipeline, 'conversion', span);
    assert.deepEqual(conversion['stage_conversions'], [
      { from_stage_id: stages[0], to_stage_id: stages[1], conversion_rate: 75 },
      { from_stage_id: stages[1], to_stage_id: stages[2], conversion_rate: 0 },
    ]);
    assert.deepEqual([conversion['won_conversion'], conversion['lost_conversion']], [25, 25]);
    const movement = await statistics(pipeline, 'movement', span);
    assert.deepEqual(inner(movement['won_deals']), {
      count: 1,
      deals_ids: [deals[0]],
      values: { EUR: 100 },
      formatted_values: { EUR: '€100' },
    });
    assert.equal(inner(movement['deals_left_open'])['count'], 2);
    assert.equal((await rig.get(`/v1/pipelines/${pipeline}/conversion_statistics?start_date=2026-01-01`)).status, 400);
    const other = await statistics(pipeline, 'conversion', `${span}&user_id=1`);
    assert.equal(other['won_conversion'], 0);
  });

  it('statistics give the age that deals had at a period’s end, in the stage where they stood then', async () => {
    const day = 86_400_000;
    let now = Date.parse('2027-01-01T00:00:00Z');
    const past = await start({ clock: () => now });
    const pipeline = (await past.send('POST', '/v2/pipelines', { name: 'Ageing' })).data['id'];
    const stages: unknown[] = [];
    for (const name of ['Zero', 'One', 'Two']) {
      stages.push((await past.send('POST', '/v2/stages', { name, pipeline_id: pipeline })).data['id']);
    }
    const me = (await past.get('/v1/users/me')).data['id'];
    const [old] = (await past.get('/v2/deals?status=open&limit=1')).rows;
    const change = (body: object) => past.send('PATCH', `/v2/deals/${old?.['id']}`, body);
    const since = Date.parse(String(old?.['add_time']));
    const lived = (until: string) => Math.round((Date.parse(until) + day - since) / day);
    await change({ stage_id: stages[1], owner_id: me });
    now += 20 * day;
    await change({ stage_id: stages[2] });
    now += 20 * day;
    await change({ status: 'won' });
    const ages = async (until: string) => {
      const path = `/v1/pipelines/${pipeline}/movement_statistics?start_date=2026-12-01&end_date=${until}`;
      const { across_all_stages: all, by_stages: each } = inner((await past.get(path)).data['average_age_in_days']);
      return [all, ...(each as Json[]).map(({ value }) => value)];
    };
    assert.deepEqual(await ages('2026-12-30'), [lived('2026-12-30'), 0, 0, 0]);
    assert.deepEqual(await ages('2027-01-10'), [lived('2027-01-10'), 0, 10, 0]);
    assert.deepEqual(await ages('2027-01-30'), [lived('2027-01-30'), 0, 0, 10]);
    assert.deepEqual(await ages('2027-02-28'), [0, 0, 0, 0]);
    await change({ status: 'open' });
    // Days to come are not counted.
    assert.deepEqual(await ages('2027-12-31'), [lived('2027-02-09'), 0, 0, 20]);
    await past.sandbox.close();
  });

  it('lists one’s own open deals of a pipeline unless everyone’s are asked for', async () => {
    const me = (await rig.get('/v1/users/me')).data['id'];
    const own = (await rig.get('/v1/pipelines/1/deals?limit=500')).rows;
    assert.ok(own.length > 0 && own.every((deal) => deal['user_id'] === me && deal['status'] === 'open'));
    const all = (await rig.get('/v1/pipelines/1/deals?everyone=1&limit=500')).rows;
    assert.ok(all.length > own.length);
    const open = (await rig.get('/v2/deals?pipeline_id=1&status=open&limit=500')).rows;
    assert.deepEqual(ids(all), ids(open));
    const archived = (await rig.get('/v2/deals/archived?limit=500')).rows;
    assert.ok(archived.length > 0 && archived.every((deal) => deal['is_archived']));
    const mine = (await rig.get('/v1/deals/archived?owned_by_you=1&limit=500')).rows;
    assert.deepEqual(ids(mine), ids(archived.filter((deal) => deal['owner_id'] === me)));
    assert.equal((await patch(`/deals/${archived[0]?.['id']}`, { title: 'No' })).status, 400);
  });

  it('sums deals by stage and currency, in one currency where asked', async () => {
    const summary = inner((await rig.get('/v1/pipelines/1?totals_convert_currency=USD')).data['deals_summary']);
    const perCurrency = inner(summary['per_currency_full']);
    const open = (await rig.get('/v2/deals?pipeline_id=1&status=open&limit=500')).rows;
    const euros = open.filter((deal) => deal['currency'] === 'EUR');
    assert.deepEqual(perCurrency['EUR'], {
      count: euros.length,
      value: euros.reduce((sum, deal) => sum + Number(deal['value']), 0),
    });
    for (const stage of Object.values(inner(summary['per_stages_converted'])))
      assert.deepEqual(Object.keys(inner(stage)), ['USD']);
    assert.equal((await rig.get('/v1/pipelines/1?totals_convert_currency=XXX')).status, 400);
    assert.ok(!('deals_summary' in (await rig.get('/v1/pipelines/1')).data));
  });
});
