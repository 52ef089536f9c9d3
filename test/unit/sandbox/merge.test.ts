import assert from 'node:assert/strict';
import { ids, inner, keyOf, type Reply, type Rig, start } from './support.ts';

describe('sandbox: merging persons', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  const create = async (body: unknown): Promise<number> => Number((await rig.send('POST', '/v2/persons', body)).data['id']);
  const merge = (absorbed: number, survivor: unknown): Promise<Reply> =>
    rig.send('PUT', `/v1/persons/${absorbed}/merge`, { merge_with_id: survivor });

  it('the one in the address is gone, the other keeps its values and has its empty ones filled', async () => {
    const [nickname, segment] = [await keyOf(rig, 'Nickname'), await keyOf(rig, 'Segment')];
    const absorbed = await create({
      name: 'Absorbed',
      job_title: 'From the absorbed',
      birthday: '1990-01-02',
      org_id: 2,
      emails: [{ value: 'both@example.com' }, { value: 'absorbed@example.com' }],
      custom_fields: { [nickname]: 'Theirs', [segment]: 101 },
    });
    const survivor = await create({
      name: 'Survivor',
      job_title: 'From the survivor',
      emails: [{ value: 'both@example.com' }],
      custom_fields: { [nickname]: 'Ours' },
    });
    const { status, data } = await merge(absorbed, survivor);
    assert.equal(status, 200);
    assert.deepEqual([data['id'], data['merge_what_id'], data['name']], [survivor, absorbed, 'Survivor']);
    assert.equal(data['org_id'], 2, 'a plain number, unlike anywhere else');
    const after = (await rig.get(`/v2/persons/${survivor}`)).data;
    assert.deepEqual([after['job_title'], after['birthday'], after['org_id']], ['From the survivor', '1990-01-02', 2]);
    assert.deepEqual(
      (after['emails'] as { value: string }[]).map(({ value }) => value),
      ['both@example.com', 'absorbed@example.com'],
    );
    const custom = inner(after['custom_fields']);
    assert.deepEqual([custom[nickname], custom[segment]], ['Ours', 101]);
    assert.equal((await rig.get(`/v2/persons/${absorbed}`)).data['is_deleted'], true);
    assert.deepEqual(ids((await rig.get(`/v2/persons?ids=${absorbed},${survivor}`)).rows), [survivor]);
  });

  it('moves deals, activities, notes, files, mail and followers', async () => {
    const { rows } = await rig.get('/v1/deals?limit=500');
    const absorbed = Number(inner(rows[0]?.['person_id'])['value']);
    const survivor = await create({ name: 'Heir' });
    await rig.send('POST', '/v1/notes', { content: 'To be kept', person_id: absorbed });
    await rig.send('POST', '/v1/activities', { subject: 'To be done', person_id: absorbed });
    const before = (await rig.get(`/v1/persons/${absorbed}`)).data;
    await merge(absorbed, survivor);
    const after = (await rig.get(`/v1/persons/${survivor}`)).data;
    for (const count of [
      'open_deals_count',
      'won_deals_count',
      'activities_count',
      'notes_count',
      'files_count',
      'email_messages_count',
    ]) {
      assert.equal(after[count], before[count], count);
    }
    assert.ok(Number(after['notes_count']) > 0);
    assert.equal((await rig.get(`/v1/persons/${absorbed}/deals`)).rows.length, 0);
    const heirs = (await rig.get(`/v2/persons/${survivor}/followers`)).rows.map((row) => row['user_id']);
    for (const { user_id } of (await rig.get(`/v2/persons/${absorbed}/followers`)).rows) assert.ok(heirs.includes(user_id));
  });

  it('refuses what cannot be merged', async () => {
    const id = await create({ name: 'Alone' });
    assert.equal((await merge(id, undefined)).status, 400);
    assert.equal((await merge(id, id)).status, 400);
    assert.equal((await merge(id, 999_999)).status, 404);
    assert.equal((await merge(999_999, id)).status, 404);
    assert.equal((await merge(id, 26)).status, 404, 'one that is deleted');
  });
});
