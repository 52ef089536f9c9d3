import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import type { OperationName } from '../../../src/api/operations.ts';
import type { Api, CollectionName, Entity, ListOptions } from '../../../src/api/types.ts';
import type { RecordId } from '../../../src/model/record.ts';
import { png } from './images.ts';

/** What the calls act on, found or made on the way. */
export interface World {
  readonly api: Api;
  /** The first record of each list. */
  readonly first: (entity: Entity) => Promise<RecordId>;
  /** A new record of the name, for what changes or deletes it. */
  readonly fresh: (entity: 'person' | 'product' | 'pipeline' | 'personField' | 'productField') => Promise<RecordId>;
  /** A person that has something in each of its lists. */
  readonly busy: RecordId;
  readonly me: number;
}

type Run = (world: World) => Promise<unknown>;

const list =
  (entity: Entity, options?: ListOptions): Run =>
  ({ api }) =>
    api.records(entity).list(options);

const get =
  (entity: Entity): Run =>
  async ({ api, first }) =>
    api.records(entity).get(await first(entity));

const ofPerson =
  (name: CollectionName, options?: ListOptions): Run =>
  ({ api, busy }) =>
    api.collection(name, busy).list(options);

const ofProduct =
  (name: CollectionName): Run =>
  async ({ api, first }) =>
    api.collection(name, await first('product')).list();

const search =
  (entity: Entity): Run =>
  ({ api }) =>
    api.records(entity).search('an');

const remove =
  (entity: 'person' | 'product' | 'pipeline' | 'personField' | 'productField'): Run =>
  async ({ api, fresh }) =>
    api.records(entity).remove(await fresh(entity));

const removeMany =
  (entity: 'person' | 'personField' | 'productField'): Run =>
  async ({ api, fresh }) => {
    const ids = [await fresh(entity), await fresh(entity)];
    const { removed, failed } = await api.removeMany(entity, ids);
    assert.deepEqual([removed, failed], [ids, []]);
  };

const restore =
  (entity: 'person' | 'product' | 'pipeline'): Run =>
  async ({ api, fresh }) => {
    const id = await fresh(entity);
    await api.records(entity).remove(id);
    assert.equal((await api.restore(entity, id))?.id, id);
  };

const setChoices =
  (entity: 'personField' | 'productField', change: (labels: readonly { id?: number; label: string }[]) => object[]): Run =>
  async ({ api, fresh }) => {
    const id = await fresh(entity);
    const before = (await api.records(entity).get(id)).values.options as { id: number; label: string }[];
    const wanted = change(before) as { label: string }[];
    const after = (await api.records(entity).update(id, { options: wanted })).values.options as { label: string }[];
    assert.deepEqual(
      after.map(({ label }) => label),
      wanted.map(({ label }) => label),
    );
  };

/** The key of a text field of the company's own. */
async function ownText(api: Api, entity: 'person' | 'product'): Promise<string> {
  const field = (await api.fields(entity)).find(({ custom, type }) => custom && type === 'varchar');
  assert.ok(field);
  return field.key;
}

/** Does something with a folder of its own, with a picture and a text in it. */
async function withFiles<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'api-'));
  try {
    await writeFile(join(folder, 'face.png'), png(200, 200));
    await writeFile(join(folder, 'note.txt'), 'Hello, world');
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const span = { from: '2026-01-01', until: '2026-12-31' };

/** One call of every operation there is; a missing one does not compile. */
export const everyOperation: Readonly<Record<OperationName, Run>> = {
  'person.list': async ({ api, me }) => {
    await api.records('person').list({ query: { owner_id: me, sort_by: 'id', sort_direction: 'desc' } });
    await api
      .records('person')
      .list({ query: { filter_id: 1 } })
      .catch(() => undefined);
    await api.records('person').list({ query: { include_labels: true, first_char: 'a' } });
    await api.records('person').list({ query: { org_id: 1, updated_since: '2026-01-01T00:00:00Z' } });
  },
  'person.collection': ({ api, me }) =>
    api.scanPersons().list({ query: { owner_id: me, updated_since: '2026-01-01T00:00:00Z' } }),
  'person.get': get('person'),
  'person.search': async ({ api }) => {
    await api.records('person').search('an', { query: { fields: 'name,email', exact_match: false, organization_id: 1 } });
  },
  'person.create': ({ fresh }) => fresh('person'),
  'person.update': async ({ api, fresh, me }) =>
    api.records('person').update(await fresh('person'), {
      ...{
        [await ownText(api, 'person')]: 'x',
        name: 'Bo',
        owner_id: me,
        visible_to: 3,
        label_ids: [],
        phones: [{ value: '1', label: 'work', primary: true }],
      },
    }),
  'person.remove': remove('person'),
  'person.restore': restore('person'),
  'person.removeMany': removeMany('person'),
  'person.merge': async ({ api, fresh }) => {
    const [absorbed, survivor] = [await fresh('person'), await fresh('person')];
    assert.equal((await api.merge(absorbed, survivor)).id, survivor);
    await assert.rejects(api.merge(survivor, survivor));
  },
  'person.activities': ofPerson('person.activities', { query: { done: true } }),
  'person.changelog': ofPerson('person.changelog'),
  'person.deals': ofPerson('person.deals', { query: { status: 'open' } }),
  'person.files': ofPerson('person.files', { query: { sort_by: 'update_time', sort_direction: 'desc' } }),
  'person.flow': ofPerson('person.flow', { query: { all_changes: true, items: 'change,note' } }),
  'person.followers': ofPerson('person.followers'),
  'person.follow': async ({ api, fresh, me }) => {
    const id = await fresh('person');
    await api.followers('person').add(id, me);
    await api.followers('person').add(id, me);
    assert.ok((await api.collection('person.followers', id).list()).items.some((one) => one.id === me));
  },
  'person.unfollow': async ({ api, fresh, me }) => {
    const id = await fresh('person');
    await api.followers('person').add(id, me);
    await api.followers('person').remove(id, me);
    await api.followers('person').remove(id, me);
    assert.ok(!(await api.collection('person.followers', id).list()).items.some((one) => one.id === me));
  },
  'person.followerChanges': ofPerson('person.followerChanges'),
  'person.mails': ofPerson('person.mails', { query: { include_body: true } }),
  'person.notes': ofPerson('person.notes', { query: { sort_by: 'add_time', sort_direction: 'desc' } }),
  'person.permittedUsers': ofPerson('person.permittedUsers'),
  'person.picture': async ({ api, fresh }) => assert.equal(await api.pictures.get(await fresh('person')), undefined),
  'person.setPicture': async ({ api, fresh }) =>
    withFiles(async (folder) => {
      const id = await fresh('person');
      const crop = { x: 10, y: 20, width: 150, height: 150 };
      assert.ok((await api.pictures.set(id, join(folder, 'face.png'), crop))['512']);
      assert.ok((await api.pictures.get(id))?.['128']);
    }),
  'person.removePicture': async ({ api, fresh }) =>
    withFiles(async (folder) => {
      const id = await fresh('person');
      await api.pictures.set(id, join(folder, 'face.png'));
      await api.pictures.remove(id);
      await api.pictures.remove(id);
      assert.equal(await api.pictures.get(id), undefined);
    }),
  'person.products': ofPerson('person.products'),

  'organization.list': list('organization', { query: { sort_by: 'id', sort_direction: 'asc' } }),
  'organization.get': get('organization'),
  'organization.search': search('organization'),

  'product.list': list('product'),
  'product.get': get('product'),
  'product.search': search('product'),
  'product.create': ({ fresh }) => fresh('product'),
  'product.update': async ({ api, fresh }) => {
    const id = await fresh('product');
    const prices = [{ currency: 'USD', price: 5, cost: 0, direct_cost: 0, notes: '' }];
    const updated = await api.records('product').update(id, { unit: 'kg', prices, [await ownText(api, 'product')]: 'x' });
    assert.deepEqual(
      (updated.values.prices as { currency: string }[]).map(({ currency }) => currency),
      ['USD'],
    );
  },
  'product.remove': remove('product'),
  'product.restore': restore('product'),
  'product.deals': ofProduct('product.deals'),
  'product.files': ofProduct('product.files'),
  'product.followers': ofProduct('product.followers'),
  'product.follow': async ({ api, fresh, me }) => api.followers('product').add(await fresh('product'), me),
  'product.unfollow': async ({ api, fresh, me }) => {
    const id = await fresh('product');
    await api.followers('product').add(id, me);
    await api.followers('product').remove(id, me);
  },
  'product.followerChanges': ofProduct('product.followerChanges'),
  'product.permittedUsers': ofProduct('product.permittedUsers'),

  'pipeline.list': list('pipeline'),
  'pipeline.get': get('pipeline'),
  'pipeline.create': ({ fresh }) => fresh('pipeline'),
  'pipeline.update': async ({ api, fresh }) =>
    api.records('pipeline').update(await fresh('pipeline'), { name: 'P', is_deal_probability_enabled: true }),
  'pipeline.remove': remove('pipeline'),
  'pipeline.restore': restore('pipeline'),
  'pipeline.summary': async ({ api, first }) => api.statistics.summary(await first('pipeline'), 'EUR'),
  'pipeline.dealsSummary': async ({ api, first, me }) => {
    const id = await first('pipeline');
    const everyone = await api.statistics.stageTotals(id, {}, 'USD');
    const mine = await api.statistics.stageTotals(id, { owner_id: me }, 'USD');
    const counted = (totals: typeof mine) => [...totals.values()].reduce((sum, { count }) => sum + count, 0);
    assert.ok(counted(everyone) > counted(mine));
    assert.deepEqual([...new Set([...everyone.values()].flatMap(({ values }) => Object.keys(values)))], ['USD']);
  },
  'pipeline.conversion': async ({ api, first, me }) =>
    api.statistics.conversion(await first('pipeline'), { ...span, userId: me }),
  'pipeline.movement': async ({ api, first }) => api.statistics.movement(await first('pipeline'), span),
  'pipeline.deals': async ({ api, first, me }) => {
    const id = await first('pipeline');
    const all = await api.collection('pipeline.deals', id).list();
    assert.ok(all.items.every((deal) => deal.values.pipeline_id === id && deal.values.status === 'open'));
    const mine = await api.collection('pipeline.deals', id).list({ query: { owner_id: me } });
    assert.ok(mine.items.every((deal) => deal.values.owner_id === me));
  },

  'stage.list': async ({ api, first }) => api.records('stage').list({ query: { pipeline_id: await first('pipeline') } }),
  'stage.get': get('stage'),
  'stage.create': async ({ api, first }) =>
    api.records('stage').create({ name: 'S', pipeline_id: await first('pipeline'), deal_probability: 50 }),
  'stage.update': async ({ api, first }) =>
    api.records('stage').update(await first('stage'), { is_deal_rot_enabled: true, days_to_rotten: 9 }),
  'stage.remove': async ({ api, fresh }) => {
    const pipeline = await fresh('pipeline');
    const { id } = await api.records('stage').create({ name: 'S', pipeline_id: pipeline });
    await api.records('stage').remove(id);
  },

  'deal.list': list('deal', { query: { status: 'open' } }),
  'deal.archived': ({ api }) => api.collection('deal.archived').list(),
  'deal.get': get('deal'),
  'deal.update': async ({ api, first }) => {
    const id = await first('deal');
    const { values } = await api.records('deal').get(id);
    return api.records('deal').update(id, { stage_id: values.stage_id });
  },

  'activity.list': list('activity', { query: { done: false } }),
  'activity.get': get('activity'),
  'activity.create': async ({ api, busy, me }) =>
    api.records('activity').create({
      ...{ subject: 'Call', type: 'call', due_date: '2026-12-01', due_time: '10:00', owner_id: me, busy: true, note: '<b>x</b>' },
      participants: [{ person_id: busy, primary: true }],
    }),
  'activity.update': async ({ api, first }) => {
    const done = await api.records('activity').update(await first('activity'), { done: true });
    assert.equal(done.values.done, true);
  },
  'activity.remove': async ({ api }) => {
    const { id } = await api.records('activity').create({ subject: 'x', type: 'call' });
    await api.records('activity').remove(id);
  },

  'note.list': async ({ api, busy }) => api.records('note').list({ query: { person_id: busy } }),
  'note.get': get('note'),
  'note.create': async ({ api, busy }) => {
    const { id, values } = await api
      .records('note')
      .create({ content: '<p>Hi</p>', person_id: busy, pinned_to_person_flag: true });
    assert.equal(values.pinned_to_person_flag, true);
    assert.equal((await api.records('note').get(id)).values.content, '<p>Hi</p>');
  },
  'note.update': async ({ api, first }) => api.records('note').update(await first('note'), { content: 'y' }),
  'note.remove': async ({ api, busy }) =>
    api.records('note').remove((await api.records('note').create({ content: 'z', person_id: busy })).id),

  'file.list': list('file'),
  'file.get': get('file'),
  'file.upload': async ({ api, busy }) =>
    withFiles(async (folder) => {
      const record = await api.files.upload(join(folder, 'note.txt'), { person_id: busy });
      assert.equal(record.values.name, 'note.txt');
      await api.files.download(record.id, join(folder, 'copy.txt'));
      assert.equal(await readFile(join(folder, 'copy.txt'), 'utf8'), 'Hello, world');
    }),
  'file.update': async ({ api, first }) => {
    const updated = await api.records('file').update(await first('file'), { name: 'n.txt', description: 'd' });
    assert.equal(updated.values.description, 'd');
  },
  'file.remove': async ({ api, busy }) =>
    withFiles(async (folder) => {
      const { id } = await api.files.upload(join(folder, 'note.txt'), { person_id: busy });
      await api.records('file').remove(id);
    }),
  'file.download': async ({ api, first }) =>
    withFiles(async (folder) => api.files.download(await first('file'), join(folder, 'any'))),

  'mail.get': async ({ api, busy }) => {
    const [mail] = (await api.collection('person.mails', busy).list()).items;
    assert.ok(mail);
    assert.equal((await api.mail(mail.id)).id, mail.id);
  },

  'personField.list': list('personField', { refresh: true }),
  'personField.get': get('personField'),
  'personField.create': ({ fresh }) => fresh('personField'),
  'personField.update': async ({ api, fresh }) =>
    api.records('personField').update(await fresh('personField'), { field_name: 'F' }),
  'personField.remove': remove('personField'),
  'personField.removeMany': removeMany('personField'),
  'personField.addOptions': setChoices('personField', (before) => [...before, { label: 'New' }]),
  'personField.updateOptions': setChoices('personField', ([one, ...rest]) => [{ ...one, label: 'Renamed' }, ...rest]),
  'personField.removeOptions': setChoices('personField', ([, ...rest]) => rest),

  'productField.list': list('productField', { refresh: true }),
  'productField.get': get('productField'),
  'productField.create': ({ fresh }) => fresh('productField'),
  'productField.update': async ({ api, fresh }) =>
    api.records('productField').update(await fresh('productField'), { field_name: 'F' }),
  'productField.remove': remove('productField'),
  'productField.removeMany': removeMany('productField'),
  'productField.addOptions': setChoices('productField', (before) => [...before, { label: 'New' }]),
  'productField.updateOptions': setChoices('productField', ([one, ...rest]) => [{ ...one, label: 'Renamed' }, ...rest]),
  'productField.removeOptions': setChoices('productField', ([, ...rest]) => rest),

  'activityType.list': async ({ api }) => {
    const types = await api.activityTypes();
    assert.deepEqual(types.at(-1), { key: 'site_visit', name: 'Site visit', icon: 'suitcase', active: true });
  },
  'currency.list': async ({ api }) => assert.ok((await api.currencies()).some(({ code }) => code === 'EUR')),
  'filter.list': ({ api }) => api.filters('people'),
  'user.list': ({ api }) => api.users(),
  'user.find': async ({ api }) => {
    const { name, email } = await api.me();
    assert.ok((await api.findUsers(name)).length > 0);
    assert.ok((await api.findUsers(email, 'email')).length > 0);
  },
  'user.me': ({ api }) => api.me({ refresh: true }),
};
