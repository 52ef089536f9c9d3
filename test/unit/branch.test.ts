import assert from 'node:assert/strict';
import type { Account } from '../../src/account/types.ts';
import type { ListOptions } from '../../src/api/types.ts';
import type { Collection, Kind } from '../../src/kinds/index.ts';
import { person } from '../../src/kinds/person/index.ts';
import { pipeline } from '../../src/kinds/pipeline/index.ts';
import type { Records } from '../../src/kinds/records.ts';
import type { Field } from '../../src/model/field.ts';
import type { PipedriveRecord, Values } from '../../src/model/record.ts';
import { Branch } from '../../src/surfaces/explorer/branch.ts';
import type { Node } from '../../src/surfaces/explorer/nodes.ts';

const account: Account = { id: 'acme', company: 'Acme', user: 'Ann', currency: 'EUR', demo: false };
const run = (_parent: Node, load: () => Promise<void>) => load();

/** Things that hang off a record, with a count of how often they were asked for. */
function collection(id: string, labels: readonly string[], has = true) {
  const asked = { times: 0 };
  const made: Collection = {
    id,
    words: { many: id, none: `No ${id}` },
    has: () => has,
    list: async () => {
      asked.times++;
      return { items: labels.map((label) => ({ id: label, label, icon: 'circle' })), misfits: [] };
    },
  };
  return Object.assign(made, { asked });
}

/** The branch of a kind with one record, and that record's node. */
async function branchOf(collections: readonly Collection[]) {
  const record: PipedriveRecord = { id: 1, values: { name: 'Sales' }, names: {}, extras: {} };
  const { board: _, ...plain } = pipeline;
  const kind: Kind = { ...plain, collections };
  const records = { list: async () => ({ items: [record], misfits: [] }), session: async () => ({ account }) };
  const branch = new Branch(kind, account, records as unknown as Records);
  const [node] = await branch.rows(run);
  assert.ok(node?.type === 'record');
  return { branch, node };
}

const told = (nodes: readonly Node[]) =>
  nodes.map((node) => {
    if (node.type === 'item') return node.item.label;
    if (node.type === 'empty') return node.of.words.none;
    return node.type === 'collection' ? `${node.collection.words.many} ›` : node.type;
  });

describe('A record in the tree', () => {
  it('opens to the items of its one collection', async () => {
    const { branch, node } = await branchOf([collection('stages', ['Lead', 'Won'])]);
    assert.deepEqual(told(await branch.rowsUnder(node, run)), ['Lead', 'Won']);
  });

  it('says that there is nothing, where there is nothing', async () => {
    const { branch, node } = await branchOf([collection('stages', [])]);
    assert.deepEqual(told(await branch.rowsUnder(node, run)), ['No stages']);
  });

  it('opens to a heading for each of several, and asks for none of them before it is opened', async () => {
    const [deals, files, mail] = [collection('deals', ['Big']), collection('files', []), collection('mail', [], false)];
    const { branch, node } = await branchOf([deals, files, mail]);
    const headings = await branch.rowsUnder(node, run);
    assert.deepEqual(told(headings), ['deals ›', 'files ›']);
    assert.equal(deals.asked.times, 0);
    const [first] = headings;
    assert.ok(first?.type === 'collection');
    assert.deepEqual(told(await branch.rowsUnder(first, run)), ['Big']);
    await branch.refresh(() => true);
    assert.deepEqual([deals.asked.times, files.asked.times], [2, 0]);
  });

  it('has rows of different ids, also where nothing is', async () => {
    const { branch, node } = await branchOf([collection('deals', []), collection('files', [])]);
    const headings = await branch.rowsUnder(node, run);
    const opened = headings.filter((one) => one.type === 'collection').map((one) => branch.rowsUnder(one, run));
    const ids = [node, ...headings, ...(await Promise.all(opened)).flat()].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('A record whose values can be changed in the list', () => {
  const fields: readonly Field[] = (['phones', 'emails', 'label_ids'] as const).map((key) => ({
    ...{ key, name: key, type: key === 'label_ids' ? 'labels' : key, wireType: key, custom: false },
    ...{ writable: true, required: false, options: [] },
  }));
  const work = (value: string) => ({ value, label: 'work' });

  /** The node of a person of these values in a list, and what was read one by one. */
  async function personOf(values: Values, whole: Values | Error = {}) {
    const asked: unknown[] = [];
    const record = (of: Values): PipedriveRecord => ({ id: 1, values: { name: 'Ada', ...of }, names: {}, extras: {} });
    const get = async ({ id }: { id: unknown }) => {
      asked.push(id);
      if (whole instanceof Error) throw whole;
      return record(whole);
    };
    const records = { list: async () => ({ items: [record(values)], misfits: [] }), fields: async () => fields, get };
    const { related: _, ...plain } = person;
    const branch = new Branch(plain, account, records as unknown as Records);
    const [node] = await branch.rows(run);
    assert.ok(node?.type === 'record');
    const rows = async () =>
      (await branch.rowsUnder(node, run)).map((row) => {
        if (row.type !== 'value') return row.type;
        return `${row.field.key} ${row.entry?.value ?? '–'}`;
      });
    return { rows, asked };
  }

  it('opens to a row for each entry, and one for what has none, without a request', async () => {
    const phones = [work('1'), work('1')];
    const { rows, asked } = await personOf({ phones, emails: [], label_ids: [5] });
    assert.deepEqual(await rows(), ['phones 1', 'phones 1', 'emails –', 'label_ids –']);
    assert.deepEqual(asked, []);
  });

  it('is read once where its row lacks them, also where it has none', async () => {
    const { rows, asked } = await personOf({ phones: [] }, { phones: [work('2')] });
    assert.deepEqual(await rows(), ['phones 2', 'emails –', 'label_ids –']);
    await rows();
    assert.deepEqual(asked, [1]);
  });

  it('says why they could not be read, and is read when asked again', async () => {
    const { rows, asked } = await personOf({}, new Error('no answer'));
    assert.deepEqual(await rows(), ['failure', 'retry']);
    await rows();
    assert.deepEqual(asked, [1, 1]);
  });
});

describe('A list under headings', () => {
  const records = (pages: Readonly<Record<string, readonly PipedriveRecord[]>>): Records =>
    ({
      session: async () => ({ account }),
      list: async (_kind: Kind, _account: string, options?: ListOptions) => ({
        items: pages[String(options?.query?.['first_char'])] ?? [],
        misfits: [],
      }),
    }) as unknown as Records;
  const recordOf = (id: number, values: Values): PipedriveRecord => ({ id, values, names: {}, extras: {} });
  const shown = { group: 'letter', filters: {}, own: [] };
  const under = async (branch: Branch, letter: string) => {
    const heading = (await branch.rows(run)).find((one) => one.type === 'heading' && one.heading.id === letter);
    assert.ok(heading?.type === 'heading');
    return (await branch.rowsUnder(heading, run)).flatMap((one) => (one.type === 'record' ? one.record.values['name'] : []));
  };

  it('moves a record that is called otherwise', async () => {
    const branch = new Branch(person, account, records({ a: [recordOf(1, { name: 'Anna' })] }), { shown });
    assert.deepEqual([await under(branch, 'a'), await under(branch, 'b')], [['Anna'], []]);
    branch.apply('updated', '1', recordOf(1, { name: 'Bo' }));
    assert.deepEqual([await under(branch, 'a'), await under(branch, 'b')], [[], ['Bo']]);
  });

  it('takes a record away that stands under no heading any more', async () => {
    const [acme] = [recordOf(9, { name: 'Acme' })];
    const of = {
      session: async () => ({ account, api: { records: () => ({ list: async () => ({ items: [acme], misfits: [] }) }) } }),
      list: async () => ({ items: [recordOf(1, { name: 'Anna', org_id: 9 })], misfits: [] }),
    } as unknown as Records;
    const branch = new Branch(person, account, of, { shown: { ...shown, group: 'organization' } });
    assert.deepEqual(await under(branch, '9'), ['Anna']);
    branch.apply('updated', '1', recordOf(1, { name: 'Anna' }));
    assert.deepEqual(await under(branch, '9'), ['Anna'], 'an answer may lack it');
    branch.apply('updated', '1', recordOf(1, { name: 'Anna', org_id: null }));
    assert.deepEqual(await under(branch, '9'), []);
  });

  it('tells the row nearest to those that are about to go, under the same heading', async () => {
    const names = ['Anna', 'Ada', 'Alma', 'Ayo'].map((name, place) => recordOf(place + 1, { name }));
    const branch = new Branch(person, account, records({ a: names, b: [recordOf(5, { name: 'Bo' })] }), { shown });
    await under(branch, 'b');
    const [heading] = (await branch.rows(run)).filter((one) => one.type === 'heading');
    assert.ok(heading?.type === 'heading');
    const rows = (await branch.rowsUnder(heading, run)).filter((one) => one.type === 'record');
    const beside = (...places: readonly number[]) => {
      const near = branch.beside(places.flatMap((place) => rows[place] ?? []));
      return near?.record.values['name'];
    };
    assert.deepEqual([beside(0), beside(1, 2), beside(3), beside(3, 2)], ['Ada', 'Ayo', 'Alma', 'Ada']);
    assert.equal(beside(0, 1, 2, 3), undefined);
  });

  it('leaves a record where Pipedrive has it, whatever letter we would put it under', async () => {
    const branch = new Branch(person, account, records({ a: [recordOf(1, { name: 'Ärmel' })] }), { shown });
    assert.deepEqual(await under(branch, 'a'), ['Ärmel']);
    branch.apply('updated', '1', recordOf(1, { name: 'Ärmel', job_title: 'Buyer' }));
    assert.deepEqual(await under(branch, 'a'), ['Ärmel']);
  });
});
