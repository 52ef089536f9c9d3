import { changeProduct, createProduct, removeProduct } from '../goods.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import type { Product } from '../records.ts';
import type { Store } from '../store.ts';
import { zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { customFields } from './customFields.ts';
import { followerOperations } from './followers.ts';
import { changedWithin, notFound, pagingNames, pathId, readFilter, removal, tablePage } from './lists.ts';
import { readProductChange } from './productWrites.ts';
import { Query } from './query.ts';

/** A product as version 2 shows one: text that was never set is "", not null. */
function showProduct(store: Store, product: Product, keys: readonly string[] = []): Record<string, unknown> {
  return {
    id: product.id,
    name: product.name,
    tax: product.tax,
    add_time: zonedTime(product.addTime),
    update_time: zonedTime(product.updateTime ?? product.addTime),
    description: product.description ?? '',
    code: product.code ?? '',
    unit: product.unit ?? '',
    owner_id: product.ownerId,
    category: product.category === null ? null : String(product.category),
    is_deleted: product.deleteTime !== null,
    is_linkable: product.linkable,
    prices: product.prices.map((price) => ({
      product_id: product.id,
      price: price.price,
      currency: price.currency,
      cost: price.cost,
      direct_cost: price.directCost,
      notes: price.notes,
    })),
    custom_fields: customFields(store.customFields('product').values(), product.custom, { keys, optionLabels: false }),
    visible_to: product.visibleTo,
    billing_frequency: product.billingFrequency,
    billing_frequency_cycles: product.billingCycles,
  };
}

function list({ store, query: sent }: Call): Answer {
  const own = ['filter_id', 'ids', 'owner_id', 'updated_since', 'custom_fields'];
  const query = new Query(sent, [...own, ...pagingNames]);
  const filter = readFilter(query, store, 'products');
  const ids = query.ids('ids');
  const ownerId = query.number('owner_id');
  const keys = query.list('custom_fields', undefined, 15);
  const changed = changedWithin(query);
  const { page, next } = tablePage(
    query,
    store.products,
    (product) =>
      (filter ? filter(product) : (!ids || ids.has(product.id)) && (ownerId === undefined || product.ownerId === ownerId)) &&
      changed(product),
    { name: (product) => product.name },
  );
  return pageAnswer(
    page.map((product) => showProduct(store, product, keys)),
    next,
  );
}

function found(call: Call): Product {
  const product = call.store.products.get(pathId(call));
  if (!product) throw notFound('Product');
  return product;
}

/** Recorded: single answers carry additional_data with nothing in it. */
const nothingMore = { additional_data: null };

function single({ store }: Call, product: Product, status = 200): Answer {
  return { ...answer(showProduct(store, product), nothingMore), status };
}

function create(call: Call): Answer {
  return single(call, createProduct(call.store, call.user, readProductChange(call)), 201);
}

function update(call: Call): Answer {
  const before = found(call);
  if (before.deleteTime !== null) throw notFound('Product');
  return single(call, changeProduct(call.store, before, readProductChange(call, before)));
}

function remove(call: Call): Answer {
  return removal(found(call), (product) => removeProduct(call.store, product), nothingMore);
}

export const productOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/products', run: list },
  { version: 'v2', method: 'POST', path: '/products', run: create },
  { version: 'v2', method: 'GET', path: '/products/:id', run: (call) => single(call, found(call)) },
  { version: 'v2', method: 'PATCH', path: '/products/:id', run: update },
  { version: 'v2', method: 'DELETE', path: '/products/:id', run: remove },
  ...followerOperations('product', '/products'),
];
