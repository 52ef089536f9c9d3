import assert from 'node:assert/strict';
import { ids, inner, type Json, type Rig, start } from './support.ts';

describe('sandbox: reading', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  it('tells who the token belongs to and who else is there', async () => {
    const me = await rig.get('/api/v1/users/me');
    assert.equal(me.data['is_you'], true);
    assert.equal(me.data['company_domain'], 'larkspur-demo');
    const users = await rig.get('/v1/users');
    assert.equal(users.rows.length, 8);
    assert.equal(users.rows.filter((user) => user['is_you']).length, 1);
    assert.ok(users.rows.some((user) => user['active_flag'] === false));
    const one = await rig.get(`/v1/users/${users.rows[3]?.['id']}`);
    assert.deepEqual(one.data, users.rows[3]);
    assert.equal((await rig.get('/v1/users/5')).status, 404);
    assert.equal((await rig.get('/api/v2/users/me')).status, 404, 'version 1 only');
  });

  it('gives the same record in a list and alone', async () => {
    for (const path of [
      '/v1/stages',
      '/v2/persons',
      '/v2/organizations',
      '/v2/pipelines',
      '/v2/stages',
      '/v2/products',
      '/v1/organizations',
    ]) {
      const first = inner((await rig.get(`${path}?limit=1`)).rows[0]);
      const { data } = await rig.get(`${path}/${first['id']}`);
      for (const key of Object.keys(data)) assert.deepEqual(data[key], first[key], `${path} ${key}`);
    }
  });

  it('shows a price as text only with one product', async () => {
    const listed = inner((await rig.get('/v1/products?limit=1')).rows[0]);
    const alone = (await rig.get(`/v1/products/${listed['id']}`)).data;
    assert.ok(!('price_formatted' in inner((listed['prices'] as Json[])[0])));
    assert.equal(typeof inner((alone['prices'] as Json[])[0])['price_formatted'], 'string');
    const counted = await rig.get('/v1/products?get_summary=1&limit=1');
    const extra = inner(inner(counted.body)['additional_data']);
    assert.deepEqual(extra['summary'], { total_count: '149' });
    assert.equal((await rig.get('/v1/products/9999')).error, 'Product not found.');
    assert.deepEqual(ids((await rig.get('/v2/products?ids=3,7,9&sort_by=id&sort_direction=desc')).rows), [9, 3], '7 is deleted');
  });

  it('knows fields by id in version 1 and by code in version 2', async () => {
    for (const entity of ['person', 'product']) {
      const v1 = (await rig.get(`/v1/${entity}Fields?limit=500`)).rows;
      const v2 = (await rig.get(`/v2/${entity}Fields?limit=500&include_fields=ui_visibility`)).rows;
      const own = v1.filter((field) => field['edit_flag'] && field['id'] !== null && field['active_flag']);
      assert.deepEqual(
        own.map((field) => field['key']),
        v2.filter((field) => field['is_custom_field']).map((field) => field['field_code']),
      );
      const one = own[0] ?? {};
      const { options: _, ...alone } = (await rig.get(`/v1/${entity}Fields/${one['id']}`)).data;
      assert.equal(alone['key'], one['key']);
      const coded = await rig.get(`/v2/${entity}Fields/${one['key']}`);
      assert.equal(coded.data['field_name'], one['name']);
      assert.ok(!('ui_visibility' in coded.data));
      assert.ok(v2.every((field) => 'ui_visibility' in field));
      assert.ok(
        v1.some((field) => field['id'] === null && field['is_subfield']),
        'parts of values stand in the list',
      );
    }
    assert.deepEqual((await rig.get('/v1/personFields/1')).body, { success: false, error: 'The field is not found' });
    assert.equal((await rig.get('/v1/personFields/1')).status, 410);
    assert.equal((await rig.get('/v2/personFields/nope')).status, 404);
    const deleted = (await rig.get('/v1/personFields?limit=500')).rows.filter((field) => field['active_flag'] === false);
    assert.equal(deleted.length, 1);
    assert.ok((await rig.get('/v1/personFields?limit=500')).rows.every((field) => field['options'] !== null));
  });

  it('finds by name, e-mail, phone and own fields, in both versions alike', async () => {
    const { data } = await rig.send('POST', '/v2/persons', {
      name: 'Quentin Quasar',
      emails: [{ value: 'qq@example.com' }],
      phones: [{ value: '+1 503 555 0177' }],
      org_id: 2,
    });
    const found = async (query: string): Promise<boolean[]> => {
      const answers = await Promise.all(['v1', 'v2'].map((version) => rig.get(`/${version}/persons/search?${query}`)));
      return answers.map(({ rows }) => rows.some((hit) => inner(hit['item'])['id'] === data['id']));
    };
    for (const query of [
      'term=quasar',
      'term=QQ@example',
      'term=5550177',
      'term=Quentin%20Quasar&exact_match=true',
      'term=qua&organization_id=2',
    ]) {
      assert.deepEqual(await found(query), [true, true], query);
    }
    for (const query of ['term=quasar&fields=email', 'term=Quasar&exact_match=true', 'term=quasar&organization_id=3']) {
      assert.deepEqual(await found(query), [false, false], query);
    }
    await rig.send('DELETE', `/v2/persons/${data['id']}`);
    assert.deepEqual(await found('term=quasar'), [false, false]);
  });

  it('refuses a search that says too little', async () => {
    assert.equal((await rig.get('/v2/persons/search?term=q')).status, 400);
    assert.equal((await rig.get('/v2/persons/search?term=q&exact_match=true')).status, 200);
    const v1 = await rig.get('/v1/organizations/search?term=a');
    assert.equal(v1.status, 400);
    const error = inner(inner(v1.body)['error']);
    assert.equal(typeof error['message'], 'string');
    assert.ok(Array.isArray(error['failed_fields']));
  });

  it('finds organizations and products', async () => {
    assert.ok((await rig.get('/v2/organizations/search?term=harbor')).rows.length > 0);
    assert.ok((await rig.get('/v1/organizations/search?term=harbor')).rows.length > 0);
    const hits = await rig.get('/v2/products/search?term=pump&include_fields=product.price');
    assert.equal(typeof inner(inner(hits.rows[0])['item'])['price'], 'number');
  });
});
