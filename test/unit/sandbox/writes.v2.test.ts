import assert from 'node:assert/strict';
import { inner, keyOf, type Reply, type Rig, start } from './support.ts';

describe('sandbox: writing through version 2', function () {
  this.timeout(20_000);
  let rig: Rig;
  let now = Date.UTC(2026, 11, 1, 12);
  before(async () => {
    rig = await start({ clock: () => now });
  });
  after(() => rig.sandbox.close());

  const create = (body: unknown): Promise<Reply> => rig.send('POST', '/api/v2/persons', body);
  const patch = (id: unknown, body: unknown): Promise<Reply> => rig.send('PATCH', `/api/v2/persons/${id}`, body);

  it('creates with what was sent and what follows from it', async () => {
    const { status, data } = await create({
      name: 'Ada King Lovelace',
      emails: [{ value: 'ada@example.com' }, { value: 'ada@example.org', label: 'home' }],
      phones: [],
      org_id: 3,
      add_time: '2020-02-03T04:05:06Z',
    });
    assert.equal(status, 200);
    assert.equal(data['first_name'], 'Ada');
    assert.equal(data['last_name'], 'King Lovelace');
    assert.equal(data['update_time'], null);
    assert.equal(data['add_time'], '2020-02-03T04:05:06Z');
    assert.equal(data['org_id'], 3);
    assert.deepEqual(data['emails'], [
      { label: 'work', value: 'ada@example.com', primary: true },
      { label: 'home', value: 'ada@example.org', primary: false },
    ]);
    assert.deepEqual(data['phones'], []);
    const fields = await rig.get('/v2/personFields?limit=500');
    const own = fields.rows.filter((field) => field['is_custom_field']).map((field) => field['field_code']);
    assert.deepEqual(Object.keys(inner(data['custom_fields'])), own, 'all keys of the account');
    assert.equal((await rig.get(`/v2/persons/${data['id']}`)).data['name'], 'Ada King Lovelace');
  });

  it('says everything that is wrong, by the key it is about', async () => {
    const segment = await keyOf(rig, 'Segment');
    const call = await keyOf(rig, 'Best time to call');
    const { status, body, error } = await patch(1, {
      owner_id: 1,
      visible_to: '3',
      nonsense: 1,
      org_id: '3',
      custom_fields: { [segment]: '101', [call]: '10:00', abc: 1 },
    });
    assert.equal(status, 400);
    assert.equal(inner(body)['code'], 'ERR_SCHEMA_VALIDATION_FAILED');
    assert.match(error, /^Validation failed: /);
    const problems = error.slice('Validation failed: '.length).split('; ');
    assert.ok(problems.includes('owner_id: User not found or not accessible.'));
    assert.ok(problems.includes("nonsense: Parameter 'nonsense' is not allowed for this request"));
    assert.ok(problems.includes(`${call}: Time custom field value expected 'object'`));
    assert.ok(problems.includes("custom_fields: Unknown key 'abc'"));
    for (const key of ['visible_to', 'org_id', segment])
      assert.ok(
        problems.some((one) => one.startsWith(`${key}: `)),
        key,
      );
    assert.equal(problems.length, 7);
  });

  it('takes a value of each type of field, gives it back, and loses it by null', async () => {
    const values: [name: string, value: unknown, shown?: unknown][] = [
      ['Nickname', 'Zed'],
      ['Customer number', 'K-1'],
      ['Background', 'Two\nlines'],
      ['Satisfaction score', -1.5],
      ['Credit limit', { value: 12.5, currency: 'JPY' }],
      ['Customer since', '2024-02-29'],
      ['Contract period', { value: '2024-01-01', until: '2025-01-01' }],
      [
        'Best time to call',
        { value: '10:30:00', timezone_name: 'Asia/Tokyo' },
        { value: '10:30:00', timezone_id: 128, timezone_name: 'Asia/Tokyo' },
      ],
      [
        'Office hours',
        { value: '09:00', until: '17:00', timezone_name: 'UTC' },
        { value: '09:00:00', until: '17:00:00', timezone_id: 150, timezone_name: 'UTC' },
      ],
      ['Segment', 102],
      ['Interests', [121, 125]],
      ['Parent company', 7],
      ['Referred by', 9],
      ['Emergency phone', '+1 503 555 0111'],
    ];
    for (const [name, value, shown = value] of values) {
      const key = await keyOf(rig, name);
      const written = await patch(40, { custom_fields: { [key]: value } });
      assert.equal(written.status, 200, `${name}: ${written.error}`);
      assert.deepEqual(inner((await rig.get('/v2/persons/40')).data['custom_fields'])[key], shown, name);
      const cleared = await patch(40, { custom_fields: { [key]: null } });
      assert.equal(inner(cleared.data['custom_fields'])[key], null, name);
    }
    const key = await keyOf(rig, 'Delivery address');
    const { data } = await patch(40, { custom_fields: { [key]: { value: 'Rüütli 1, Tartu', locality: 'Tartu' } } });
    const address = inner(inner(data['custom_fields'])[key]);
    assert.equal(address['value'], 'Rüütli 1, Tartu');
    assert.equal(address['locality'], 'Tartu');
    assert.equal(address['route'], null);
  });

  it('refuses what is of the wrong type or empty', async () => {
    const wrong: [name: string, value: unknown][] = [
      ['Nickname', ''],
      ['Nickname', 5],
      ['Nickname', 'x'.repeat(256)],
      ['Satisfaction score', '5'],
      ['Credit limit', 5],
      ['Credit limit', { value: '5', currency: 'EUR' }],
      ['Customer since', '2023-02-29'],
      ['Contract period', { value: '2024-01-01' }],
      ['Best time to call', { value: '25:00' }],
      ['Best time to call', { value: '10:00', timezone_name: 'Mars/Olympus' }],
      ['Segment', 109],
      ['Interests', []],
      ['Interests', '121'],
      ['Account manager', 1],
      ['Referred by', 99_999],
      ['Emergency phone', [{ value: '1' }]],
      ['Delivery address', 'Tartu'],
      ['Delivery address', { value: 'x', planet: 'Earth' }],
    ];
    for (const [name, value] of wrong) {
      const key = await keyOf(rig, name);
      const { status, error } = await patch(41, { custom_fields: { [key]: value } });
      assert.equal(status, 400, `${name} ${JSON.stringify(value)}`);
      assert.ok(error.startsWith(`Validation failed: ${key}: `), error);
    }
    for (const body of [
      { emails: ['a@example.com'] },
      { emails: 'a@example.com' },
      { phones: [{ value: 1 }] },
      { name: '' },
      { name: 5 },
      [],
    ]) {
      assert.equal((await patch(41, body)).status, 400, JSON.stringify(body));
    }
    const two = [
      { value: 'a@example.com', primary: true },
      { value: 'b@example.com', primary: true },
    ];
    assert.equal((await patch(41, { emails: two })).status, 400);
    assert.equal((await patch(41, { add_time: '2020-01-01T00:00:00Z' })).status, 400, 'only on creation');
    assert.equal((await create({})).status, 400);
    assert.equal((await create({ custom_fields: { custom_fields: {} }, name: 'x' })).status, 500);
  });

  it('keeps the time of the last change where nothing changes', async () => {
    const { data: created } = await create({ name: 'Steady' });
    now += 60_000;
    const same = await patch(created['id'], { name: 'Steady', emails: [], label_ids: [] });
    assert.equal(same.data['update_time'], null);
    const changed = await patch(created['id'], { first_name: 'Un', last_name: 'Steady' });
    assert.equal(changed.data['update_time'], '2026-12-01T12:01:00Z');
    assert.equal(changed.data['name'], 'Un Steady');
    now += 60_000;
    const again = await patch(created['id'], { last_name: 'Steady' });
    assert.equal(again.data['update_time'], '2026-12-01T12:01:00Z');
    assert.equal((await patch(created['id'], { first_name: '', last_name: '' })).status, 400);
  });

  it('deletes once', async () => {
    const { data } = await create({ name: 'Short-lived' });
    const path = `/v2/persons/${data['id']}`;
    const gone = await rig.send('DELETE', path);
    assert.deepEqual([gone.status, gone.data], [200, { id: data['id'] }]);
    const again = await rig.send('DELETE', path);
    assert.deepEqual([again.status, again.body], [410, { success: true, data: { id: data['id'] } }]);
    assert.equal((await rig.get(path)).data['is_deleted'], true);
    assert.equal((await patch(data['id'], { name: 'Back' })).status, 404, 'version 2 cannot bring back');
    assert.equal((await rig.send('DELETE', '/v2/persons/999999')).status, 404);
    assert.equal((await rig.get('/v2/persons/999999')).status, 404);
    assert.equal((await rig.get('/v2/persons/abc')).status, 400);
  });

  it('ignores a change of the marketing status that was made before', async () => {
    const { data } = await create({ name: 'Marketed', emails: [{ value: 'm@example.com' }], marketing_status: 'subscribed' });
    const shown = async (): Promise<unknown> =>
      (await rig.get(`/v2/persons/${data['id']}?include_fields=marketing_status`)).data['marketing_status'];
    assert.equal(await shown(), 'subscribed');
    for (const [wanted, expected] of [
      ['unsubscribed', 'unsubscribed'],
      ['subscribed', 'subscribed'],
      ['unsubscribed', 'subscribed'],
    ] as const) {
      assert.equal((await patch(data['id'], { marketing_status: wanted })).status, 200);
      assert.equal(await shown(), expected);
    }
    await patch(data['id'], { emails: [] });
    assert.equal(await shown(), 'no_consent');
  });

  it('shows more of a record when asked', async () => {
    const segment = await keyOf(rig, 'Segment');
    const interests = await keyOf(rig, 'Interests');
    await patch(42, { label_ids: [1, 3], custom_fields: { [segment]: 103, [interests]: [122] } });
    const query = `include_fields=open_deals_count,smart_bcc_email&include_labels=true&include_option_labels=true&custom_fields=${segment},${interests}`;
    const { data } = await rig.get(`/v2/persons/42?${query}`);
    assert.equal(typeof data['open_deals_count'], 'number');
    assert.deepEqual(data['labels'], [
      { id: 1, label: 'Customer' },
      { id: 3, label: 'Warm lead' },
    ]);
    assert.deepEqual(data['custom_fields'], {
      [segment]: { id: 103, label: 'Start-up' },
      [interests]: [{ id: 122, label: 'Energy' }],
    });
    assert.ok(!('open_deals_count' in (await rig.get('/v2/persons/42')).data));
    assert.equal((await rig.get('/v2/persons/42?include_fields=secrets')).status, 400);
    assert.equal((await rig.get('/v2/persons?start=0')).status, 400);
  });
});
