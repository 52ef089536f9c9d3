import assert from 'node:assert/strict';
import { dayOf, together, total, withRequest, type UsageOfDay } from '../../../src/surfaces/account/usage/day.ts';
import { leftOf } from '../../../src/surfaces/account/usage/left.ts';

const late = new Date(2026, 10, 2, 23, 59, 59);
const early = new Date(2026, 10, 3, 0, 0, 1);

describe('the count of a day', () => {
  it('adds up what was asked, by operation', () => {
    let day: UsageOfDay | undefined;
    for (const [operation, tokens] of [
      ['person.get', 1],
      ['person.list', 10],
      ['person.get', 1],
    ] as const) {
      day = withRequest(day, operation, tokens, late);
    }
    assert.deepEqual(day, {
      day: '2026-11-02',
      operations: { 'person.get': { requests: 2, tokens: 2 }, 'person.list': { requests: 1, tokens: 10 } },
    });
    assert.deepEqual(day && total(day), { requests: 3, tokens: 12 });
  });

  it('begins anew at midnight where the person is', () => {
    const before = withRequest(undefined, 'person.get', 1, late);
    const after = withRequest(before, 'person.list', 10, early);
    assert.deepEqual(after, { day: dayOf(early), operations: { 'person.list': { requests: 1, tokens: 10 } } });
  });

  it('puts windows together, and leaves other days out', () => {
    const yesterday = withRequest(undefined, 'person.get', 1, late);
    const one = withRequest(undefined, 'person.get', 1, early);
    const other = withRequest(undefined, 'person.get', 1, early);
    assert.deepEqual(total(together([yesterday, one, other], dayOf(early))), { requests: 2, tokens: 2 });
    assert.deepEqual(total(together([], dayOf(early))), { requests: 0, tokens: 0 });
  });
});

describe('what is left of the day, in words', () => {
  const of = (dailyRemaining: number) => leftOf({ used: 0, dailyLimit: 1000, dailyRemaining });

  it('goes from nearly all to none', () => {
    assert.deepEqual([1000, 875, 874, 625, 500, 375, 374, 100, 99, 1, 0].map(of), [
      ...(['nearlyAll', 'nearlyAll', 'threeQuarters', 'threeQuarters', 'half', 'half'] as const),
      ...(['aQuarter', 'aQuarter', 'little', 'little', 'none'] as const),
    ]);
  });

  it('is unknown before an answer told it, and none once Pipedrive refused for it', () => {
    assert.equal(leftOf({ used: 0 }), 'unknown');
    assert.equal(leftOf({ used: 0, dailyRemaining: 7 }), 'unknown');
    assert.equal(leftOf({ used: 0, dailyLimit: 1000, dailyRemaining: 900, spent: true }), 'none');
  });
});
