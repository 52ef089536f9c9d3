import * as z from 'zod/mini';
import { isObject } from '../../../model/isObject.ts';
import { toNumber } from '../scalars.ts';
import type { Row } from '../wire.ts';
import { flat } from './flat.ts';
import { active, flag, nameOf, numeral, type Part, reference, spelled, time } from './part.ts';
import * as shape from './shapes.ts';

const price = z.looseObject({
  price: shape.number,
  currency: shape.text,
  cost: shape.number,
  overhead_cost: shape.number,
  notes: shape.text,
});

const amounts = ['price', 'cost', 'direct_cost'];

/** `overhead_cost` → `direct_cost`; ids and formatted amounts are version 1's own. */
const prices: Part = {
  wire: ['prices'],
  model: ['prices'],
  read: ({ prices: raw }, { values }) => {
    values.prices = raw === null ? [] : Array.isArray(raw) ? raw.map(priceOf) : raw;
  },
  write: ({ prices: value }) => (value === undefined ? {} : { prices: Array.isArray(value) ? value.map(priceRow) : value }),
  // What a price's row leaves out stays as it was; a price in the model is whole.
  body: ({ prices: value }) =>
    Array.isArray(value) ? { prices: value.map((one) => priceRow(isObject(one) ? { ...bare, ...one } : one)) } : {},
};

/** A price of which nothing but the amount is said. */
const bare = { cost: 0, direct_cost: 0, notes: '' };

function priceOf(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const { id: _, price_formatted: __, overhead_cost: direct, ...rest } = raw;
  const entry: Row = { ...rest, ...(direct !== undefined && { direct_cost: direct }) };
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, amounts.includes(key) ? toNumber(value) : value]));
}

function priceRow(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { direct_cost: overhead, product_id: _, ...rest } = value;
  return { ...rest, ...(overhead !== undefined && { overhead_cost: overhead }) };
}

/** Version 2 spells an unset text "". */
const unsetText = (key: string): Part =>
  spelled(
    key,
    key,
    (raw) => raw ?? '',
    (value) => (value === '' ? null : value),
  );

/** https://developers.pipedrive.com/docs/api/v1/Products, version 1. */
export const product = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    code: shape.number,
    description: shape.text,
    unit: shape.text,
    tax: shape.number,
    category: shape.number,
    owner_id: shape.reference,
    visible_to: shape.number,
    active_flag: shape.flag,
    selectable: shape.flag,
    prices: shape.maybe(z.array(price)),
    billing_frequency: shape.text,
    billing_frequency_cycles: shape.number,
    ...shape.times,
  }),
  parts: [
    reference('owner_id'),
    nameOf('owner_name', 'owner_id'),
    unsetText('code'),
    unsetText('description'),
    unsetText('unit'),
    numeral('category'),
    numeral('visible_to'),
    spelled('tax', 'tax', toNumber),
    active(),
    flag('selectable', 'is_linkable'),
    prices,
    time('add_time'),
    time('update_time'),
  ],
  same: ['id', 'name', 'billing_frequency', 'billing_frequency_cycles'],
});
