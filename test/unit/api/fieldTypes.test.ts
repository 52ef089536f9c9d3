import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ApiVersion } from '../../../src/api/types.ts';
import { wireOf } from '../../../src/api/wires/index.ts';
import type { Field } from '../../../src/model/field.ts';
import type { FieldTypeId } from '../../../src/model/fieldTypes/ids.ts';
import { equalValues, valueOf, writeValue } from '../../../src/model/fieldTypes/index.ts';
import type { PipedriveRecord } from '../../../src/model/record.ts';
import { addressParts } from '../../../src/model/values.ts';
import { field } from '../model/fields.ts';

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> => fc.record(model, { noNullPrototype: true });
const words = fc.string({ minLength: 1, maxLength: 30 });
const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100);
const id = fc.integer({ min: 1, max: 1_000_000 });
const two = (value: number): string => String(value).padStart(2, '0');
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
  .map(([hours, minutes, seconds]) => `${two(hours)}:${two(minutes)}:${two(seconds)}`);
const currency = fc.constantFrom('EUR', 'USD', 'JPY');
const contacts = fc.array(record({ value: words, label: fc.constantFrom('work', 'home'), primary: fc.boolean() }), {
  maxLength: 3,
});
/** JSON has no negative zero, though the generator does. */
const json = fc
  .jsonValue({ maxDepth: 1 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => value !== '');
const zone = fc.integer({ min: 1, max: 400 });

/** Values of every type as version 2 has them, and the standard key of those that no field of the account's own can have. */
const values: {
  readonly [T in FieldTypeId]: {
    readonly of: fc.Arbitrary<unknown>;
    readonly key?: string;
    readonly entity?: 'product';
    readonly columns?: readonly Field[];
  };
} = {
  varchar: { of: words },
  varchar_auto: { of: words },
  text: { of: words },
  phone: { of: words },
  double: { of: number },
  monetary: { of: record({ value: number, currency }) },
  date: { of: day },
  daterange: { of: record({ value: day, until: day }) },
  time: { of: record({ value: clock, timezone_id: zone }) },
  timerange: { of: record({ value: clock, until: clock, timezone_id: zone }) },
  enum: { of: id },
  set: { of: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }) },
  user: { of: id },
  org: { of: id },
  people: { of: id },
  visible_to: { of: fc.constantFrom(1, 3, 5, 7) },
  address: {
    of: fc.tuple(words, fc.dictionary(fc.constantFrom(...addressParts), words)).map(([value, parts]) => ({ value, ...parts })),
  },
  emails: { of: contacts, key: 'emails' },
  phones: { of: contacts, key: 'phones' },
  labels: { of: fc.uniqueArray(id, { maxLength: 3 }), key: 'label_ids' },
  int: { of: fc.integer({ min: 0, max: 1_000 }), key: 'files_count' },
  boolean: { of: fc.boolean(), key: 'is_deleted' },
  datetime: { of: fc.tuple(day, clock).map(([date, time]) => `${date}T${time}Z`), key: 'add_time' },
  currency: { of: currency, key: 'doi_status' },
  rows: {
    of: fc.array(record({ currency, price: number }), { maxLength: 3 }),
    key: 'prices',
    entity: 'product',
    columns: [field({ key: 'currency', type: 'currency' }), field({ key: 'price', type: 'double' })],
  },
  other: { of: json, key: 'doi_status' },
};

const hex = '0123456789abcdef0123456789abcdef01234567';

describe('values of every field type', () => {
  for (const version of ['v1', 'v2'] as ApiVersion[]) {
    for (const [type, { of, key = hex, entity = 'person', columns }] of Object.entries(values) as [
      FieldTypeId,
      (typeof values)[FieldTypeId],
    ][]) {
      const one = field({ key, type, custom: key === hex, ...(columns && { columns }) });
      const types = new Map(key === hex ? [[hex, type]] : []);
      const wire = wireOf(entity, version);
      const through = (value: unknown): PipedriveRecord => {
        const whole = { id: 1, values: { id: 1, [key]: value }, names: {}, extras: {} };
        // What a server sends went through JSON.
        return wire.decode(JSON.parse(JSON.stringify(wire.restore(whole, types))) as Record<string, unknown>, types);
      };

      it(`${type} is the same after ${version} and back`, () => {
        fc.assert(
          fc.property(fc.option(of), (value) => {
            const parsed = valueOf(one, { [key]: value });
            const again = valueOf(one, through(value).values);
            assert.deepEqual(again, parsed);
            assert.ok(equalValues(one, again, parsed));
            const written = writeValue(one, parsed);
            assert.ok(equalValues(one, valueOf(one, { [key]: written }), parsed));
            wire.encode({ [key]: written }, types);
          }),
        );
      });
    }
  }
});
