import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldOf } from '../../../src/api/fieldOf.ts';
import { decodeRow } from '../../../src/api/wires/decode.ts';
import { wireOf } from '../../../src/api/wires/index.ts';
import type { Row, WireEntity } from '../../../src/api/wires/wire.ts';
import { fieldTypeIds } from '../../../src/model/fieldTypes/ids.ts';

const key = (letter: string): string => letter.repeat(40);

const types = new Map(fieldTypeIds.map((type, index) => [index.toString(16).padStart(40, 'a'), type] as const));
const keyOf = (type: string): string => [...types].find(([, known]) => known === type)?.[0] ?? '';

const entities: readonly WireEntity[] = [
  ...(['person', 'product', 'pipeline', 'stage', 'organization', 'personField', 'productField'] as const),
  ...(['deal', 'activity', 'file', 'user'] as const),
];

const v1Person: Row = {
  id: 7,
  company_id: 1,
  owner_id: { id: 3, name: 'Ann', email: 'ann@example.com', has_pic: 1, pic_hash: null, active_flag: true, value: 3 },
  org_id: { name: 'Acme', people_count: 2, owner_id: 3, address: null, cc_email: 'x@example.com', value: 12 },
  name: 'Bo Li',
  first_name: 'Bo',
  last_name: 'Li',
  phone: [{ value: '', primary: true }],
  email: [{ value: 'bo@example.com', primary: true, label: 'work' }],
  label: 2,
  label_ids: [2, 4],
  visible_to: '3',
  active_flag: true,
  add_time: '2026-01-02 03:04:05',
  update_time: null,
  picture_id: { item_type: 'person', item_id: 7, value: 99, pictures: { 128: 'u' }, update_time: '0000-00-00 00:00:00' },
  next_activity_date: null,
  open_deals_count: 3,
  something_new: { deep: [1] },
};

/** Any JSON in place of any value. */
const anything = fc.jsonValue({ maxDepth: 2 });

describe('version 1 rows in version 2 shapes', () => {
  it('turns objects into ids, keeps names, and loses nothing', () => {
    const record = wireOf('person', 'v1').decode(v1Person, types);
    assert.deepEqual(record.values, {
      id: 7,
      name: 'Bo Li',
      first_name: 'Bo',
      last_name: 'Li',
      open_deals_count: 3,
      owner_id: 3,
      org_id: 12,
      picture_id: 99,
      emails: [{ value: 'bo@example.com', primary: true, label: 'work' }],
      phones: [],
      label_ids: [2, 4],
      visible_to: 3,
      is_deleted: false,
      add_time: '2026-01-02T03:04:05Z',
      update_time: null,
    });
    assert.deepEqual(record.names, { owner_id: 'Ann', org_id: 'Acme' });
    assert.deepEqual(wireOf('person', 'v1').restore(record, types), v1Person);
  });

  it('reads what old rows, feeds and webhooks hold', () => {
    const wire = wireOf('person', 'v1');
    const old: Row = { id: '8', owner_id: null, org_id: 5, active_flag: 1, label: 3, email: 'a@example.com', picture_id: '4' };
    const record = wire.decode(old, types);
    assert.equal(record.id, 8);
    assert.deepEqual(record.values, {
      id: '8',
      owner_id: null,
      org_id: 5,
      is_deleted: false,
      label_ids: [3],
      emails: [{ value: 'a@example.com', primary: true, label: '' }],
      picture_id: 4,
    });
    assert.deepEqual(wire.restore(record, types), old);
  });

  it('reads prices that are strings, and unset texts as version 2 spells them', () => {
    const wire = wireOf('product', 'v1');
    const raw: Row = {
      id: 1,
      code: null,
      category: '12',
      active_flag: '1',
      selectable: 0,
      tax: '20',
      owner_id: 4,
      prices: [{ id: 9, product_id: 1, price: '12.50', currency: 'EUR', cost: 0, overhead_cost: null, notes: '' }],
      product_variations: [],
    };
    const record = wire.decode(raw, types);
    assert.deepEqual(record.values, {
      id: 1,
      code: '',
      category: 12,
      is_deleted: false,
      is_linkable: false,
      tax: 20,
      owner_id: 4,
      prices: [{ product_id: 1, price: 12.5, currency: 'EUR', cost: 0, direct_cost: null, notes: '' }],
    });
    assert.deepEqual(wire.restore(record, types), raw);
  });

  it('groups custom values by their type', () => {
    const wire = wireOf('person', 'v1');
    const flat: Row = {
      id: 1,
      [keyOf('enum')]: '12',
      [keyOf('set')]: '1,2',
      [keyOf('double')]: '1.5',
      [keyOf('varchar')]: '',
      [keyOf('monetary')]: 10,
      [`${keyOf('monetary')}_currency`]: 'EUR',
      [keyOf('daterange')]: '2026-01-01',
      [`${keyOf('daterange')}_until`]: '2026-02-01',
      [keyOf('time')]: '10:00:00',
      [`${keyOf('time')}_timezone_id`]: 5,
      [keyOf('timerange')]: '10:00:00',
      [`${keyOf('timerange')}_until`]: '11:00:00',
      [`${keyOf('timerange')}_timezone_id`]: 5,
      [keyOf('user')]: { id: 3, name: 'Ann', value: 3 },
      [keyOf('org')]: '4',
      [keyOf('visible_to')]: '7',
      [keyOf('address')]: 'Main St 1',
      [`${keyOf('address')}_country`]: 'Estonia',
    };
    const { values, names } = wire.decode(flat, types);
    assert.equal(values[keyOf('enum')], 12);
    assert.deepEqual(values[keyOf('set')], [1, 2]);
    assert.equal(values[keyOf('double')], 1.5);
    assert.equal(values[keyOf('varchar')], null);
    assert.deepEqual(values[keyOf('monetary')], { value: 10, currency: 'EUR' });
    assert.deepEqual(values[keyOf('daterange')], { value: '2026-01-01', until: '2026-02-01' });
    assert.deepEqual(values[keyOf('time')], { value: '10:00:00', timezone_id: 5 });
    assert.deepEqual(values[keyOf('timerange')], { value: '10:00:00', until: '11:00:00', timezone_id: 5 });
    assert.equal(values[keyOf('user')], 3);
    assert.equal(names[keyOf('user')], 'Ann');
    assert.equal(values[keyOf('org')], 4);
    assert.equal(values[keyOf('visible_to')], 7);
    assert.deepEqual(values[keyOf('address')], { value: 'Main St 1', country: 'Estonia' });
    assert.deepEqual(wire.restore(wire.decode(flat, types), types), flat);
  });

  it('groups custom values without knowing the fields, and loses nothing', () => {
    const wire = wireOf('person', 'v1');
    const flat: Row = {
      id: 1,
      [key('b')]: 10,
      [`${key('b')}_currency`]: 'EUR',
      [`${key('c')}_until`]: '2026-02-01',
      [key('d')]: '12',
      [key('e')]: null,
      [`${key('e')}_formatted_address`]: null,
    };
    const record = wire.decode(flat, new Map());
    assert.deepEqual(record.values[key('b')], { value: 10, currency: 'EUR' });
    assert.equal(record.values[key('d')], '12');
    assert.deepEqual(wire.restore(record, new Map()), flat);
  });
});

describe('bodies', () => {
  const values = {
    name: 'Bo',
    emails: [{ value: 'bo@example.com', primary: true, label: 'work' }],
    phones: [],
    owner_id: 3,
    org_id: null,
    label_ids: [2],
    visible_to: 3,
    [keyOf('enum')]: 12,
    [keyOf('set')]: [1, 2],
    [keyOf('monetary')]: { value: 10, currency: 'EUR' },
    [keyOf('daterange')]: { value: '2026-01-01', until: '2026-02-01' },
    [keyOf('varchar')]: '',
    [keyOf('time')]: { value: '10:00:00', timezone_id: 5, timezone_name: 'Europe/Tallinn' },
    [keyOf('address')]: { value: 'Main St 1', country: 'Estonia' },
  };

  it('fold custom fields for version 2, empty ones as null, zones by name', () => {
    assert.deepEqual(wireOf('person', 'v2').encode(values, types), {
      name: 'Bo',
      emails: values.emails,
      phones: [],
      owner_id: 3,
      org_id: null,
      label_ids: [2],
      visible_to: 3,
      custom_fields: {
        [keyOf('enum')]: 12,
        [keyOf('set')]: [1, 2],
        [keyOf('monetary')]: { value: 10, currency: 'EUR' },
        [keyOf('daterange')]: { value: '2026-01-01', until: '2026-02-01' },
        [keyOf('varchar')]: null,
        [keyOf('time')]: { value: '10:00:00', timezone_name: 'Europe/Tallinn' },
        [keyOf('address')]: { value: 'Main St 1', country: 'Estonia' },
      },
    });
  });

  it('are flat for version 1, with strings where it has strings', () => {
    assert.deepEqual(wireOf('person', 'v1').encode(values, types), {
      name: 'Bo',
      email: values.emails,
      phone: null,
      owner_id: 3,
      org_id: null,
      label_ids: [2],
      visible_to: '3',
      [keyOf('enum')]: '12',
      [keyOf('set')]: '1,2',
      [keyOf('monetary')]: 10,
      [`${keyOf('monetary')}_currency`]: 'EUR',
      [keyOf('daterange')]: '2026-01-01',
      [`${keyOf('daterange')}_until`]: '2026-02-01',
      [keyOf('varchar')]: '',
      [keyOf('time')]: '10:00:00',
      [`${keyOf('time')}_timezone_id`]: 5,
      [keyOf('address')]: 'Main St 1',
    });
  });

  it('write flags and renamed values as version 1 does', () => {
    assert.deepEqual(
      wireOf('pipeline', 'v1').encode({ name: 'P', is_deal_probability_enabled: true, is_deleted: false }, types),
      { name: 'P', active: 1, deal_probability: 1 },
    );
    assert.deepEqual(wireOf('stage', 'v1').encode({ is_deal_rot_enabled: true, days_to_rotten: 4 }, types), {
      rotten_flag: true,
      rotten_days: 4,
    });
    assert.deepEqual(
      wireOf('product', 'v1').encode(
        { is_linkable: false, category: 12, prices: [{ product_id: 1, price: 1, currency: 'EUR', direct_cost: 2 }] },
        types,
      ),
      { selectable: false, category: '12', prices: [{ price: 1, currency: 'EUR', cost: 0, overhead_cost: 2, notes: '' }] },
    );
    assert.deepEqual(
      wireOf('personField', 'v1').encode({ field_name: 'Size', field_type: 'enum', options: [{ label: 'S' }] }, types),
      {
        name: 'Size',
        field_type: 'enum',
        options: [{ label: 'S' }],
      },
    );
  });

  it('send of a price only what can be written', () => {
    const prices = [{ product_id: 1, price: 1, currency: 'EUR', cost: 0, direct_cost: null, notes: 'n' }];
    assert.deepEqual(wireOf('product', 'v2').encode({ prices, category: 3 }, types), {
      prices: [{ currency: 'EUR', price: 1, cost: 0, notes: 'n' }],
      category: 3,
    });
  });
});

describe('rows that do not fit', function () {
  this.timeout(20_000);

  it('are shown, with the path of what does not fit', () => {
    const raw = { id: 1, name: 'A', emails: [{ value: 5 }], owner_id: 'x' };
    const { record, misfits } = decodeRow(wireOf('person', 'v2'), raw, 'data[3]', new Map());
    assert.deepEqual(misfits.map(({ path }) => path).sort(), ['data[3].emails[0].value', 'data[3].owner_id']);
    assert.match(misfits[0]?.message ?? '', /was expected here, a (?:number|string) was found/);
    assert.deepEqual(record?.values.emails, [{ value: 5 }]);
  });

  it('without an id are left out and named', () => {
    const { record, misfits } = decodeRow(wireOf('person', 'v2'), { name: 'A' }, 'data[0]', new Map());
    assert.equal(record, undefined);
    assert.deepEqual(
      misfits.map(({ path }) => path),
      ['data[0]'],
    );
  });

  for (const version of ['v1', 'v2'] as const) {
    for (const entity of entities) {
      it(`never throw and lose nothing: ${entity}, ${version}`, () => {
        const wire = wireOf(entity, version);
        const names =
          version === 'v1' ? wire.restore(wire.decode(v1Person, types), types) : wire.decode({ ...v1Person }, types).values;
        const known = Object.keys({
          ...names,
          ...{ prices: 0, options: 0, label: 0, label_ids: 0, address: 0, address_country: 0, emails: 0, phones: 0, im: 0 },
          ...{ custom_fields: 0, user_id: 0, person_id: 0, active: 0, deleted: 0, edit_flag: 0, field_code: 0, key: 0 },
          ...Object.fromEntries(
            [...types.keys()].flatMap((hex) =>
              ['', '_currency', '_until', '_timezone_id', '_route'].map((end) => [hex + end, 0]),
            ),
          ),
        }).filter((name) => version === 'v1' || !types.has(name.slice(0, 40)) || name.length > 40);
        const id = entity.endsWith('Field') ? (version === 'v1' ? 'key' : 'field_code') : 'id';
        fc.assert(
          fc.property(
            fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), anything),
            fc.dictionary(fc.oneof(fc.constantFrom(...types.keys()), fc.string()), anything),
            (row, custom) => {
              const raw: Row = { ...row, [id]: id === 'id' ? 5 : 'code', ...(version === 'v2' && { custom_fields: custom }) };
              const { record } = decodeRow(wire, raw, 'data', types);
              assert.ok(record);
              assert.deepEqual(plain(wire.restore(record, types)), plain(raw));
              wire.encode(record.values, types);
              if (entity === 'personField') fieldOf(record, 'person', version);
            },
          ),
          { numRuns: 100 },
        );
      });
    }
  }
});

/** Without the prototypes that made-up dictionaries lack. */
const plain = (row: Row): Row => structuredClone(row);
