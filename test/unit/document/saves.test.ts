import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Shelves } from '../../../src/account/shelf.ts';
import { person } from '../../../src/kinds/person/index.ts';
import { mostSaves, savedIn } from '../../../src/surfaces/document/saves/saved.ts';

const record = (values: Readonly<Record<string, unknown>>) => ({ id: 7, values, names: {}, extras: {} });
const address = { accountId: 'acme', kind: person, id: 7 };

describe('What a save changed', () => {
  it('is its fields before and after, without those that stayed the same', () => {
    const saved = savedIn({
      address,
      change: 'updated',
      record: record({ name: 'New', phones: [], job_title: null, update_time: 'later' }),
      wrote: { before: record({ name: 'Old', phones: [], visible_to: 3 }), keys: ['name', 'phones', 'job_title', 'visible_to'] },
    });
    assert.deepEqual(
      [saved?.before, saved?.after],
      [
        { name: 'Old', visible_to: 3 },
        { name: 'New', visible_to: null },
      ],
    );
    assert.equal(saved?.title, 'New');
  });

  it('is nothing for what a colleague did, what was read, and a write that changed nothing', () => {
    assert.equal(savedIn({ address, change: 'updated', record: record({ name: 'New' }) }), undefined);
    assert.equal(savedIn({ address, change: 'removed' }), undefined);
    const wrote = { before: record({ name: 'Same' }), keys: ['name'] };
    assert.equal(savedIn({ address, change: 'updated', record: record({ name: 'Same' }), wrote }), undefined);
  });

  it('is remembered two hundred times', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saves-'));
    try {
      const shelf = new Shelves(folder).shelf<number>('saves', mostSaves);
      for (let n = 1; n <= mostSaves + 5; n += 1) await shelf.add('acme', n);
      const kept = (await shelf.all('acme')).map(({ value }) => value);
      assert.equal(kept.length, 200);
      assert.deepEqual([kept[0], kept.at(-1)], [205, 6]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
