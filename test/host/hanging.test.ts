import assert from 'node:assert/strict';
import { commands } from '../../src/ids/index.ts';
import type { Node, RelatedNode } from '../../src/surfaces/explorer/nodes.ts';
import { SeenTree } from './support/tree.ts';

const down = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;

for (const version of ['v2', 'v1'] as const) {
  describe(`What hangs off a record, in the tree, over ${version}`, () => {
    let seen: SeenTree;
    /** Has a next activity, another, deals that are lost and won, a note, a mail and a follower. */
    const busy = 'Małgorzata Miller';
    before(async () => {
      seen = await SeenTree.of('persons', version);
    });
    after(() => seen.end());
    afterEach(() => {
      seen.sandbox.clearFaults();
      seen.forgetChosen();
    });

    /** A person with much hanging off it, opened; asked afresh each time. */
    async function opened(name = busy) {
      seen.show({});
      const person = await seen.child(name);
      seen.requests();
      const rows = await seen.tree.getChildren(person);
      const list = (label: string): RelatedNode => {
        const found = rows.find((node) => node.type === 'related' && seen.label(node) === label);
        assert.ok(found?.type === 'related', label);
        return found;
      };
      return { person, rows, list };
    }
    const requests = () => seen.requests().filter((line) => !/Fields|\/users/.test(line));
    const types = (nodes: readonly Node[]) => nodes.map(({ type }) => type);

    it('stands below the values, counted, and nothing of it is asked for', async () => {
      const { rows } = await opened();
      assert.deepEqual(
        rows.filter(({ type }) => type === 'related').map((node) => seen.label(node)),
        ['Activities', 'Deals', 'Notes', 'Files', 'Mail', 'Products', 'Followers', 'Visible To', 'History'],
      );
      // Version 2 tells the counts with the record alone, and version 1 with the list.
      assert.equal(requests().length, version === 'v2' ? 1 : 0);
      const said = rows.map((node) => seen.said(node));
      assert.ok(
        said.some((one) => /^Activities \| \d+ · To do$/.test(one)),
        said.join(),
      );
      assert.ok(said.some((one) => /^Deals \| \d+ · Open$/.test(one)));
      assert.ok(said.some((one) => /^Notes \| \d+$/.test(one)));
    });

    it('takes one request for each list, and none when it is opened again', async () => {
      const { list } = await opened();
      requests();
      for (const label of ['Deals', 'Notes', 'Files', 'Mail', 'Products', 'Followers', 'Visible To', 'History']) {
        const node = list(label);
        const rows = await seen.tree.getChildren(node);
        assert.equal(requests().length, 1, label);
        assert.ok(rows.length > 0, label);
        assert.deepEqual(types(await seen.tree.getChildren(node)), types(rows));
        assert.equal(requests().length, 0, label);
      }
    });

    it('shows the next activity on top and once, and what was chosen of the others', async () => {
      const { list } = await opened();
      const activities = list('Activities');
      const rows = await seen.tree.getChildren(activities);
      const [first] = rows;
      assert.ok(first?.type === 'attached' && first.item.first);
      assert.match(seen.said(first), /\| Next · /);
      const ids = rows.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      const open = rows.length;
      requests();
      await activities.choose({ done: 'all' });
      assert.match(seen.said(activities), /· All$/);
      assert.ok((await seen.tree.getChildren(activities)).length > open);
    });

    it('lists deals by their status, says so, and that archived ones are left out', async () => {
      const { list } = await opened();
      const deals = list('Deals');
      const rows = await seen.tree.getChildren(deals);
      assert.equal(seen.label(rows.at(-1) ?? deals), 'Without archived deals');
      requests();
      await deals.choose({ status: 'lost', sort: 'title' });
      assert.match(seen.said(deals), /Lost · By title$/);
      const [line = '', ...more] = requests();
      assert.deepEqual(more, []);
      assert.match(line, /status=lost/);
      const lost = (await seen.tree.getChildren(deals)).filter((node) => node.type === 'attached');
      assert.ok(lost.every((node) => node.item.faded));
      assert.deepEqual(requests(), []);
    });

    it('is shown in the next window as it was chosen last, under any record', async () => {
      const first = await opened();
      await first.list('Deals').choose({ status: 'lost' });
      await first.list('Deals').choose({ sort: 'title' });
      const next = await opened('Nobody');
      const deals = next.list('Deals');
      assert.match(seen.said(deals), /Lost · By title$/);
      requests();
      await seen.tree.getChildren(deals);
      assert.match(requests().join(), /status=lost/);
      assert.match(seen.said(next.list('Activities')), /· To do$/);
    });

    it('has a click for what can be opened, and none for a follower', async () => {
      const { list } = await opened();
      const clicked = async (label: string) => {
        const [first] = await seen.tree.getChildren(list(label));
        assert.equal(first?.type, 'attached', label);
        return first && seen.tree.getTreeItem(first).command?.command;
      };
      await list('Deals').choose({ status: 'won' });
      for (const label of ['Activities', 'Deals', 'Notes', 'Mail']) assert.equal(await clicked(label), commands.openItem);
      assert.equal(await clicked('Followers'), undefined);
    });

    it('says why a list could not be read, and reads it when asked again', async () => {
      const { list } = await opened();
      const notes = list('Notes');
      seen.sandbox.fault({ fault: down, path: '/notes' });
      const failed = await seen.tree.getChildren(notes);
      assert.deepEqual(types(failed), ['failure', 'retry']);
      const [, retry] = failed;
      assert.ok(retry?.type === 'retry');
      await retry.run();
      assert.ok((await seen.tree.getChildren(notes)).every(({ type }) => type === 'attached'));
    });

    it('says that there is nothing', async () => {
      const { list } = await opened('Nobody');
      const notes = list('Notes');
      assert.deepEqual(await seen.labels(notes), ['No notes yet']);
      assert.equal(seen.said(notes), 'Notes | 0');
    });

    it('goes on by the page', async () => {
      const { person, list } = await opened('Nobody');
      assert.ok(person.type === 'record');
      for (let number = 0; number < 501; number++) {
        await seen.sandbox.asColleague('POST', '/api/v1/notes', { content: `N ${number}`, person_id: person.record.id });
      }
      const notes = list('Notes');
      const rows = await seen.tree.getChildren(notes);
      const more = rows.at(-1);
      assert.equal(rows.length, 501);
      assert.ok(more?.type === 'more');
      seen.requests();
      await more.run();
      assert.equal(requests().length, 1);
      assert.equal((await seen.tree.getChildren(notes)).length, 501);
      assert.equal(seen.said(notes), 'Notes | 501');
    });

    it('is read again by a refresh where it is open, and later where it is not', async () => {
      const { list } = await opened();
      await seen.tree.getChildren(list('Notes'));
      const deals = list('Deals');
      await seen.tree.getChildren(deals);
      seen.tree.folded(deals, true);
      requests();
      await seen.tree.refresh();
      const asked = requests();
      assert.equal(asked.filter((line) => line.includes('/notes')).length, 1);
      assert.equal(asked.filter((line) => line.includes('deals')).length, 0);
      await seen.tree.getChildren(deals);
      assert.equal(requests().length, 1);
    });
  });

  describe(`What hangs off a product, in the tree, over ${version}`, () => {
    let seen: SeenTree;
    before(async () => {
      seen = await SeenTree.of('products', version);
    });
    after(() => seen.end());

    it('is what its kind declares, each list one request', async () => {
      seen.show({});
      const product = (await seen.tree.getChildren()).find(({ type }) => type === 'record');
      assert.ok(product);
      seen.requests();
      const lists = await seen.tree.getChildren(product);
      assert.deepEqual(
        lists.map((node) => seen.label(node)),
        ['Deals', 'Files', 'Followers', 'Visible To', 'History'],
      );
      assert.deepEqual(seen.requests(), []);
      for (const list of lists) {
        await seen.tree.getChildren(list);
        assert.equal(seen.requests().filter((line) => !/Fields|\/users/.test(line)).length, 1, seen.label(list));
      }
    });
  });
}
