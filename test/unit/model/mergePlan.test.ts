import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Field } from '../../../src/model/field.ts';
import { keptValues, mergePlan, type MergeRow } from '../../../src/model/mergePlan.ts';
import type { Values } from '../../../src/model/record.ts';
import { budget, emails, field, name, source, tags } from './fields.ts';

const computed = field({ key: 'score', type: 'double', writable: false });
const fields = [name, emails, source, tags, budget, computed];
const rules = { fields, joins: ({ key }: Field) => key === 'emails' };
const mail = (value: string, primary = false) => ({ value, label: 'work', primary });

const plan = (survivor: Values, absorbed: Values, ...ticked: readonly string[]) =>
  mergePlan(rules, survivor, absorbed, new Set(ticked));
const row = (rows: readonly MergeRow[], { key }: Field): Partial<MergeRow> => {
  const { field: _, ...rest } = rows.find((one) => one.field.key === key) ?? ({} as MergeRow);
  return rest;
};

describe('the plan of a merge', () => {
  it('keeps the survivor’s value and loses the other’s', () => {
    assert.deepEqual(row(plan({ name: 'Kept' }, { name: 'Gone' }), name), {
      ...{ fate: 'stays', survivor: 'Kept', absorbed: 'Gone', result: 'Kept', lost: 'Gone', keepable: true },
    });
  });

  it('fills what the survivor has not, and loses nothing where the other has none', () => {
    const rows = plan({ name: 'Kept' }, { [source.key]: 1 });
    assert.deepEqual([row(rows, source).fate, row(rows, source).result, row(rows, source).lost], ['moves', 1, null]);
    assert.deepEqual([row(rows, name).fate, row(rows, name).result, row(rows, name).lost], ['stays', 'Kept', null]);
    assert.deepEqual([row(rows, budget).fate, row(rows, budget).result], ['same', null]);
  });

  it('joins what Pipedrive joins: each address once, the survivor’s first and its primary one', () => {
    const rows = plan(
      { emails: [mail('a@example.com', true)] },
      { emails: [mail('b@example.com', true), mail('a@example.com')] },
    );
    assert.deepEqual(row(rows, emails).result, [mail('a@example.com', true), mail('b@example.com')]);
    assert.deepEqual([row(rows, emails).fate, row(rows, emails).lost], ['joined', null]);
  });

  it('says of a list only those that nobody has afterwards, and a tick adds them', () => {
    const both = [{ [tags.key]: [1] }, { [tags.key]: [2, 1] }] as const;
    assert.deepEqual([row(plan(...both), tags).lost, row(plan(...both), tags).result], [[2], [1]]);
    const ticked = plan(...both, tags.key);
    assert.deepEqual([row(ticked, tags).fate, row(ticked, tags).result, row(ticked, tags).lost], ['kept', [1, 2], null]);
    assert.deepEqual(keptValues(ticked), { [tags.key]: [1, 2] });
  });

  it('a tick keeps the other’s value in the place of the survivor’s, which is lost then', () => {
    const rows = plan({ name: 'Kept', [source.key]: 1 }, { name: 'Gone', [source.key]: 2 }, name.key);
    assert.deepEqual([row(rows, name).fate, row(rows, name).result, row(rows, name).lost], ['kept', 'Gone', 'Kept']);
    assert.deepEqual(keptValues(rows), { name: 'Gone' });
  });

  it('keeps nothing by a tick that nobody can write, or that is not needed', () => {
    const rows = plan({ score: 1, name: 'Same' }, { score: 2, name: 'Same', [source.key]: 1 }, 'score', name.key, source.key);
    assert.deepEqual([row(rows, computed).fate, row(rows, computed).lost, row(rows, computed).keepable], ['stays', 2, false]);
    assert.deepEqual(keptValues(rows), {});
  });

  it('every value is in the result or among the lost, whatever is ticked', () => {
    const text = fc.option(fc.constantFrom('one', 'two'), { nil: null });
    const options = fc.uniqueArray(fc.constantFrom(1, 2), { maxLength: 2 });
    const values = fc.record({ name: text, [source.key]: fc.option(fc.constantFrom(1, 2), { nil: null }), [tags.key]: options });
    const ticks = fc.subarray([name.key, source.key, tags.key]);
    fc.assert(
      fc.property(values, values, ticks, (survivor, absorbed, ticked) => {
        for (const { survivor: ours, absorbed: theirs, result, lost } of plan(survivor, absorbed, ...ticked)) {
          const there = new Set([result, lost].flat());
          for (const value of [ours, theirs].flat()) assert.ok(there.has(value));
        }
      }),
    );
  });
});
