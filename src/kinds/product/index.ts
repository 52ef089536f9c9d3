import { showMoney } from '../../model/fieldTypes/monetary.ts';
import type { Money } from '../../model/values.ts';
import { defineKind } from '../kind.ts';

/** The first price of a product, as text; empty without one. */
function priceOf(prices: unknown): string {
  const first = Array.isArray(prices) ? (prices[0] as { price?: number; currency?: string } | undefined) : undefined;
  return first ? showMoney({ value: first.price ?? null, currency: first.currency ?? null } satisfies Money) : '';
}

export const product = defineKind({
  id: 'product',
  folder: 'products',
  view: 'products',
  words: { one: 'Product', many: 'Products', none: 'No products yet', create: 'New Product' },
  icon: 'package',
  title: (record) => String(record.values['name'] ?? ''),
  description: (record) =>
    [record.values['code'], priceOf(record.values['prices'])].filter((part) => part != null && part !== '').join(' · '),
  summary: ['name', 'code', 'unit', 'tax', 'category', 'owner_id', 'update_time'],
  webPath: (record) => `/product/${record.id}`,
  fields: (session, options) => session.api.fields('product', options),
  list: (session, options) => session.api.records('product').list(options),
  get: (session, id, options) => session.api.records('product').get(id, options),
});
