import assert from 'node:assert/strict';
import { inner, type Json, keyOf, type Rig, start } from './support.ts';

describe('sandbox: writing products', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  const pricesOf = (data: Json): unknown[] => (data['prices'] as Json[]).map(({ currency, price }) => [currency, price]);

  it('without a price it costs nothing in the user’s currency', async () => {
    const v1 = await rig.send('POST', '/v1/products', { name: 'Free' });
    const v2 = await rig.send('POST', '/v2/products', { name: 'Free' });
    assert.deepEqual([v1.status, v2.status], [201, 201]);
    for (const { data } of [v1, v2]) assert.deepEqual(pricesOf(data), [['EUR', 0]]);
    assert.equal((await rig.send('POST', '/v1/products', { code: 'x' })).error, 'Product name must be given.');
    assert.equal((await rig.send('POST', '/v2/products', { code: 'x' })).status, 400);
  });

  it('version 1 adds and changes prices, version 2 replaces all of them', async () => {
    const prices = [{ price: 1, currency: 'EUR', cost: 4, overhead_cost: 2 }];
    const { data } = await rig.send('POST', '/v1/products', { name: 'Priced', prices });
    const id = data['id'];
    const added = await rig.send('PUT', `/v1/products/${id}`, { prices: [{ price: 3, currency: 'USD' }] });
    assert.deepEqual(pricesOf(added.data), [
      ['EUR', 1],
      ['USD', 3],
    ]);
    const changed = await rig.send('PUT', `/v1/products/${id}`, { prices: [{ price: 9, currency: 'EUR' }] });
    assert.equal((changed.data['prices'] as Json[])[0]?.['cost'], 4, 'what is not said stays');
    const replaced = await rig.send('PATCH', `/v2/products/${id}`, { prices: [{ price: 7, currency: 'JPY', direct_cost: 5 }] });
    assert.deepEqual(pricesOf(replaced.data), [['JPY', 7]]);
    const twice = [
      { price: 1, currency: 'EUR' },
      { price: 2, currency: 'EUR' },
    ];
    assert.equal((await rig.send('PATCH', `/v2/products/${id}`, { prices: twice })).status, 400);
  });

  it('bills by rules', async () => {
    const create = (body: Json): Promise<number> =>
      rig.send('POST', '/v2/products', { name: 'Billed', ...body }).then(({ status }) => status);
    assert.equal(await create({ billing_frequency: 'weekly' }), 400, 'weekly needs an end');
    assert.equal(await create({ billing_frequency: 'weekly', billing_frequency_cycles: 10 }), 201);
    assert.equal(await create({ billing_frequency: 'monthly', billing_frequency_cycles: 209 }), 400);
    assert.equal(await create({ billing_frequency: 'monthly' }), 201);
    assert.equal(await create({ billing_frequency: 'one-time', billing_frequency_cycles: 1 }), 400);
    assert.equal(await create({ billing_frequency: 'hourly' }), 400);
  });

  it('both versions read what either wrote, custom fields included', async () => {
    const key = await keyOf(rig, 'Weight (kg)', 'product');
    await rig.send('PATCH', '/v2/products/9', { description: 'Told apart', is_linkable: false, custom_fields: { [key]: 1.5 } });
    const { data } = await rig.get('/v1/products/9');
    assert.deepEqual([data['description'], data['selectable'], data[key]], ['Told apart', false, 1.5]);
    await rig.send('PUT', '/v1/products/9', { [key]: null, description: null });
    const after = (await rig.get('/v2/products/9')).data;
    assert.deepEqual([after['description'], inner(after['custom_fields'])[key]], ['', null]);
  });

  it('deletes, and brings back through version 1', async () => {
    assert.equal((await rig.send('DELETE', '/v2/products/10')).status, 200);
    assert.equal((await rig.send('DELETE', '/v1/products/10')).status, 410);
    assert.equal((await rig.send('PATCH', '/v2/products/10', { name: 'x' })).status, 404);
    assert.equal((await rig.send('PUT', '/v1/products/10', { active_flag: true })).data['active_flag'], true);
  });

  it('answers the version 1 list of ids and saved filters', async () => {
    const machines = (await rig.get('/v1/products?filter_id=4&limit=500')).rows;
    assert.ok(machines.length > 0 && machines.every((product) => product['category'] === '21'));
    assert.deepEqual((await rig.get('/v2/products?filter_id=4&limit=500')).rows.length, machines.length);
    assert.equal((await rig.get('/v2/products?filter_id=1')).status, 400, 'a filter of other records');
  });
});
