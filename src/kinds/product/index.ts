import { defineKind } from '../kind.ts';

interface Price {
  readonly price?: number | null;
  readonly currency?: string | null;
}

/** The first price of a product, as text; empty without one. */
function priceOf(prices: unknown): string {
  const first = Array.isArray(prices) ? (prices[0] as Price | undefined) : undefined;
  if (!first || typeof first.price !== 'number' || !first.currency) return '';
  try {
    return new Intl.NumberFormat(undefined, { style: 'currency', currency: first.currency }).format(first.price);
  } catch (error) {
    // A company's own currency has a code that Intl refuses.
    if (error instanceof RangeError) return `${first.price} ${first.currency}`;
    throw error;
  }
}

export const product = defineKind({
  id: 'product',
  folder: 'products',
  view: 'products',
  words: { one: 'Product', many: 'Products', create: 'New Product' },
  icon: 'package',
  title: (record) => String(record.values['name'] ?? `Product ${record.id}`),
  description: (record) =>
    [record.values['code'], priceOf(record.values['prices'])].filter((part) => part != null && part !== '').join(' · '),
  summary: ['name', 'code', 'unit', 'tax', 'category', 'owner_id', 'update_time'],
  webPath: (record) => `/product/${record.id}`,
  fields: (session, options) => session.api.fields('product', options),
  list: (session, options) => session.api.records('product').list(options),
  get: (session, id, options) => session.api.records('product').get(id, options),
});
