import assert from 'node:assert/strict';
import { ids, type Json, keyOf, type Rig, start } from './support.ts';

describe('sandbox: shaping fields', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  const idOf = async (name: string): Promise<unknown> =>
    (await rig.get('/v1/personFields?limit=500')).rows.find((field) => field['name'] === name && field['id'] !== null)?.['id'];

  it('version 1 takes the whole list of options: who is left out is deleted', async () => {
    const id = await idOf('Interests');
    const before = (await rig.get(`/v1/personFields/${id}`)).data['options'] as Json[];
    const options = [before[1], { id: before[0]?.['id'], label: 'Robots' }, { label: 'Brand new' }];
    const { data } = await rig.send('PUT', `/v1/personFields/${id}`, { name: 'Interests', options });
    const after = data['options'] as Json[];
    assert.deepEqual(
      after.map(({ label }) => label),
      [before[1]?.['label'], 'Robots', 'Brand new'],
    );
    assert.deepEqual(ids(after.slice(0, 2)), ids([before[1] ?? {}, before[0] ?? {}]));
    const gone = ids(data['options_deleted'] as Json[]);
    for (const option of before.slice(2)) assert.ok(gone.includes(Number(option['id'])));
    assert.equal((await rig.send('PUT', `/v1/personFields/${id}`, { options: [{ id: 5, label: 'Unknown' }] })).status, 400);
  });

  it('refuses to touch what every account has', async () => {
    const id = await idOf('Job title');
    assert.equal((await rig.send('PUT', `/v1/personFields/${id}`, { name: 'Profession' })).status, 403);
    assert.equal((await rig.send('DELETE', `/v1/personFields/${id}`)).status, 403);
    assert.equal((await rig.send('PATCH', '/v2/personFields/job_title', { field_name: 'Profession' })).status, 403);
    assert.equal((await rig.send('DELETE', '/v2/personFields/job_title')).status, 403);
    assert.deepEqual((await rig.send('DELETE', `/v1/personFields?ids=${id}`)).data['id'], []);
  });

  it('a new field holds values in both versions, a deleted one is gone from both', async () => {
    const created = await rig.send('POST', '/v2/personFields', { field_name: 'Shoe size', field_type: 'double' });
    const key = String(created.data['field_code']);
    assert.match(key, /^[0-9a-f]{40}$/);
    await rig.send('PATCH', '/v2/persons/60', { custom_fields: { [key]: 42.5 } });
    assert.equal((await rig.get('/v1/persons/60')).data[key], 42.5);
    const id = await idOf('Shoe size');
    assert.deepEqual((await rig.send('DELETE', `/v1/personFields/${id}`)).data, { id });
    assert.ok(!(key in (await rig.get('/v1/persons/60')).data));
    assert.equal((await rig.get(`/v1/personFields/${id}`)).status, 410);
    assert.equal((await rig.get(`/v2/personFields/${key}`)).status, 404);
    assert.equal((await rig.send('PATCH', '/v2/persons/60', { custom_fields: { [key]: 1 } })).status, 400);
  });

  it('version 2 keeps where a field is shown', async () => {
    const shown = {
      ui_visibility: {
        add_visible_flag: true,
        details_visible_flag: false,
        show_in_add_deal_dialog: { show: true, order: 2 },
      },
      important_fields: { enabled: true, stage_ids: [1, 2] },
      required_fields: { enabled: true },
    };
    const { data } = await rig.send('POST', '/v2/personFields', { field_name: 'Shown', field_type: 'varchar', ...shown });
    const asked = `/v2/personFields/${data['field_code']}?include_fields=ui_visibility,important_fields,required_fields`;
    const kept = async (): Promise<Json> => {
      const field = (await rig.get(asked)).data;
      return Object.fromEntries(Object.keys(shown).map((key) => [key, field[key]]));
    };
    assert.deepEqual(await kept(), shown);
    await rig.send('PATCH', `/v2/personFields/${data['field_code']}`, { important_fields: { stage_ids: [3] } });
    assert.deepEqual(await kept(), { ...shown, important_fields: { enabled: true, stage_ids: [3] } });
    const wrong = { important_fields: { stage_ids: ['x'] }, ui_visibility: { show_in_add_deal_dialog: { show: 1, order: 'y' } } };
    const { error } = await rig.send('PATCH', `/v2/personFields/${data['field_code']}`, wrong);
    for (const place of ['stage_ids', 'show_in_add_deal_dialog']) assert.ok(error.includes(place), error);
  });

  it('options of version 2: all or nothing', async () => {
    const path = `/v2/personFields/${await keyOf(rig, 'Segment')}/options`;
    const count = async (): Promise<number> => ((await rig.get(path.replace('/options', ''))).data['options'] as Json[]).length;
    const before = await count();
    const half = await rig.send('PATCH', path, [
      { id: 101, label: 'Renamed' },
      { id: 4_711, label: 'Unknown' },
    ]);
    assert.equal(half.status, 400);
    assert.match(half.error, /1\.id: Option '4711' does not exist/);
    assert.equal((await rig.send('POST', path, [])).status, 400);
    assert.equal((await rig.send('POST', path, [{ label: 'One' }, { label: '' }])).status, 400);
    assert.equal(await count(), before);
    assert.equal(
      (await rig.send('POST', `/v2/personFields/${await keyOf(rig, 'Nickname')}/options`, [{ label: 'x' }])).status,
      400,
    );
  });

  it('refuses types and lists that cannot be', async () => {
    assert.equal((await rig.send('POST', '/v1/personFields', { name: 'x', field_type: 'int' })).status, 400);
    assert.equal((await rig.send('POST', '/v1/personFields', { name: 'x', field_type: 'enum' })).status, 400);
    assert.equal((await rig.send('POST', '/v1/personFields', { name: ' ', field_type: 'text' })).status, 400);
    const refused = await rig.send('POST', '/v2/productFields', {
      field_type: 'visible_to',
      color: 1,
      options: [{ label: 'a' }],
    });
    assert.equal(refused.status, 400);
    for (const name of ['field_name', 'field_type', 'color', 'options']) assert.match(refused.error, new RegExp(name));
  });
});
