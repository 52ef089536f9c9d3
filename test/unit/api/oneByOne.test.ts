import assert from 'node:assert/strict';
import { PipedriveError, type Fault } from '../../../src/api/errors.ts';
import { forecast } from '../../../src/api/forecast.ts';
import { oneByOne } from '../../../src/api/oneByOne.ts';
import { person } from '../../../src/kinds/person/index.ts';
import { product } from '../../../src/kinds/product/index.ts';

describe('doing something with each of many', () => {
  async function each(faults: Readonly<Record<number, Fault>>, stopAfter?: number) {
    const abort = new AbortController();
    const asked: number[] = [];
    const progress: number[] = [];
    const { done, failed } = await oneByOne(
      [1, 2, 3, 4],
      async (item) => {
        asked.push(item);
        const fault = faults[item];
        if (fault) throw new PipedriveError(fault, 'No');
      },
      {
        signal: abort.signal,
        progress: (over) => {
          progress.push(over);
          if (over === stopAfter) abort.abort();
        },
      },
    );
    return { asked, done, failed: failed.map(({ item, error }) => `${item} ${(error as PipedriveError).fault}`), progress };
  }

  it('goes on after what concerns one alone', async () => {
    const { asked, done, failed, progress } = await each({ 2: 'forbidden', 3: 'unknownOutcome' });
    assert.deepEqual(
      [asked, done],
      [
        [1, 2, 3, 4],
        [1, 4],
      ],
    );
    assert.deepEqual(
      [failed, progress],
      [
        ['2 forbidden', '3 unknownOutcome'],
        [1, 2, 3, 4],
      ],
    );
  });

  it('ends at once where every one would meet the same, and gives the rest that reason', async () => {
    for (const fault of ['budgetSpent', 'unauthorized', 'unreachable'] as const) {
      const { asked, done, failed } = await each({ 2: fault });
      assert.deepEqual([asked, done, failed], [[1, 2], [1], [`2 ${fault}`, `3 ${fault}`, `4 ${fault}`]]);
    }
  });

  it('begins nothing more once it is cancelled', async () => {
    const { asked, done, failed } = await each({}, 2);
    assert.deepEqual(
      [asked, done, failed],
      [
        [1, 2],
        [1, 2],
        ['3 cancelled', '4 cancelled'],
      ],
    );
  });

  it('keeps what was done where something breaks', async () => {
    const broken = new TypeError('broken');
    const { done, failed } = await oneByOne([1, 2, 3], async (item) => {
      if (item === 2) throw broken;
    });
    assert.deepEqual([done, failed], [[1, 3], [{ item: 2, error: broken }]]);
  });
});

describe('what a list sets of many records', () => {
  it('is forecast from the price list, by version', () => {
    const cost = (kind: typeof person, reading: boolean, version: 'v1' | 'v2') =>
      forecast(kind.assigning?.plan(reading) ?? [], version);
    assert.deepEqual([cost(person, false, 'v2'), cost(person, true, 'v2')], [5, 6]);
    assert.deepEqual([cost(person, false, 'v1'), cost(person, true, 'v1')], [10, 12]);
    assert.equal(cost(product, false, 'v2'), 5);
  });

  it('names fields that are there to be written', () => {
    assert.deepEqual([person.assigning?.owner, person.assigning?.labels], ['owner_id', 'label_ids']);
    assert.deepEqual([product.assigning?.owner, product.assigning?.labels], ['owner_id', undefined]);
  });
});
