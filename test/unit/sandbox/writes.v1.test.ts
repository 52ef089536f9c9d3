import assert from 'node:assert/strict';
import { ids, inner, type Json, keyOf, type Reply, type Rig, start } from './support.ts';

describe('sandbox: writing through version 1', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  const create = (body: unknown): Promise<Reply> => rig.send('POST', '/v1/persons', body);
  const put = (id: unknown, body: unknown): Promise<Reply> => rig.send('PUT', `/v1/persons/${id}`, body);

  it('creates from loose values', async () => {
    const { status, body, data } = await create({
      name: 'Grace Hopper',
      email: 'grace@example.com',
      phone: [{ value: '+1 503 555 0100', primary: '1', label: 'mobile' }],
      org_id: '4',
      visible_to: '7',
      unheard: true,
      add_time: '2020-02-03 04:05:06',
    });
    assert.equal(status, 201);
    assert.deepEqual(inner(body)['additional_data'], { didMerge: false });
    assert.deepEqual(data['email'], [{ label: 'work', value: 'grace@example.com', primary: true }]);
    assert.deepEqual(data['phone'], [{ label: 'mobile', value: '+1 503 555 0100', primary: true }]);
    assert.deepEqual(data['im'], [{ value: '', primary: true }], 'none, without a label');
    assert.equal(inner(data['org_id'])['value'], 4);
    assert.equal(data['visible_to'], '7');
    assert.equal(data['add_time'], '2020-02-03 04:05:06');
    assert.equal(data['primary_email'], 'grace@example.com');
    const related = inner(inner(body)['related_objects']);
    assert.ok(inner(related['organization'])['4']);
    assert.equal(Object.keys(inner(related['user'])).length, 1);
  });

  it('wants a name', async () => {
    for (const reply of [await create({}), await create({ name: ' ' }), await put(1, { name: '' })]) {
      assert.equal(reply.status, 400);
      assert.deepEqual(reply.body, {
        success: false,
        error: 'Name must be given.',
        error_info: 'Please check developers.pipedrive.com for more information about Pipedrive API.',
        data: null,
        additional_data: null,
      });
    }
  });

  it('answers an update without primary_email, and skips what it does not know', async () => {
    const { status, data } = await put(50, { job_title: 'Pilot', nonsense: 1, visible_to: '3' });
    assert.equal(status, 200);
    assert.equal(data['job_title'], 'Pilot');
    assert.ok(!('primary_email' in data));
    assert.equal(data['picture_128_url'], null);
    assert.equal((await put(50, { visible_to: '2' })).status, 403);
    assert.equal((await put(999_999, { name: 'x' })).status, 404);
    assert.equal((await put(999_999, { name: 'x' })).error, 'Person not found');
  });

  it('writes each type of field flat, and both versions read the same', async () => {
    const writes: [name: string, sent: (key: string) => Json, flat: (key: string) => Json, nested: unknown][] = [
      ['Nickname', (k) => ({ [k]: 'Zed' }), (k) => ({ [k]: 'Zed' }), 'Zed'],
      ['Satisfaction score', (k) => ({ [k]: '4.5' }), (k) => ({ [k]: 4.5 }), 4.5],
      [
        'Credit limit',
        (k) => ({ [k]: 10, [`${k}_currency`]: 'USD' }),
        (k) => ({ [k]: 10, [`${k}_currency`]: 'USD' }),
        { value: 10, currency: 'USD' },
      ],
      ['Customer since', (k) => ({ [k]: '2024-05-06T07:08:09Z' }), (k) => ({ [k]: '2024-05-06' }), '2024-05-06'],
      [
        'Contract period',
        (k) => ({ [k]: '2024-01-01', [`${k}_until`]: '2024-12-31' }),
        (k) => ({ [k]: '2024-01-01', [`${k}_until`]: '2024-12-31' }),
        { value: '2024-01-01', until: '2024-12-31' },
      ],
      [
        'Office hours',
        (k) => ({ [k]: '09:00', [`${k}_until`]: '17:00:00', [`${k}_timezone_id`]: 128 }),
        (k) => ({ [k]: '09:00:00', [`${k}_until`]: '17:00:00', [`${k}_timezone_id`]: 128 }),
        { value: '09:00:00', until: '17:00:00', timezone_id: 128, timezone_name: 'Asia/Tokyo' },
      ],
      ['Segment', (k) => ({ [k]: '102' }), (k) => ({ [k]: '102' }), 102],
      ['Interests', (k) => ({ [k]: '121,124' }), (k) => ({ [k]: '121,124' }), [121, 124]],
    ];
    for (const [name, sent, flat, nested] of writes) {
      const key = await keyOf(rig, name);
      const { status } = await put(51, sent(key));
      assert.equal(status, 200);
      const { data } = await rig.get('/v1/persons/51');
      for (const [at, value] of Object.entries(flat(key))) assert.deepEqual(data[at], value, `${name} ${at}`);
      assert.deepEqual(inner((await rig.get('/v2/persons/51')).data['custom_fields'])[key], nested, name);
    }
  });

  it('clears: short text to empty text, the rest to null', async () => {
    for (const [name, sent, empty] of [
      ['Nickname', 'Zed', ''],
      ['Customer number', 'K-9', ''],
      ['Background', 'Long', null],
      ['Satisfaction score', 3, null],
      ['Credit limit', 10, null],
      ['Customer since', '2024-01-01', null],
      ['Emergency phone', '+1 503 555 0123', null],
      ['Delivery address', 'Tartu', null],
    ] as const) {
      const key = await keyOf(rig, name);
      await put(52, { [key]: sent });
      const { data } = await put(52, { [key]: null });
      assert.equal(data[key], empty, name);
      assert.equal(inner((await rig.get('/v2/persons/52')).data['custom_fields'])[key], null);
    }
    const { data } = await put(52, { phone: null, email: null, org_id: null });
    assert.deepEqual(data['phone'], [{ value: '', primary: true }]);
    assert.deepEqual(data['email'], [{ value: '', primary: true }]);
    assert.equal(data['org_id'], null);
  });

  it('defaults a missing currency, and shows the parts of an address only when read again', async () => {
    const money = await keyOf(rig, 'Credit limit');
    const address = await keyOf(rig, 'Delivery address');
    const { data } = await put(53, { [money]: null });
    assert.equal(data[`${money}_currency`], null);
    const written = await put(53, { [money]: 5, [address]: 'Rüütli 1, Tartu' });
    assert.equal(written.data[`${money}_currency`], 'EUR');
    assert.equal(written.data[address], 'Rüütli 1, Tartu');
    assert.equal(written.data[`${address}_formatted_address`], null);
    assert.equal((await rig.get('/v1/persons/53')).data[`${address}_formatted_address`], 'Rüütli 1, Tartu');
  });

  it('keeps label and label_ids in step', async () => {
    assert.equal((await put(54, { label_ids: [3, 1] })).data['label'], 3);
    assert.deepEqual((await put(54, { label: 2 })).data['label_ids'], [2]);
    assert.deepEqual((await put(54, { label: null })).data['label_ids'], []);
  });

  it('deletes, says so again, and brings back', async () => {
    const { data } = await create({ name: 'Phoenix' });
    const path = `/v1/persons/${data['id']}`;
    assert.deepEqual((await rig.send('DELETE', path)).body, { success: true, data: { id: data['id'] } });
    const again = await rig.send('DELETE', path);
    assert.deepEqual([again.status, again.body], [410, { success: true, data: { id: data['id'] } }]);
    const never = await rig.send('DELETE', '/v1/persons/999999');
    assert.deepEqual([never.status, inner(never.body)['success']], [410, false]);
    const gone = await rig.get(path);
    assert.equal(gone.data['active_flag'], false);
    assert.notEqual(gone.data['delete_time'], null);
    assert.equal((await put(data['id'], { active_flag: true })).data['active_flag'], true);
    assert.ok(ids((await rig.get('/v2/persons?ids=' + String(data['id']))).rows).length === 1);
  });
});
