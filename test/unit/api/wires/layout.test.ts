import assert from 'node:assert/strict';
import { wireOf } from '../../../../src/api/wires/index.ts';
import type { CustomTypes, Row } from '../../../../src/api/wires/wire.ts';

const key = 'a'.repeat(40);
const wire = wireOf('person', 'v1');

describe('rows of one list', () => {
  const none: CustomTypes = new Map();

  it('are each read by their own keys', () => {
    const rows: readonly Row[] = [
      { id: 1, name: 'A', [key]: 'text' },
      { id: 2, name: 'B', [key]: 1, [`${key}_currency`]: 'EUR' },
      { id: 3, name: 'C', [key]: '2026-01-01', [`${key}_until`]: '2026-01-02' },
      { id: 4, [key]: null, name: 'D' },
      { id: 5, name: 'E', [key]: 'text', label: 3 },
      { id: 6, name: 'F' },
      { id: 7, name: 'G', [key]: 'text' },
    ];
    assert.deepEqual(
      rows.map((row) => wire.decode(row, none).values),
      [
        { id: 1, name: 'A', [key]: 'text' },
        { id: 2, name: 'B', [key]: { value: 1, currency: 'EUR' } },
        { id: 3, name: 'C', [key]: { value: '2026-01-01', until: '2026-01-02' } },
        { id: 4, name: 'D', [key]: null },
        { id: 5, name: 'E', [key]: 'text', label_ids: [3] },
        { id: 6, name: 'F' },
        { id: 7, name: 'G', [key]: 'text' },
      ],
    );
    for (const row of rows) assert.deepEqual(wire.restore(wire.decode(row, none), none), row);
  });

  it('are read by the types that are known by then', () => {
    const row: Row = { id: 1, [key]: '12' };
    const read = (types: CustomTypes) => wire.decode(row, types).values[key];
    assert.equal(read(none), '12');
    assert.equal(read(new Map([[key, 'enum']])), 12);
    assert.deepEqual(read(new Map([[key, 'set']])), [12]);
    assert.equal(read(none), '12');
  });

  it('may hold a key that is more than a name elsewhere', () => {
    const row = JSON.parse('{"id": 1, "__proto__": {"x": 1}, "constructor": 2}') as Row;
    const record = wire.decode(row, none);
    assert.deepEqual(Object.keys(record.extras), ['__proto__', 'constructor']);
    assert.equal(Object.getPrototypeOf(record.extras), Object.prototype);
    assert.deepEqual(Object.entries(wire.restore(record, none)), Object.entries(row));
  });
});
