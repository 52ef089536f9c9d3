import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Price, Product } from '../records.ts';
import type { Store } from '../store.ts';
import { plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { flatCustomFields } from './customFields.ts';
import { relatedObjects, userValue } from './expanded.ts';
import { firstChar, keeps, pathId } from './lists.ts';

function formatted(price: Price): string {
  const digits = Number.isInteger(price.price) ? 0 : 2;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: price.currency, minimumFractionDigits: digits });
  return format.format(price.price);
}

function showPrice(product: Product, price: Price, single: boolean): Record<string, unknown> {
  return {
    id: price.id,
    product_id: product.id,
    price: price.price,
    currency: price.currency,
    cost: price.cost,
    overhead_cost: price.directCost,
    notes: price.notes,
    // Only answers with one product carry the price as text.
    ...(single ? { price_formatted: formatted(price) } : {}),
  };
}

function showProduct(store: Store, product: Product, single: boolean): Record<string, unknown> {
  return {
    id: product.id,
    name: product.name,
    code: product.code,
    description: product.description,
    unit: product.unit,
    tax: product.tax,
    category: product.category === null ? null : String(product.category),
    active_flag: product.deleteTime === null,
    selectable: product.linkable,
    first_char: firstChar(product.name),
    visible_to: String(product.visibleTo),
    owner_id: userValue(store, product.ownerId),
    files_count: null,
    add_time: plainTime(product.addTime),
    update_time: plainTime(product.updateTime ?? product.addTime),
    billing_frequency: product.billingFrequency,
    billing_frequency_cycles: product.billingCycles,
    prices: product.prices.map((price) => showPrice(product, price, single)),
    product_variations: [],
    // References stay plain ids here; records of people have them in full.
    ...flatCustomFields(store.customFields('product').values(), product.custom, { store, expand: false }),
  };
}

function list({ store, query }: Call): Answer {
  const ids = new Set([...query.getAll('ids'), ...query.getAll('ids[]')].flatMap((text) => text.split(',')).map(Number));
  const keep = keeps(query);
  const kept = store.products.all().filter((product) => keep(product) && (ids.size === 0 || ids.has(product.id)));
  const page = pageOf(kept, query);
  const summary = ['1', 'true'].includes(query.get('get_summary') ?? '') ? { summary: { total_count: String(kept.length) } } : {};
  return listAnswer(page, (product) => showProduct(store, product, false), {
    additional_data: { pagination: page.pagination, ...summary },
    related_objects: relatedObjects(store, page.rows),
  });
}

function get(call: Call): Answer {
  const product = call.store.products.get(pathId(call));
  if (!product) throw refuseV1(404, 'Product not found.');
  return answer(showProduct(call.store, product, true), { related_objects: relatedObjects(call.store, [product]) });
}

export const productOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/products', run: list },
  { version: 'v1', method: 'GET', path: '/products/:id', run: get },
];
