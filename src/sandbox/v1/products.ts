import { formattedMoney } from '../currencies.ts';
import { changeProduct, createProduct, removeProduct } from '../goods.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Price, Product } from '../records.ts';
import type { Store } from '../store.ts';
import { plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { flatCustomFields } from './customFields.ts';
import { dealsAnswer, withStatus } from './deals.ts';
import { relatedObjects, userValue } from './expanded.ts';
import { filesAnswer } from './files.ts';
import { followerOperations } from './followers.ts';
import { firstChar, keeps, pathId, readFilter } from './lists.ts';
import { permittedUsers } from './permitted.ts';
import { readProductChange } from './productWrites.ts';
import { removal } from './removals.ts';

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
    ...(single ? { price_formatted: formattedMoney(price.price, price.currency) } : {}),
  };
}

/** The columns a product has wherever it is shown, its owner as an id. */
export function plainProduct(store: Store, product: Product): Record<string, unknown> {
  const files = store.files.by('productId', product.id).filter((file) => file.deleteTime === null).length;
  return {
    id: product.id,
    company_id: store.company.id,
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
    owner_id: product.ownerId,
    files_count: files === 0 ? null : files,
    add_time: plainTime(product.addTime),
    update_time: plainTime(product.updateTime ?? product.addTime),
  };
}

function showProduct(store: Store, product: Product, single: boolean): Record<string, unknown> {
  const { company_id: _, ...columns } = plainProduct(store, product);
  return {
    ...columns,
    owner_id: userValue(store, product.ownerId),
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
  const keep = keeps(query, readFilter({ store, query }, 'products'));
  const kept = store.products.all().filter((product) => keep(product) && (ids.size === 0 || ids.has(product.id)));
  const page = pageOf(kept, query);
  const summary = ['1', 'true'].includes(query.get('get_summary') ?? '') ? { summary: { total_count: String(kept.length) } } : {};
  return listAnswer(page, (product) => showProduct(store, product, false), {
    additional_data: { pagination: page.pagination, ...summary },
    related_objects: relatedObjects(store, page.rows),
  });
}

function found(call: Call): Product {
  const product = call.store.products.get(pathId(call));
  if (!product) throw refuseV1(404, 'Product not found.');
  return product;
}

function single({ store }: Call, product: Product, status = 200): Answer {
  return answer(showProduct(store, product, true), { related_objects: relatedObjects(store, [product]) }, status);
}

function create(call: Call): Answer {
  return single(call, createProduct(call.store, call.user, readProductChange(call)), 201);
}

function update(call: Call): Answer {
  const before = found(call);
  return single(call, changeProduct(call.store, before, readProductChange(call, before)));
}

function remove(call: Call): Answer {
  const { store } = call;
  return removal(store.products.get(pathId(call)), 'Product', (product) => removeProduct(store, product));
}

/** The deals that a product is part of. */
function deals(call: Call): Answer {
  const { store, query } = call;
  const ids = new Set(store.dealProducts.by('productId', found(call).id).map(({ dealId }) => dealId));
  const kept = store.deals.all().filter((deal) => ids.has(deal.id) && withStatus(query)(deal));
  return dealsAnswer(store, pageOf(kept, query));
}

export const productOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/products', run: list },
  { version: 'v1', method: 'POST', path: '/products', run: create },
  { version: 'v1', method: 'GET', path: '/products/:id', run: (call) => single(call, found(call)) },
  { version: 'v1', method: 'PUT', path: '/products/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/products/:id', run: remove },
  { version: 'v1', method: 'GET', path: '/products/:id/deals', run: deals },
  {
    version: 'v1',
    method: 'GET',
    path: '/products/:id/files',
    run: (call) => filesAnswer(call.store, call.store.files.by('productId', found(call).id), call.query),
  },
  ...followerOperations('product', '/products', 201),
  {
    version: 'v1',
    method: 'GET',
    path: '/products/:id/permittedUsers',
    run: (call) => answer(permittedUsers(call.store, found(call))),
  },
];
