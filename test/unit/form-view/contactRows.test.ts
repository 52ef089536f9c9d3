import assert from 'node:assert/strict';
import { added, changed, madePrimary, moved, rowsOf, valueOf } from '../../../src/surfaces/form/view/controls/contactRows.ts';

const two = [
  { value: 'a@example.com', label: 'work', primary: true },
  { value: 'b@example.com', label: 'home', primary: false },
];
const primaries = (value: ReturnType<typeof valueOf>) => value.map((entry) => entry.primary);

describe('lines of addresses and numbers', () => {
  it('come back as they were', () => {
    assert.deepEqual(valueOf(rowsOf(two)), two);
  });

  it('keep what is not known of an entry', () => {
    const value = [{ value: '1', label: 'work', primary: true, verified: 'yes' }];
    assert.deepEqual(valueOf(changed(rowsOf(value), 0, { label: 'home' })), [{ ...value[0], label: 'home' }]);
  });

  it('leave out lines not filled in', () => {
    const rows = added(rowsOf(two));
    assert.equal(rows.length, 3);
    assert.deepEqual(valueOf(rows), two);
    assert.deepEqual(valueOf(changed(rows, 2, { value: '  ' })), two);
  });

  it('always have exactly one primary', () => {
    const rows = rowsOf(two);
    assert.deepEqual(primaries(valueOf(madePrimary(rows, 1))), [false, true]);
    assert.deepEqual(primaries(valueOf(rows.toSpliced(0, 1))), [true]);
    assert.deepEqual(primaries(valueOf(rowsOf(two.map((entry) => ({ ...entry, primary: true }))))), [true, false]);
    assert.deepEqual(primaries(valueOf(added([]))), []);
  });

  it('take another’s place, and the mark of the primary one goes with its line', () => {
    const rows = rowsOf(two);
    assert.deepEqual(valueOf(moved(rows, 0, 1)), two.toReversed());
    assert.deepEqual(valueOf(moved(rows, 1, -1)), two.toReversed());
    assert.equal(moved(rows, 0, -1), rows);
    assert.equal(moved(rows, 1, 1), rows);
  });

  it('are none where the value is no list', () => {
    for (const value of [null, undefined, '', 'a@example.com', {}, [null, 7]]) assert.deepEqual(rowsOf(value), []);
  });
});
