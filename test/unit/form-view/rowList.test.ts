import assert from 'node:assert/strict';
import { added, changed, moved, removed, rowsOf, valueOf } from '../../../src/surfaces/form/view/controls/rowList.ts';

const stages = [
  { id: 1, name: 'First' },
  { id: 2, name: 'Second' },
];
const keys = (rows: ReturnType<typeof rowsOf>) => rows.map(({ key }) => key);

describe('rows of a table', () => {
  it('come back as they were', () => {
    assert.deepEqual(valueOf(rowsOf(stages, [])), stages);
  });

  it('take another’s place and keep their keys', () => {
    const rows = rowsOf(stages, []);
    const [first = ''] = keys(rows);
    assert.deepEqual(keys(moved(rows, first, 1)), keys(rows).toReversed());
    assert.deepEqual(valueOf(moved(rows, first, 1)), stages.toReversed());
    assert.equal(moved(rows, first, -1), rows);
  });

  it('are none where the value is no list', () => {
    for (const value of [null, undefined, '', {}, 7]) assert.deepEqual(rowsOf(value, []), []);
  });

  it('leave out new ones with nothing in them', () => {
    const rows = added(rowsOf(stages, []));
    assert.equal(rows.length, 3);
    assert.deepEqual(valueOf(rows), stages);
  });

  it('keep one that exists, also with its cells emptied', () => {
    const rows = rowsOf(stages, []);
    assert.deepEqual(valueOf(changed(rows, keys(rows)[0] ?? '', 'name', null)), [{ id: 1 }, stages[1]]);
  });

  it('have cells of their own', () => {
    const rows = added(rowsOf(stages, []));
    const last = keys(rows)[2] ?? '';
    assert.deepEqual(valueOf(changed(rows, last, 'name', 'Third')), [...stages, { name: 'Third' }]);
    assert.deepEqual(valueOf(removed(rows, keys(rows)[0] ?? '')), [stages[1]]);
  });

  it('stay the same row when Pipedrive gives a new one its id', () => {
    const before = added(rowsOf(stages, []));
    const filled = changed(before, keys(before)[2] ?? '', 'name', 'Third');
    assert.deepEqual(keys(rowsOf([...stages, { id: 3, name: 'Third' }], filled)), keys(before));
  });

  it('stay the same row when others come and go', () => {
    const before = rowsOf(stages, []);
    assert.deepEqual(keys(rowsOf([stages[1]], before)), keys(before).slice(1));
    const after = rowsOf([{ id: 9, name: 'Before' }, ...stages], before);
    assert.deepEqual(keys(after).slice(1), keys(before));
    assert.equal(new Set(keys(after)).size, 3);
  });

  it('never share a key', () => {
    const some = added(removed(added(added([])), 'row0'));
    assert.equal(new Set(keys(some)).size, some.length);
    assert.equal(new Set(keys(rowsOf([{}, {}, {}], some))).size, 3);
  });
});
