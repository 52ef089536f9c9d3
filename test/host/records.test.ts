import assert from 'node:assert/strict';
import type { Sessions } from '../../src/account/types.ts';
import { PipedriveError } from '../../src/api/errors.ts';
import type { Kind } from '../../src/kinds/index.ts';
import { person } from '../../src/kinds/person/index.ts';
import { Records } from '../../src/kinds/records.ts';

describe('The one door to records', () => {
  /** A kind that can delete one record and not many, with what it was asked for and what was told of it. */
  function door(remove: NonNullable<Kind['remove']>) {
    const { removeMany: _, ...one } = person;
    const kind: Kind = { ...one, remove };
    const records = new Records({ session: async () => ({}) } as unknown as Sessions);
    const told: unknown[] = [];
    records.onDidChange(({ address, change }) => told.push(`${change} ${address.id}`));
    return { kind, records, told };
  }

  it('deletes the records of a kind that knows no deletion of many, and tells of each', async () => {
    const asked: unknown[] = [];
    const { kind, records, told } = door(async (_session, id) => {
      asked.push(id);
      if (id === 2) throw new PipedriveError('forbidden', 'No');
      if (id === 3) throw new PipedriveError('notFound', 'Gone already');
    });
    const progress: number[] = [];
    const { removed, failed } = await records.removeMany(kind, 'acme', [1, 2, 3], { progress: (done) => progress.push(done) });
    assert.deepEqual(removed, [1, 3]);
    assert.deepEqual(
      failed.map(({ id, error }) => `${id} ${(error as PipedriveError).fault}`),
      ['2 forbidden'],
    );
    assert.deepEqual(
      [asked, progress, told],
      [
        [1, 2, 3],
        [1, 2, 3],
        ['removed 1', 'removed 3'],
      ],
    );
  });
});
