import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Field } from '../../../../src/model/field.ts';
import { fieldTypeIds, type FieldTypeId } from '../../../../src/model/fieldTypes/ids.ts';
import { equalValues, valueOf } from '../../../../src/model/fieldTypes/index.ts';
import type { ValueChange } from '../../../../src/model/history/change.ts';
import { beside, earlier, restorable, valueIn } from '../../../../src/model/history/rebuild.ts';
import type { Values } from '../../../../src/model/record.ts';

const field = (key: string, type: FieldTypeId, more: Partial<Field> = {}): Field => ({
  ...{ key, name: key, type, wireType: type, custom: true, writable: true, required: false, options: [] },
  ...more,
});

const options = [
  { id: 7, label: 'Gold' },
  { id: 8, label: 'Silver' },
];

const change = (key: string, before: string | null, after: string | null = null, part?: string): ValueChange => ({
  ...{ key, before, after, time: '2026-11-01T10:00:00Z' },
  ...(part === undefined ? {} : { part }),
});

/** A text of the log for each type, what stands there now, and the value that the text is. */
const spelled: Readonly<Record<FieldTypeId, readonly [text: string, present: unknown, value: unknown]>> = {
  varchar: ['One, two', null, 'One, two'],
  varchar_auto: ['One', null, 'One'],
  text: ['two\nlines', null, 'two\nlines'],
  phone: ['+372 5', null, '+372 5'],
  currency: ['EUR', null, 'EUR'],
  double: ['12.5', null, 12.5],
  int: ['12', null, 12],
  monetary: ['12.5 EUR', null, { value: 12.5, currency: 'EUR' }],
  date: ['2026-03-31 00:00:00', null, '2026-03-31'],
  daterange: ['2026-03-01 - 2026-03-08', null, { value: '2026-03-01', until: '2026-03-08' }],
  time: [
    '14:30:00',
    { value: '08:00:00', timezone_id: 5, timezone_name: 'Europe/Tallinn' },
    { value: '14:30:00', timezone_id: 5, timezone_name: 'Europe/Tallinn' },
  ],
  timerange: ['14:30 - 15:00', null, { value: '14:30', until: '15:00' }],
  datetime: ['2026-03-31 14:30:00', null, '2026-03-31T14:30:00Z'],
  enum: ['7', null, 7],
  visible_to: ['8', null, 8],
  set: ['7,8', null, [7, 8]],
  labels: ['8', [7], [8]],
  user: ['12', null, 12],
  org: ['12', null, 12],
  people: ['12', null, 12],
  address: ['Main St 1', null, { value: 'Main St 1' }],
  emails: [
    'b@example.com, a@example.com',
    [{ value: 'a@example.com', label: 'home', primary: true }],
    [
      { value: 'b@example.com', label: 'work', primary: true },
      { value: 'a@example.com', label: 'home', primary: false },
    ],
  ],
  phones: ['123', null, [{ value: '123', label: 'work', primary: true }]],
  boolean: ['1', null, true],
  other: ['anything', null, 'anything'],
  rows: ['[]', null, undefined],
};

describe('A value out of the history', () => {
  for (const type of fieldTypeIds) {
    it(`is read as the ${type} that it was`, () => {
      const [text, present, value] = spelled[type];
      const of = field('f', type, { options });
      const rebuilt = valueIn(of, {}, text, present);
      if (value === undefined) assert.ok('reason' in rebuilt);
      else assert.deepEqual(rebuilt, { value });
      assert.deepEqual(valueIn(of, {}, null, present), { value: null });
      assert.deepEqual(valueIn(of, {}, '', present), { value: null });
    });
  }

  it('is read where the log spells it as JSON, and is never taken for a text that it is not', () => {
    const entries = [{ value: '+372 5', label: 'home', primary: true }];
    const phones = field('f', 'phones');
    assert.deepEqual(restorable(phones, change('f', JSON.stringify(entries)), null), { value: entries });
    const address = { value: 'Main St 1', locality: 'Tartu' };
    assert.deepEqual(restorable(field('f', 'address'), change('f', JSON.stringify(address)), null), { value: address });
    for (const type of ['set', 'labels'] as const) {
      const of = field('f', type, { options });
      assert.deepEqual(restorable(of, change('f', '[7,"8"]'), null), { value: [7, 8] });
      assert.deepEqual(restorable(of, change('f', '[{"id":7,"label":"Gold"}]'), null), { value: [7] });
    }
    for (const text of ['[{"value":"+372 5"', '[5]', '[{"label":"home"}]', '{"value":"1"}']) {
      assert.ok('reason' in restorable(phones, change('f', text), null), text);
    }
    assert.ok('reason' in restorable(field('f', 'address'), change('f', '{"locality":"Tartu"}'), null));
  });

  it('says why it cannot be had: an option that is gone, a text that is no value', () => {
    const gone = restorable(field('f', 'set', { options }), change('f', '7,9'), null);
    assert.ok('reason' in gone);
    assert.match(gone.reason, /no longer has all the options.*7,9/);
    for (const [type, text] of [
      ['double', 'much'],
      ['date', 'soon'],
      ['daterange', '2026-03-01'],
      ['org', 'Acme'],
      ['emails', 'no address'],
      ['time', 'noon'],
    ] as const) {
      assert.ok('reason' in restorable(field('f', type), change('f', text), null), type);
    }
  });

  it('is refused where Pipedrive takes no nothing', () => {
    assert.ok('reason' in restorable(field('name', 'varchar', { required: true }), change('name', null), 'Now'));
    assert.deepEqual(restorable(field('f', 'varchar'), change('f', null), 'Now'), { value: null });
  });

  it('leaves that entry primary which is so now, where it is among those of then', () => {
    const now = [
      { value: '1', label: 'work', primary: false },
      { value: '2', label: 'mobile', primary: true },
    ];
    assert.deepEqual(restorable(field('f', 'phones'), change('f', '1, 2, 3'), now), {
      value: [...now, { value: '3', label: 'work', primary: false }],
    });
  });

  it('takes its currency from now where the log has the amount alone, and the other way round', () => {
    const money = field('f', 'monetary');
    const now = { value: 5, currency: 'USD' };
    assert.deepEqual(restorable(money, change('f', '12'), now), { value: { value: 12, currency: 'USD' } });
    assert.deepEqual(restorable(money, change('f', 'EUR', 'USD', 'currency'), now), { value: { value: 5, currency: 'EUR' } });
    assert.ok('reason' in restorable(money, change('f', 'EUR', 'USD', 'currency'), null));
    assert.ok('reason' in restorable(field('f', 'address'), change('f', 'Tallinn', null, 'locality'), { value: 'x' }));
  });
});

describe('An amount that is put back', () => {
  const money = field('f', 'monetary');
  const amount = { ...change('f', '100', '200'), time: '2026-10-02T10:00:00Z' };
  const currency = (before: string | null, after: string | null, time: string): ValueChange => ({
    ...change('f', before, after, 'currency'),
    time,
  });
  const restored = (present: unknown, ...changes: ValueChange[]) =>
    restorable(money, amount, beside(money, amount, changes, present));

  it('is of the currency that it had, also where that was changed later or at once', () => {
    const now = { value: 200, currency: 'EUR' };
    for (const time of [amount.time, '2026-11-01T10:00:00Z']) {
      assert.deepEqual(restored(now, currency('USD', 'EUR', time)), { value: { value: 100, currency: 'USD' } });
    }
    const twice = [currency('GBP', 'EUR', '2026-11-02T10:00:00Z'), currency('USD', 'GBP', '2026-11-01T10:00:00Z')];
    assert.deepEqual(restored(now, ...twice), { value: { value: 100, currency: 'USD' } });
    const older = currency('SEK', 'EUR', '2026-10-01T10:00:00Z');
    assert.deepEqual(restored(now, older), { value: { value: 100, currency: 'EUR' } });
  });

  it('is so too where nothing is left of it', () => {
    assert.deepEqual(restored(null, currency('USD', null, '2026-11-01T10:00:00Z')), { value: { value: 100, currency: 'USD' } });
  });
});

describe('An earlier state', () => {
  const fields = [
    field('name', 'varchar', { custom: false, required: true }),
    field('number', 'double'),
    field('tags', 'set', { options }),
    field('when', 'date'),
    field('org', 'org'),
  ];
  const texts: Readonly<Record<string, fc.Arbitrary<string | null>>> = {
    name: fc.constantFrom('Anna', 'Bo', 'Cleo'),
    number: fc.constantFrom(null, '1', '2.5', '-3'),
    tags: fc.constantFrom(null, '7', '8', '7,8'),
    when: fc.constantFrom(null, '2026-01-01', '2026-02-03'),
    org: fc.constantFrom(null, '1', '2'),
  };
  const read = (of: Field, text: string | null): unknown => {
    const rebuilt = valueIn(of, {}, text, null);
    assert.ok('value' in rebuilt);
    return rebuilt.value;
  };
  const step = fc.constantFrom(...fields).chain((of) => (texts[of.key] ?? fc.constant(null)).map((after) => ({ of, after })));

  it('is what it was, whatever was done to it since', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat({ max: 40 }), (steps, place) => {
        const held: Record<string, string | null> = { name: 'Anna', number: null, tags: null, when: null, org: '1' };
        const valuesOf = (): Values => Object.fromEntries(fields.map((of) => [of.key, read(of, held[of.key] ?? null)]));
        const states = [valuesOf()];
        const changes: ValueChange[] = [];
        for (const { of, after } of steps) {
          changes.push(change(of.key, held[of.key] ?? null, after));
          held[of.key] = after;
          states.push(valuesOf());
        }
        const from = Math.min(place, steps.length);
        const { values, left } = earlier(fields, states.at(-1) ?? {}, changes.slice(from).toReversed());
        assert.deepEqual(left, []);
        for (const of of fields) {
          assert.ok(equalValues(of, valueOf(of, values), valueOf(of, states[from] ?? {})), of.key);
        }
      }),
    );
  });

  it('leaves as it is what cannot be rebuilt, and says so, unless an older change can be', () => {
    const now = { name: 'Cleo', tags: [7], number: 5 };
    const lost = earlier(fields, now, [change('tags', '9', '7'), change('number', '4', '5')]);
    assert.deepEqual(lost.values, { name: 'Cleo', tags: [7], number: 4 });
    assert.deepEqual(
      lost.left.map(({ field: { key } }) => key),
      ['tags'],
    );
    const older = earlier(fields, now, [change('tags', '9', '7'), change('tags', '8', '9')]);
    assert.deepEqual(older.values['tags'], [8]);
    assert.deepEqual(older.left, []);
    assert.deepEqual(earlier(fields, now, [change('gone', '1', '2')]).values, now);
  });

  describe('of a value in several parts', () => {
    const money = field('f', 'monetary');
    const before = (now: unknown, ...changes: ValueChange[]) => {
      const { values, left } = earlier([money], { f: now }, changes);
      return { value: valueOf(money, values), left: left.map(({ field: { key } }) => key) };
    };
    const usd = { value: 100, currency: 'USD' };

    it('is what it was, in whichever order its parts are told', () => {
      const amount = change('f', '100', '200');
      const currency = change('f', 'USD', 'EUR', 'currency');
      const now = { value: 200, currency: 'EUR' };
      assert.deepEqual(before(now, amount, currency), { value: usd, left: [] });
      assert.deepEqual(before(now, currency, amount), { value: usd, left: [] });
    });

    it('is whole again where it was emptied since', () => {
      const amount = change('f', '100', null);
      const currency = change('f', 'USD', null, 'currency');
      assert.deepEqual(before(null, amount, currency), { value: usd, left: [] });
      assert.deepEqual(before(null, currency, amount), { value: usd, left: [] });
    });

    it('is empty where it was filled in since', () => {
      const amount = change('f', null, '100');
      const currency = change('f', null, 'USD', 'currency');
      assert.deepEqual(before(usd, amount, currency), { value: null, left: [] });
      assert.deepEqual(before(usd, currency, amount), { value: null, left: [] });
    });

    it('is left as it is where only a part of it can be had', () => {
      const older = { ...change('f', 'EUR', 'USD', 'currency'), time: '2026-10-01T10:00:00Z' };
      assert.deepEqual(before(usd, change('f', 'much', '100'), older), { value: usd, left: ['f'] });
    });
  });
});
