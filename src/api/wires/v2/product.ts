import * as z from 'zod/mini';
import { isObject } from '../../../model/isObject.ts';
import type { Values } from '../../../model/record.ts';
import { toNumber } from '../scalars.ts';
import { folded } from './folded.ts';
import { custom, flag, id, maybe, number, text, times } from './shapes.ts';

/** What a price may carry in a body; the rest is Pipedrive's own. */
const priceKeys = ['currency', 'price', 'cost', 'direct_cost', 'notes'] as const;

const price = z.looseObject({
  currency: text,
  price: number,
  cost: number,
  direct_cost: number,
  notes: text,
  product_id: number,
});

/** https://developers.pipedrive.com/docs/api/v1/Products, version 2. */
export const product = folded({
  schema: z.looseObject({
    id,
    name: text,
    code: text,
    description: text,
    unit: text,
    tax: number,
    category: maybe(z.union([z.string(), z.number()])),
    owner_id: number,
    visible_to: number,
    is_linkable: flag,
    is_deleted: flag,
    prices: maybe(z.array(price)),
    billing_frequency: text,
    billing_frequency_cycles: number,
    custom_fields: custom,
    ...times,
  }),
  lists: ['prices'],
  // Read as a string and written as a number: an option's id is a number everywhere in the model.
  read: { category: toNumber },
  write: (values) => ({ ...values, ...(Array.isArray(values.prices) && { prices: values.prices.map(priceBody) }) }),
});

/** The list in a body replaces all prices of the product. */
function priceBody(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const body: Values = Object.fromEntries(
    priceKeys.filter((key) => entry[key] !== undefined && entry[key] !== null).map((key) => [key, entry[key]]),
  );
  return body;
}
