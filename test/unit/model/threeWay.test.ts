import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedFields, standing, threeWay } from '../../../src/model/threeWay.ts';
import { budget, emails, fields, name, source, tags } from './fields.ts';

const base = { name: 'Ann', emails: [{ value: 'a@example.com', label: 'work', primary: true }], owner_id: 1, [source.key]: 1 };

describe('three-way merge', () => {
  it('sends only what mine changed', () => {
    const merge = threeWay(fields, base, { ...base, name: 'Anna' }, base);
    assert.deepEqual(merge, { changes: { name: 'Anna' }, conflicts: [] });
  });

  it('leaves alone what theirs changed in another field', () => {
    const merge = threeWay(fields, base, { ...base, name: 'Anna' }, { ...base, owner_id: 2, [tags.key]: [1] });
    assert.deepEqual(merge, { changes: { name: 'Anna' }, conflicts: [] });
  });

  it('finds a conflict in the same field, also at equal length', () => {
    const { changes, conflicts } = threeWay(fields, base, { ...base, name: 'Ama' }, { ...base, name: 'Ana' });
    assert.deepEqual(changes, {});
    assert.deepEqual(
      conflicts.map(({ field, ...sides }) => [field.key, sides]),
      [['name', { base: 'Ann', mine: 'Ama', theirs: 'Ana' }]],
    );
  });

  it('takes what our own write led to for no change of others', () => {
    const filled = { ...base, [budget.key]: { value: 5, currency: 'EUR' } };
    const sent = { ...base, [budget.key]: { value: 5 } };
    assert.deepEqual(threeWay(fields, sent, { ...sent, [budget.key]: null }, filled, filled).conflicts, []);
    assert.equal(threeWay(fields, sent, { ...sent, [budget.key]: null }, filled, base).conflicts.length, 1);
  });

  it('sees no conflict where both made the same change', () => {
    const both = { ...base, name: 'Anna', [tags.key]: [2, 1] };
    assert.deepEqual(threeWay(fields, base, { ...both, [tags.key]: [1, 2] }, both), { changes: {}, conflicts: [] });
  });

  it('clears with what the type is cleared by', () => {
    const mine = { name: 'Ann', owner_id: 1 };
    assert.deepEqual(threeWay(fields, base, mine, base).changes, { [emails.key]: [], [source.key]: null });
  });

  it('never sends a field that cannot be written', () => {
    assert.deepEqual(changedFields(fields, base, { ...base, add_time: '2020-01-01T00:00:00Z' }), []);
  });

  it('writes a value as version 2 takes it', () => {
    const mine = { ...base, [budget.key]: { value: 5, currency: 'EUR' } };
    assert.deepEqual(threeWay(fields, base, mine, base).changes, { [budget.key]: { value: 5, currency: 'EUR' } });
  });

  it('does not empty a field that came to be known after the text was made', () => {
    const older = fields.filter((field) => field !== budget);
    const record = { id: 1, values: { ...base, [budget.key]: { value: 9, currency: 'EUR' } }, names: {}, extras: {} };
    const text = { ...base, name: 'Anna' };
    const { changes, conflicts } = threeWay(fields, standing(older, record).values, text, record.values);
    assert.deepEqual([changes, conflicts], [{ name: 'Anna' }, []]);
  });

  it('keeps every change of both sides, or says so', () => {
    const values = fc.record({ name: fc.constantFrom('a', 'b', 'c'), owner_id: fc.constantFrom(1, 2, 3, null) });
    fc.assert(
      fc.property(values, values, values, (from, mine, theirs) => {
        const { changes, conflicts } = threeWay([name, ...fields.slice(2, 3)], from, mine, theirs);
        const disputed = new Set(conflicts.map(({ field }) => field.key));
        const result: Record<string, unknown> = { ...theirs, ...changes };
        for (const key of ['name', 'owner_id'] as const) {
          if (disputed.has(key)) {
            assert.ok(mine[key] !== theirs[key] && mine[key] !== from[key] && theirs[key] !== from[key]);
          } else {
            assert.equal(result[key], mine[key] === from[key] ? theirs[key] : mine[key]);
          }
        }
      }),
    );
  });
});
