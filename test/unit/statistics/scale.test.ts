import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Figure } from '../../../src/surfaces/statistics/messages.ts';
import { barScale } from '../../../src/surfaces/statistics/view/scale.ts';

const figure = (now: number, before?: number): Figure => ({
  ...{ id: 'x', label: 'x', color: 'blue', now: { value: now, text: '' } },
  ...(before !== undefined && { before: { value: before, text: '' } }),
});

describe('the length of a bar', () => {
  it('is the rate itself where a full bar is told', () => {
    const scale = barScale({ full: 100, figures: [figure(40)] });
    assert.deepEqual([0, 40, 100].map(scale), [0, 40, 100]);
  });

  it('fits the largest number of both periods', () => {
    const scale = barScale({ figures: [figure(3), figure(8, 20)] });
    assert.equal(scale(20), 100);
    assert.equal(scale(10), 50);
  });

  it('is within the room, begins at nothing and grows with the number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1e9 })), fc.nat({ max: 1e9 }), (values, other) => {
        const scale = barScale({ figures: values.map((value) => figure(value)) });
        assert.equal(scale(0), 0);
        for (const value of [...values, other]) assert.ok(scale(value) >= 0 && scale(value) <= 100);
      }),
    );
  });

  it('is nothing where all numbers are', () => {
    assert.equal(barScale({ figures: [figure(0, 0)] })(0), 0);
  });
});
