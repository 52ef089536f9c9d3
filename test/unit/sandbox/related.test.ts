import assert from 'node:assert/strict';
import { form, ids, inner, type Json, picture, type Rig, start } from './support.ts';

describe('sandbox: what hangs on a person', function () {
  this.timeout(20_000);
  let rig: Rig;
  let users: number[];
  before(async () => {
    rig = await start();
    users = ids((await rig.get('/v1/users')).rows);
  });
  after(() => rig.sandbox.close());

  const create = async (name: string): Promise<string> =>
    `/persons/${(await rig.send('POST', '/v1/persons', { name })).data['id']}`;

  it('followers: removed by the relation in version 1 and by the user in version 2', async () => {
    const path = `${await create('Followed')}/followers`;
    assert.deepEqual(
      (await rig.get(`/v2${path}`)).rows.map((row) => row['user_id']),
      [users[0]],
      'who creates it follows',
    );
    const { data } = await rig.send('POST', `/v1${path}`, { user_id: users[1] });
    assert.equal((await rig.send('POST', `/v1${path}`, { user_id: users[1] })).data['id'], data['id'], 'twice is no harm');
    assert.equal((await rig.send('POST', `/v2${path}`, { user_id: users[1] })).status, 400, 'but refused here');
    assert.equal((await rig.send('DELETE', `/v1${path}/${users[1]}`)).status, 404);
    assert.equal((await rig.send('DELETE', `/v1${path}/${data['id']}`)).status, 200);
    assert.equal((await rig.send('POST', `/v2${path}`, { user_id: users[2] })).status, 201);
    assert.deepEqual((await rig.send('DELETE', `/v2${path}/${users[2]}`)).data, { user_id: users[2] });
    assert.equal((await rig.send('POST', `/v1${path}`, {})).error, 'user_id must be given');
    assert.equal((await rig.send('POST', `/v1${path}`, { user_id: 1 })).error, 'User not found');
  });

  it('a picture: square, large enough and of a known kind, and shown at its address without a token', async () => {
    const path = `/v1${await create('Pictured')}/picture`;
    const crop = { crop_x: 0, crop_y: 50, crop_width: 200, crop_height: 200 };
    for (const [file, fields] of [
      [picture(200, 300), {}],
      [picture(100), {}],
      [new Blob(['no picture']), {}],
      [picture(200, 300), { ...crop, crop_y: 150 }],
      [picture(200, 300), { crop_x: 0 }],
    ] as const) {
      assert.equal((await rig.send('POST', path, form(file, 'face.png', fields))).status, 400);
    }
    const { status, data } = await rig.send('POST', path, form(picture(200, 300), 'face.png', crop));
    assert.equal(status, 200);
    const person = (await rig.get(path.replace('/picture', ''))).data;
    assert.equal(inner(person['picture_id'])['value'], data['id']);
    const shown = await fetch(String(inner(data['pictures'])['128']));
    assert.equal(shown.status, 200);
    assert.equal(shown.headers.get('content-type'), 'image/svg+xml');
    const drawing = await shown.text();
    assert.match(
      drawing,
      /width="128" height="128" viewBox="0 50 200 200"/,
      'the square that was chosen, at the size of the address',
    );
    assert.match(drawing, /<image width="200" height="300"/);
    const inside = /href="data:image\/png;base64,([^"]+)"/.exec(drawing)?.[1] ?? '';
    assert.deepEqual(Buffer.from(inside, 'base64'), Buffer.from(await picture(200, 300).arrayBuffer()));
    const whole = await rig.send('POST', path, form(picture(200), 'face.png'));
    const uncut = await fetch(String(inner(whole.data['pictures'])['512']));
    assert.equal(uncut.headers.get('content-type'), 'image/png');
    assert.deepEqual(await uncut.arrayBuffer(), await picture(200).arrayBuffer());
    assert.equal((await fetch(`${rig.sandbox.url}/pictures/guessed/1_128`)).status, 404);
    assert.equal((await rig.send('DELETE', path)).status, 200);
    assert.equal((await rig.send('DELETE', path)).status, 404);
    assert.equal((await rig.get(path.replace('/v1', '/v2'))).status, 404);
  });

  it('files: added by a form, counted, downloaded, renamed, deleted', async () => {
    const path = await create('Filed');
    const id = Number(path.split('/')[2]);
    const added = await rig.send('POST', '/v1/files', form(new Blob(['héllo']), 'häuser.txt', { person_id: id }));
    assert.deepEqual([added.data['name'], added.data['file_size'], added.data['person_id']], ['häuser.txt', 6, id]);
    assert.equal((await rig.get(`/v1${path}`)).data['files_count'], 1);
    assert.deepEqual(ids((await rig.get(`/v1${path}/files`)).rows), [added.data['id']]);
    const there = await rig.get(`/v1/files/${added.data['id']}/download`);
    assert.equal(there.body, 'héllo');
    assert.match(there.headers.get('content-disposition') ?? '', /h%C3%A4user/);
    const file = `/v1/files/${added.data['id']}`;
    assert.equal((await rig.send('PUT', file, { name: 'b.txt' })).data['name'], 'b.txt');
    assert.equal((await rig.send('DELETE', file)).status, 200);
    assert.equal((await rig.get(`/v1${path}`)).data['files_count'], 0);
    assert.equal((await rig.get(`${file}/download`)).status, 404);
    assert.equal((await rig.send('POST', '/v1/files', { person_id: id })).status, 400);
    assert.equal((await rig.get('/v1/files?limit=500')).rows.length, 100, 'a hundred at most');
  });

  it('notes are listed by what is pinned, by what they hang on and by when they changed', async () => {
    const person_id = Number((await create('Noted')).split('/')[2]);
    const add = async (more: Json): Promise<unknown> =>
      (await rig.send('POST', '/v1/notes', { content: 'x', person_id, ...more })).data['id'];
    const [plain, pinned] = [await add({}), await add({ pinned_to_person_flag: 1 })];
    const listed = async (query: string): Promise<number[]> =>
      ids((await rig.get(`/v1/notes?person_id=${person_id}&sort=id&${query}`)).rows);
    assert.deepEqual(await listed(''), [plain, pinned]);
    assert.deepEqual(await listed('pinned_to_person_flag=1'), [pinned]);
    assert.deepEqual(await listed('pinned_to_person_flag=0'), [plain]);
    for (const other of ['lead', 'project', 'task']) {
      assert.deepEqual(await listed(`pinned_to_${other}_flag=1`), []);
      assert.deepEqual(await listed(`${other}_id=1`), []);
    }
    assert.deepEqual(await listed('updated_since=2026-01-01T00:00:00Z'), [plain, pinned]);
    assert.deepEqual(await listed('updated_since=2100-01-01T00:00:00Z'), []);
  });

  it('notes are counted and found by search', async () => {
    const path = await create('Noted');
    const id = Number(path.split('/')[2]);
    const { data } = await rig.send('POST', '/v1/notes', { content: '<b>Zwiebelkuchen</b>', person_id: id });
    assert.equal((await rig.get(`/v2${path}?include_fields=notes_count`)).data['notes_count'], 1);
    const found = await rig.get('/v2/persons/search?term=zwiebelkuchen&fields=notes');
    assert.deepEqual(
      found.rows.map((row) => inner(row['item'])['id']),
      [id],
    );
    assert.equal((await rig.send('DELETE', `/v1/notes/${data['id']}`)).status, 200);
    assert.equal((await rig.get('/v2/persons/search?term=zwiebelkuchen')).rows.length, 0);
    assert.equal((await rig.send('POST', '/v1/notes', { content: 'Nowhere' })).status, 400);
  });

  it('activities: done and undone, counted, and in version 2 by their participant', async () => {
    const path = await create('Busy');
    const id = Number(path.split('/')[2]);
    const body = { subject: 'Ring', participants: [{ person_id: id, primary: true }] };
    const { data } = await rig.send('POST', '/v2/activities', body);
    assert.equal((await rig.get(`/v1${path}`)).data['undone_activities_count'], 1);
    await rig.send('PATCH', `/v2/activities/${data['id']}`, { done: true });
    assert.deepEqual(ids((await rig.get(`/v1${path}/activities?done=1`)).rows), [data['id']]);
    assert.equal((await rig.get(`/v1${path}/activities?done=0`)).rows.length, 0);
    assert.equal((await rig.get(`/v2/activities?person_id=${id}&done=true`)).rows.length, 1);
    assert.equal((await rig.send('POST', '/v2/activities', { person_id: id })).status, 400, 'read-only there');
  });

  it('the changelog and the flow tell what was done, and by whom', async () => {
    const path = await create('Changing');
    await rig.send('PATCH', `/v2${path}`, { job_title: 'First' });
    await rig.sandbox.asColleague('PUT', `/v1${path}`, { job_title: 'Second' });
    const rows = (await rig.get(`/v1${path}/changelog`)).rows;
    assert.deepEqual(
      rows.map(({ field_key, old_value, new_value, actor_user_id }) => [field_key, old_value, new_value, actor_user_id]),
      [
        ['job_title', 'First', 'Second', users[1]],
        ['job_title', null, 'First', users[0]],
      ],
    );
    const first = await rig.get(`/v1${path}/changelog?limit=1`);
    assert.equal((await rig.get(`/v1${path}/changelog?limit=1&cursor=${first.next}`)).rows.length, 1);
    await rig.send('POST', '/v1/notes', { content: 'Seen', person_id: Number(path.split('/')[2]) });
    const flow = (await rig.get(`/v1${path}/flow`)).rows.map((row: Json) => row['object']);
    assert.deepEqual(flow.toSorted(), ['note', 'personChange', 'personChange', 'personFollower']);
    assert.equal((await rig.get(`/v1${path}/flow?items=note`)).rows.length, 1);
  });

  it('the made-up people have a past too, the same each time it is asked for', async () => {
    const once = await rig.get('/v1/persons/3/changelog');
    assert.deepEqual((await rig.get('/v1/persons/3/changelog')).rows, once.rows);
    let changed = 0;
    for (let id = 1; id <= 20; id += 1) changed += (await rig.get(`/v1/persons/${id}/changelog`)).rows.length;
    assert.ok(changed > 10);
  });

  it('who may see a person', async () => {
    const path = await create('Private');
    const everybody = inner((await rig.get(`/v1${path}/permittedUsers`)).body)['data'];
    assert.deepEqual(everybody, users.slice(0, -1), 'but who has left');
    await rig.send('PATCH', `/v2${path}`, { visible_to: 1, owner_id: users[3] });
    assert.deepEqual(inner((await rig.get(`/v1${path}/permittedUsers`)).body)['data'], [users[0], users[3]]);
  });

  it('bulk deletion answers who was there', async () => {
    const made = [await create('One'), await create('Two')].map((path) => Number(path.split('/')[2]));
    const { body } = await rig.send('DELETE', `/v1/persons?ids=${made.join(',')},999999`);
    assert.deepEqual(inner(inner(body)['data'])['id'], made);
    assert.equal((await rig.send('DELETE', '/v1/persons')).status, 400);
  });
});

describe('sandbox: without an administrator’s rights', function () {
  this.timeout(20_000);

  it('the collection and the shape of pipelines are closed', async () => {
    const rig = await start({ admin: false, persons: 40 });
    try {
      assert.equal((await rig.get('/v1/persons/collection')).status, 403);
      assert.equal((await rig.send('POST', '/v1/pipelines', { name: 'x' })).status, 403);
      assert.equal((await rig.send('PATCH', '/v2/stages/1', { name: 'x' })).status, 403);
      assert.equal((await rig.get('/v1/persons')).status, 200);
      const { data } = await rig.get('/v1/users/me');
      assert.deepEqual(
        (data['access'] as Json[]).map(({ admin }) => admin),
        [false],
      );
    } finally {
      await rig.sandbox.close();
    }
  });
});
