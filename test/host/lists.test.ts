import assert from 'node:assert/strict';
import type { ApiVersion } from '../../src/api/types.ts';
import { kindOfFolder } from '../../src/kinds/index.ts';
import type { Node, RecordNode } from '../../src/surfaces/explorer/nodes.ts';
import { SeenTree } from './support/tree.ts';

const person = kindOfFolder('persons');
assert.ok(person);
const refused = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;

const valuesOf = (nodes: readonly Node[], key: string): unknown[] =>
  nodes.filter((node): node is RecordNode => node.type === 'record').map(({ record }) => record.values[key]);

function useTree(view: 'persons' | 'products' | 'fields', version: ApiVersion): () => SeenTree {
  let seen: SeenTree;
  before(async () => {
    seen = await SeenTree.of(view, version);
  });
  after(() => seen.end());
  afterEach(() => seen.sandbox.clearFaults());
  return () => seen;
}

for (const version of ['v2', 'v1'] as const) {
  /** Version 1 needs the fields to read its rows, once a session. */
  const lists = (lines: readonly string[]) => lines.filter((line) => !/ \/(person|product)Fields/.test(line));

  describe(`The list of persons, over ${version}`, () => {
    const seen = useTree('persons', version);
    const root = () => seen().tree.getChildren();
    const asked = () => lists(seen().requests());
    const firstOwner = async () => {
      const [user] = (await seen().session.api.users()).filter(({ name }) => name === 'Camille Fournier');
      assert.ok(user);
      return user;
    };

    it('is one list at first, a page at a time', async () => {
      seen().show({});
      const rows = await root();
      assert.equal(rows.length, 501);
      assert.equal(rows.at(-1)?.type, 'more');
      assert.equal(asked().length, 1);
    });

    it('is sorted by name, by the version that can', async () => {
      seen().show({ sort: 'name' });
      const names = valuesOf(await root(), 'name').map(String);
      assert.deepEqual(
        names,
        names.toSorted((a, b) => a.localeCompare(b, 'en')),
      );
      assert.deepEqual(asked(), ['v1 /persons sort=name ASC start=0']);
    });

    it('is sorted by the last change, and goes on so', async () => {
      seen().show({ sort: 'changed' });
      const rows = await root();
      const more = rows.at(-1);
      assert.ok(more?.type === 'more');
      await more.run();
      // One that was never changed counts by when it was made.
      const sorted = await root();
      const made = valuesOf(sorted, 'add_time');
      const times = valuesOf(sorted, 'update_time').map((time, place) => String(time ?? made[place]));
      assert.equal(times.length, 1000);
      assert.deepEqual(times, times.toSorted().toReversed());
      assert.match(asked().join(), version === 'v2' ? /sort_by=update_time.*cursor/ : /sort=update_time DESC.*start=500/);
    });

    it('is filtered by an owner', async () => {
      const owner = await firstOwner();
      seen().show({ filters: { owner: { query: { owner_id: owner.id }, label: owner.name } } });
      const rows = await root();
      assert.ok(rows.length > 20);
      assert.deepEqual([...new Set(valuesOf(rows, 'owner_id'))], [owner.id]);
      assert.match(asked().join(), version === 'v2' ? /^v2 \/persons owner_id=/ : /^v1 \/persons user_id=/);
    });

    it('is filtered by a saved filter and by a letter', async () => {
      const [filter] = await seen().session.api.filters('people');
      assert.ok(filter);
      seen().show({ filters: { saved: { query: { filter_id: filter.id }, label: filter.name } } });
      assert.ok((await root()).length > 1);
      assert.match(asked().join(), new RegExp(`^${version} /persons filter_id=${filter.id}`));
      seen().show({ filters: { letter: { query: { first_char: 'q' }, label: 'Q' } } });
      const names = valuesOf(await root(), 'name').map(String);
      assert.ok(
        names.every((name) => /^q/i.test(name)),
        names.join(),
      );
      assert.deepEqual(asked(), ['v1 /persons first_char=q start=0']);
    });

    it('is filtered by when it was changed, with whom the chosen version has', async () => {
      await seen().sandbox.asColleague('PATCH', '/api/v2/persons/20', { job_title: 'Changed' });
      const since = new Date(Date.now() - 60 * 60_000).toISOString().slice(0, 19);
      const changed = { query: { updated_since: `${since}Z` }, label: 'today' };
      seen().show({ filters: { changed } });
      const rows = await root();
      assert.ok(rows.length > 0 && rows.length < 500, String(rows.length));
      assert.ok(rows.some((node) => node.type === 'record' && node.record.id === 20));
      assert.match(asked().join(), version === 'v2' ? /^v2 \/persons updated_since=/ : /^v1 \/persons\/collection since=/);
      const owner = await firstOwner();
      seen().sandbox.log.clear();
      seen().show({ filters: { changed, owner: { query: { owner_id: owner.id }, label: owner.name } } });
      await root();
      assert.match(asked().join(), /owner_id=/);
    });

    it('asks the list instead where the collection is for admins only', async () => {
      if (version === 'v2') return;
      seen().sandbox.fault({ fault: refused, path: '/persons/collection' });
      seen().show({ filters: { changed: { query: { updated_since: '2020-01-01T00:00:00Z' }, label: 'ever' } } });
      assert.ok((await root()).length > 100);
      assert.match(asked().join(), /v1 \/persons\/collection.*,v2 \/persons/);
    });

    it('says that filters leave nothing, and how to end them', async () => {
      seen().show({ filters: { letter: { query: { first_char: 'ž' }, label: 'Ž' } } });
      assert.deepEqual(await seen().labels(), ['First letter: Ž', 'No persons', 'Clear Filters']);
    });

    it('stands under letters, each asked for when it is opened, empty ones too', async () => {
      seen().show({ group: 'letter', own: ['ž'] });
      const headings = await seen().labels();
      assert.deepEqual([headings[0], headings[25], headings[26], headings[27]], ['A', 'Z', 'Ž', 'Another letter…']);
      assert.deepEqual(asked(), []);
      const rows = await seen().tree.getChildren(await seen().child('M'));
      assert.ok(valuesOf(rows, 'name').every((name) => /^m/i.test(String(name))));
      assert.deepEqual(asked(), ['v1 /persons first_char=m start=0']);
      assert.deepEqual(await seen().labels(await seen().child('Ž')), ['No persons']);
    });

    it('stands under owners, pages on, and keeps the filter of the rest', async () => {
      const owner = await firstOwner();
      seen().show({ group: 'owner', sort: 'changed' });
      const headings = await root();
      assert.ok(headings.every(({ type }) => type === 'heading'));
      const left = headings.find((node) => seen().label(node) === 'Former Colleague');
      assert.ok(left?.type === 'heading' && left.heading.dimmed);
      seen().requests();
      const rows = await seen().tree.getChildren(await seen().child(owner.name));
      assert.deepEqual([...new Set(valuesOf(rows, 'owner_id'))], [owner.id]);
      const [line = '', ...more] = asked();
      assert.deepEqual(more, []);
      assert.match(line, version === 'v2' ? /owner_id=.*/ : /user_id=/);
      assert.match(line, version === 'v2' ? /sort_by=update_time/ : /sort=update_time DESC/);
    });

    it('stands under organizations, and says who stands under none', async () => {
      seen().show({ group: 'organization' });
      const headings = await root();
      assert.equal(headings.filter(({ type }) => type === 'heading').length, 60);
      assert.equal(headings.at(-1)?.type, 'note');
      seen().requests();
      const [first] = headings;
      assert.ok(first?.type === 'heading');
      const rows = await seen().tree.getChildren(first);
      assert.ok(new Set(valuesOf(rows, 'org_id')).size <= 1);
      assert.match(asked().join(), /^v2 \/persons org_id=\d+$/);
    });

    it('shows a record whose owner was changed under its new owner, without a request', async () => {
      const users = (await seen().session.api.users()).filter(({ active }) => active);
      const [one, other] = users;
      assert.ok(one && other && person);
      seen().show({ group: 'owner' });
      const [from, to] = [await seen().child(one.name), await seen().child(other.name)];
      const [node] = await seen().tree.getChildren(from);
      const before = await seen().tree.getChildren(to);
      assert.ok(node?.type === 'record');
      const { record } = node;
      await seen().records.update({ accountId: 'acme', kind: person, id: record.id }, record, { owner_id: other.id });
      seen().requests();
      const ids = async (of: Node) =>
        (await seen().tree.getChildren(of)).flatMap((row) => (row.type === 'record' ? [row.record.id] : []));
      assert.ok(!(await ids(from)).includes(record.id));
      assert.equal((await ids(to))[0], record.id);
      assert.equal((await ids(to)).length, before.filter(({ type }) => type === 'record').length + 1);
      assert.deepEqual(seen().requests(), []);
    });

    it('reads again only what is open, and keeps its nodes', async () => {
      const users = (await seen().session.api.users()).filter(({ active }) => active);
      const [one, other, third] = users;
      assert.ok(one && other && third);
      seen().show({ group: 'owner' });
      const [open, folded] = [await seen().child(one.name), await seen().child(other.name)];
      await seen().child(third.name);
      const [node] = await seen().tree.getChildren(open);
      await seen().tree.getChildren(folded);
      seen().tree.folded(folded, true);
      seen().requests();
      await seen().tree.refresh();
      assert.equal(lists(seen().requests()).length, 1);
      assert.equal(await seen().child(one.name), open);
      const [again] = await seen().tree.getChildren(open);
      assert.ok(node && again === node);
      assert.deepEqual(lists(seen().requests()), []);
      // What was folded is read when it is opened again.
      await seen().tree.getChildren(folded);
      assert.equal(lists(seen().requests()).length, 1);
    });

    it('says under a heading why its records could not be read, and reads them when asked again', async () => {
      const owner = await firstOwner();
      seen().show({ group: 'owner' });
      const heading = await seen().child(owner.name);
      seen().sandbox.fault({ fault: refused, path: '/persons' });
      const [failure, retry] = await seen().tree.getChildren(heading);
      assert.ok(failure?.type === 'failure' && retry?.type === 'retry');
      seen().sandbox.clearFaults();
      seen().fired.length = 0;
      await retry.run();
      assert.deepEqual(seen().fired, [heading]);
      assert.equal((await seen().tree.getChildren(heading))[0]?.type, 'record');
    });

    it('brings what was changed since, and asks for nothing else', async () => {
      seen().show({});
      const [node] = await root();
      assert.ok(node?.type === 'record');
      const since = seen().session.api.now();
      const organization = node.record.names['org_id'];
      await seen().sandbox.asColleague('PATCH', `/api/v2/persons/${node.record.id}`, { name: 'Changed Elsewhere' });
      await seen().sandbox.asColleague('POST', '/api/v2/persons', { name: 'Made Elsewhere' });
      seen().requests();
      assert.ok(await seen().bringChanges(since));
      const [line = '', ...more] = seen().requests();
      assert.deepEqual(more, []);
      assert.match(line, version === 'v2' ? /^v2 \/persons .*updated_since=/ : /^v1 \/persons\/collection since=/);
      const rows = await seen().labels();
      assert.equal(rows[0], 'Made Elsewhere');
      assert.equal(rows[1], 'Changed Elsewhere');
      assert.equal(node.record.names['org_id'], organization);
      assert.deepEqual(seen().requests(), []);
    });
  });

  describe(`The list of products, over ${version}`, () => {
    const seen = useTree('products', version);

    it('tells how many there are, at no price', async () => {
      seen().show({});
      await seen().labels();
      assert.equal(seen().tree.branches[0]?.total, 149);
      assert.equal(lists(seen().requests()).length, 1);
    });

    it('stands under owners and is filtered by letter and saved filter', async () => {
      seen().show({ group: 'owner' });
      const [heading] = await seen().tree.getChildren();
      assert.ok(heading?.type === 'heading');
      seen().requests();
      const owners = new Set(valuesOf(await seen().tree.getChildren(heading), 'owner_id'));
      assert.deepEqual([...owners], [Number(heading.heading.id)]);
      assert.equal(lists(seen().requests()).length, 1);
      seen().show({ filters: { letter: { query: { first_char: 'i' }, label: 'I' } } });
      assert.ok((await seen().labels()).slice(1).every((name) => /^i/i.test(name)));
      const [filter] = await seen().session.api.filters('products');
      seen().show({ filters: { saved: { query: { filter_id: filter?.id ?? 0 }, label: '' } } });
      assert.ok((await seen().labels()).length < 150);
    });
  });
}

describe('The lists of fields', () => {
  const seen = useTree('fields', 'v2');

  it('stand under standard and custom, out of one reading', async () => {
    seen().show({ group: 'origin' });
    const ofPersons = await seen().child('Person fields');
    assert.deepEqual(await seen().labels(ofPersons), ['Standard fields', 'Custom fields']);
    assert.equal(seen().requests().length, 1);
    const custom = await seen().child('Custom fields', ofPersons);
    const rows = await seen().tree.getChildren(custom);
    assert.deepEqual([...new Set(valuesOf(rows, 'is_custom_field'))], [true]);
    const segment = rows.find((node) => seen().label(node) === 'Segment');
    assert.ok((await seen().labels(segment)).includes('Mittelstand'));
    assert.deepEqual(seen().requests(), []);
  });
});
