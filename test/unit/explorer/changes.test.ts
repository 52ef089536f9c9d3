import assert from 'node:assert/strict';
import type { Account } from '../../../src/account/types.ts';
import { person } from '../../../src/kinds/person/index.ts';
import type { Chosen } from '../../../src/kinds/listed/listed.ts';
import type { Records } from '../../../src/kinds/records.ts';
import type { PipedriveRecord, Values } from '../../../src/model/record.ts';
import { Branch } from '../../../src/surfaces/explorer/branch.ts';
import { bringChanges } from '../../../src/surfaces/explorer/changes.ts';

const account: Account = { id: 'acme', company: 'Acme', user: 'Ann', currency: 'EUR', demo: false };
const then = '2026-11-01T00:00:00Z';
const now = '2026-11-27T10:00:00Z';
const recordOf = (id: number, values: Values): PipedriveRecord => ({
  ...{ id, names: {}, extras: {} },
  values: { name: `Person ${id}`, owner_id: 1, add_time: then, update_time: then, ...values },
});

describe('What a poll brings into a list that is narrowed', () => {
  /** The ids in the list after the feed told what was changed. */
  const after = async (filters: Readonly<Record<string, Chosen>>, news: readonly PipedriveRecord[]) => {
    const records = {
      list: async () => ({ items: [recordOf(1, {}), recordOf(2, {})], misfits: [] }),
      changes: async () => ({ items: news, misfits: [] }),
    } as unknown as Records;
    const branch = new Branch(person, account, records, { shown: { group: 'none', filters, own: [] } });
    await branch.rows((_parent, load) => load());
    await bringChanges(records, branch, Date.parse(now));
    return branch.loaded.map(({ id }) => id);
  };
  const owner = { query: { owner_id: 1 }, label: 'Ann' };
  const changed = (id: number, values: Values) => recordOf(id, { update_time: now, ...values });
  const made = (id: number, values: Values = {}) => changed(id, { add_time: now, ...values });

  it('takes out what is not among it any more', async () => {
    assert.deepEqual(await after({ owner }, [changed(1, { owner_id: 2 }), changed(2, { job_title: 'Buyer' })]), [2]);
  });

  it('leaves what was among it before, whatever its values tell', async () => {
    const letter = { query: { first_char: 'q' }, label: 'Q' };
    assert.deepEqual(await after({ letter }, [changed(1, { job_title: 'Buyer' })]), [1, 2]);
  });

  it('takes in what is new and among it', async () => {
    assert.deepEqual(await after({ owner }, [made(3), made(4, { owner_id: 2 })]), [3, 1, 2]);
    assert.deepEqual(await after({}, [made(3)]), [3, 1, 2]);
  });

  it('takes in nothing of which nobody tells whether it is among it', async () => {
    assert.deepEqual(await after({ saved: { query: { filter_id: 3 }, label: 'Hot' } }, [made(3), changed(1, {})]), [1, 2]);
  });

  it('goes by when it was changed, where the list does', async () => {
    const until = { query: { updated_until: '2026-11-20T00:00:00Z' }, label: 'until 2026-11-19' };
    assert.deepEqual(await after({ changed: until }, [made(3), changed(1, {})]), [2]);
    const since = { query: { updated_since: '2026-10-20T00:00:00Z' }, label: 'since 2026-10-20' };
    assert.deepEqual(await after({ changed: since }, [made(3), changed(1, {})]), [3, 1, 2]);
  });
});
