import assert from 'node:assert/strict';
import type { Session } from '../../../src/account/types.ts';
import { createApi } from '../../../src/api/index.ts';
import type { Api, ApiVersion } from '../../../src/api/types.ts';
import { changeOf } from '../../../src/kinds/history/changes.ts';
import { flowEvent } from '../../../src/kinds/history/flow.ts';
import { ofPerson, ofProduct } from '../../../src/kinds/history/index.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { apiOn, serve, token } from '../api/server.ts';

const log = { debug: () => undefined, warn: () => undefined };

describe('A row of the changelog', () => {
  it('is a change by the names of version 2, with its parts apart', () => {
    const hash = 'a'.repeat(40);
    const row = { old_value: 'x', new_value: null, actor_user_id: 26, time: '2024-02-12T09:14:35Z' };
    assert.deepEqual(changeOf({ ...row, field_key: 'email' }), {
      ...{ key: 'emails', before: 'x', after: null, time: '2024-02-12T09:14:35Z', userId: 26 },
    });
    assert.equal(changeOf({ ...row, field_key: 'label' })?.key, 'label_ids');
    const part = changeOf({ ...row, field_key: `${hash}_currency` });
    assert.deepEqual([part?.key, part?.part], [hash, 'currency']);
  });

  it('reads numbers as texts, and what was active as not deleted', () => {
    const time = '2024-02-12T09:14:35Z';
    assert.equal(changeOf({ field_key: 'org_id', old_value: null, new_value: 1482, user_id: 1 }, time)?.after, '1482');
    const gone = changeOf({ field_key: 'active_flag', old_value: '1', new_value: '0' }, time);
    assert.deepEqual([gone?.key, gone?.before, gone?.after], ['is_deleted', '0', '1']);
    assert.equal(changeOf({ field_key: 7, old_value: null, new_value: null }, time), undefined);
    assert.equal(changeOf({ field_key: 'name', old_value: null, new_value: null }, null), undefined);
  });
});

describe('The flow', () => {
  it('tells an event without an id on the next page, too', async () => {
    const data = [{ object: 'participant', timestamp: '2026-03-01 10:00:00', data: {} }];
    const pages = [
      { data, additional_data: { pagination: { start: 0, limit: 1, more_items_in_collection: true, next_start: 1 } } },
      { data: [{ ...data[0], timestamp: '2026-02-01 10:00:00' }], additional_data: { pagination: { start: 1, limit: 1 } } },
    ];
    const stub = await serve(({ query }) => ({ json: { success: true, ...pages[Number(query.get('start') ?? 0)] } }));
    const { api } = apiOn(stub);
    try {
      const flow = api.collection('person.flow', 1);
      const first = await flow.list();
      const second = await flow.list({ cursor: first.next ?? '' });
      assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 2);
    } finally {
      api.dispose();
      await stub.close();
    }
  });
});

for (const version of ['v2', 'v1'] as const satisfies readonly ApiVersion[]) {
  describe(`The history of a record, over ${version}`, function () {
    this.timeout(20_000);
    let sandbox: SandboxHandle;
    let api: Api;
    let session: Session;

    before(async () => {
      sandbox = await startSandbox({ token, persons: 60, limits: { burst: 1_000, search: 1_000 } });
      api = createApi({ baseUrl: sandbox.url, token, version: () => version, log });
      session = { account: { id: 'demo', company: '', user: '', currency: 'EUR', demo: true }, api };
    });
    after(async () => {
      api.dispose();
      await sandbox.close();
    });
    beforeEach(() => sandbox.log.clear());

    it('tells a change with the field, both values and who, custom fields from the start', async () => {
      const custom = (await api.fields('person')).find((field) => field.custom && field.type === 'varchar');
      assert.ok(custom);
      const before = await api.records('person').get(7);
      await api.records('person').update(7, { name: 'After', [custom.key]: 'New' });
      sandbox.log.clear();
      const { items } = await ofPerson.events(session, 7);
      const query = new URLSearchParams(sandbox.log.entries.find(({ path }) => path.endsWith('/flow'))?.query);
      assert.equal(query.get('all_changes'), '1');
      const told = items.find(({ change }) => change?.key === 'name');
      assert.equal(told?.change?.before, before.values['name']);
      assert.equal(told?.change?.after, 'After');
      assert.equal(told?.who, (await api.me()).name);
      assert.ok(items.some(({ change }) => change?.key === custom.key && change.after === 'New'));
    });

    it('asks for the kinds of events that are chosen, and for changes what costs less', async () => {
      for (const { id } of ofPerson.choices?.[0]?.options ?? []) {
        sandbox.log.clear();
        const { items } = await ofPerson.events(session, 7, { chosen: { items: id } });
        const asked = sandbox.log.entries.filter(({ path }) => /flow|changelog/.test(path));
        assert.equal(asked.length, 1, id);
        if (id === 'changes') assert.match(asked[0]?.path ?? '', /\/persons\/7\/changelog$/);
        if (id === 'changes') assert.ok(items.every(({ change }) => change !== undefined));
        if (id === 'notes') assert.equal(new URLSearchParams(asked[0]?.query).get('items'), 'note,comment');
        for (const event of items) {
          assert.ok(event.icon !== '' && event.id !== '' && !Number.isNaN(Date.parse(event.time)), id);
          assert.notEqual(event.what, '');
        }
      }
    });

    it('goes on from page to page, and tells each event once', async () => {
      for (let n = 0; n < 120; n += 1) {
        const { status } = await sandbox.asColleague('PATCH', '/api/v2/persons/8', { job_title: `Title ${n}` });
        assert.equal(status, 200);
      }
      for (const chosen of [{ items: 'all' }, { items: 'changes' }]) {
        const first = await ofPerson.events(session, 8, { chosen });
        assert.equal(first.items.length, 100);
        assert.ok(first.next);
        const second = await ofPerson.events(session, 8, { chosen, cursor: first.next });
        const ids = [...first.items, ...second.items].map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(ids.length >= 120);
      }
    });

    it('of a product tells who follows it', async () => {
      const [product] = (await api.records('product').list()).items;
      const user = (await api.users()).find(({ active }) => active);
      assert.ok(product && user);
      await api.followers('product').add(product.id, user.id);
      await api.followers('product').remove(product.id, user.id);
      const { items } = await ofProduct.events(session, product.id);
      assert.deepEqual([items[0]?.what, items[0]?.title], ['Stopped following', user.name]);
      assert.equal(ofProduct.changes, undefined);
    });

    it('tells what it does not know by its own name, and what is missing not at all', async () => {
      const row = (object: string, data: unknown) => ({ id: 'x', values: { object, time: '', data }, names: {}, extras: {} });
      const unknown = await flowEvent(session, 'personChange', row('marketing_status_change', null));
      assert.equal(unknown.what, 'marketing_status_change');
      assert.equal(unknown.who, undefined);
      const deal = await flowEvent(
        session,
        'personChange',
        row('dealChange', { item_id: 3, field_key: 'stage_id', old_value: 1 }),
      );
      assert.deepEqual(deal.other && { ...deal.other, name: '' }, { name: '', before: '1', after: '' });
      const won = { item_id: 3, field_key: 'status', old_value: 'open', new_value: 'won' };
      assert.equal((await flowEvent(session, 'personChange', row('dealChange', won))).other?.after, 'Won');
      const odd = await flowEvent(session, 'personChange', row('personChange', { field_key: 5 }));
      assert.equal(odd.change, undefined);
    });
  });
}
