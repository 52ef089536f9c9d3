import assert from 'node:assert/strict';
import { currencyName } from '../../../src/model/fieldTypes/currency.ts';
import { fieldTypeIds, type FieldTypeId } from '../../../src/model/fieldTypes/ids.ts';
import { equalValues, fieldTypes, showValue, validateValue, valueOf, writeValue } from '../../../src/model/fieldTypes/index.ts';
import { field, source, tags } from './fields.ts';

const of = (type: FieldTypeId) => field({ key: 'x', name: 'X', type, custom: true, options: source.options });
const parse = (type: FieldTypeId, raw: unknown) => valueOf(of(type), { x: raw });
const refuses = (type: FieldTypeId, raw: unknown) => {
  const problem = validateValue(of(type), parse(type, raw));
  return problem?.text;
};

describe('field types', () => {
  it('read every way a wire says “nothing” as unset', () => {
    for (const type of fieldTypeIds) {
      assert.equal(parse(type, null), null, type);
      assert.equal(parse(type, undefined), null, type);
    }
    for (const type of ['varchar', 'text', 'date', 'enum', 'set', 'address', 'monetary', 'phones'] as const) {
      assert.equal(parse(type, ''), null, type);
    }
    assert.equal(parse('phones', [{ value: '', primary: true }]), null);
    assert.equal(parse('set', []), null);
    assert.equal(parse('labels', []), null);
    assert.equal(parse('monetary', { value: null, currency: 'EUR' }), null);
    assert.equal(parse('daterange', { value: null, until: null }), null);
    assert.equal(parse('address', { value: null, country: null }), null);
  });

  it('clear with what Pipedrive takes', () => {
    assert.deepEqual(writeValue(of('emails'), null), []);
    assert.deepEqual(writeValue(of('labels'), null), []);
    assert.equal(writeValue(of('set'), null), null);
    assert.equal(writeValue(of('varchar'), null), null);
  });

  const good: readonly [FieldTypeId, unknown][] = [
    ['varchar', 'text'],
    ['double', 1.5],
    ['double', 0],
    ['int', -3],
    ['boolean', false],
    ['date', '2024-02-29'],
    ['daterange', { value: '2026-01-01', until: '2026-01-01' }],
    ['time', { value: '23:59:59', timezone_name: 'Europe/Tallinn' }],
    ['timerange', { value: '08:00', until: '09:30:00' }],
    ['enum', 2],
    ['set', [2, 1]],
    ['user', 7],
    ['monetary', { value: 0, currency: 'EUR' }],
    ['monetary', { value: 1 }],
    ['address', { value: 'Main Street 1' }],
    ['emails', [{ value: 'a@example.com' }]],
    ['phones', [{ value: '+372 555 0100', label: 'home', primary: true }, { value: '1' }]],
    ['other', { any: ['thing'] }],
  ];
  for (const [type, value] of good) {
    it(`take ${JSON.stringify(value)} for ${type}`, () => assert.equal(refuses(type, value), undefined));
  }

  const bad: readonly [FieldTypeId, unknown, RegExp][] = [
    ['varchar', 5, /text/],
    ['varchar', 'x'.repeat(256), /256 .*255/],
    ['double', '12', /number/],
    ['int', 1.5, /whole number/],
    ['date', '2026-02-30', /date/],
    ['date', 'tomorrow', /date/],
    ['daterange', { value: '2026-02-02', until: '2026-02-01' }, /before it begins/],
    ['daterange', { value: '2026-02-02' }, /two dates/],
    ['time', { value: '24:00' }, /time/],
    ['enum', 3, /no option 3; it has 1 \(Fair\), 2 \(Web\)/],
    ['set', [1, 1], /twice/],
    ['set', [1, 9], /no option 9/],
    ['set', 1, /list/],
    ['user', 'Ann', /id/],
    ['monetary', { value: '5' }, /amount/],
    ['emails', [{ value: 'no address' }], /no e-mail address/],
    ['emails', 'a@example.com', /list/],
    [
      'phones',
      [
        { value: '1', primary: true },
        { value: '2', primary: true },
      ],
      /more than one primary/,
    ],
    ['phones', [{ label: 'work' }, 7], /Entry/],
    ['address', 'Main Street 1', /one line/],
  ];
  for (const [type, value, sentence] of bad) {
    it(`refuse ${JSON.stringify(value).slice(0, 40)} for ${type}`, () => assert.match(refuses(type, value) ?? '', sentence));
  }

  it('ask for what must be given', () => {
    const required = field({ key: 'name', name: 'Name', type: 'varchar', required: true });
    assert.match(validateValue(required, null)?.text ?? '', /“Name” must be given/);
  });

  it('write a moment in UTC, by whole seconds, whichever zone it was given in', () => {
    const sent = (text: string) => writeValue(of('datetime'), parse('datetime', text));
    assert.equal(sent('2026-03-31T14:30:00+02:00'), '2026-03-31T12:30:00Z');
    assert.equal(sent('2026-03-31T00:30:00.250-05:00'), '2026-03-31T05:30:00Z');
    assert.equal(sent('2026-03-31T14:30:00Z'), '2026-03-31T14:30:00Z');
    // What names no zone is Pipedrive's to read.
    assert.equal(sent('2026-03-31 14:30'), '2026-03-31 14:30');
  });

  it('compare as a person would', () => {
    assert.ok(equalValues(tags, [1, 2], [2, 1]));
    assert.ok(!equalValues(tags, [1, 2], [2, 3]));
    const one = parse('phones', [{ value: '1' }]);
    assert.ok(equalValues(of('phones'), one, parse('phones', [{ label: 'work', value: '1', primary: true }])));
    assert.ok(!equalValues(of('phones'), one, parse('phones', [{ value: '1', label: 'home' }])));
    assert.ok(equalValues(of('address'), { value: 'a', country: null }, { value: 'a' }));
    assert.ok(equalValues(of('phones'), parse('phones', [{ value: 5550100 }]), parse('phones', [{ value: '5550100' }])));
    assert.equal(refuses('phones', [{ value: 5550100 }]), undefined);
    const odd = { value: 'a', route: { long: 'Main Street' } };
    assert.ok(equalValues(of('address'), odd, structuredClone(odd)));
    const flagged = parse('emails', [{ value: 'a@b.example' }, { value: 'c@d.example', label: 'work', primary: 1 }]);
    assert.ok(
      equalValues(of('emails'), flagged, parse('emails', [{ value: 'a@b.example' }, { value: 'c@d.example', primary: true }])),
    );
    assert.ok(!equalValues(of('monetary'), { value: 1, currency: 'EUR' }, { value: 1, currency: 'USD' }));
  });

  it('show names and labels, and ids where there are none', () => {
    assert.equal(showValue(of('enum'), 2), 'Web');
    assert.equal(showValue(of('enum'), 99), '99');
    assert.equal(showValue(of('set'), [1, 2]), 'Fair, Web');
    assert.equal(showValue(of('user'), 7, { x: 'Ann' }), 'Ann');
    assert.equal(showValue(of('user'), 7), '#7');
    assert.equal(showValue(of('emails'), [{ value: 'a@b.example', label: 'home' }]), 'a@b.example (Home)');
    assert.equal(showValue(of('emails'), [{ value: 'a@b.example', label: 'my desk' }]), 'a@b.example (my desk)');
    assert.match(showValue(of('monetary'), { value: 12.5, currency: 'EUR' }), /12[.,]50/);
    assert.equal(showValue(of('other'), null), '');
  });

  it('call a currency as the person’s language does, and one of the company’s own as the company does', () => {
    assert.equal(currencyName('GBP', 'British Pound', 'de'), 'Britisches Pfund');
    assert.equal(currencyName('PTS', 'Points', 'de'), 'Points');
    assert.equal(currencyName('P', 'Points', 'de'), 'Points');
  });

  it('never throw at showing what does not fit', () => {
    const odd = [0, -1, 'x', true, [], [1], [null], {}, { value: 5 }, { value: {} }, [{ value: null }]];
    for (const type of fieldTypeIds) {
      for (const value of odd) {
        assert.equal(typeof showValue(of(type), value), 'string', `${type} ${JSON.stringify(value)}`);
        validateValue(of(type), parse(type, value));
        assert.ok(fieldTypes[type].schema(of(type)));
      }
    }
  });
});
