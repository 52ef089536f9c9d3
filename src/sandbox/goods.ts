import { follow } from './followers.ts';
import type { Price, Product, User } from './records.ts';
import type { Store } from './store.ts';

export const billingFrequencies = ['one-time', 'annually', 'semi-annually', 'quarterly', 'monthly', 'weekly'] as const;

/** A price as a request sets it. */
export type PriceChange = Partial<Omit<Price, 'id' | 'currency'>> & Pick<Price, 'currency'>;

/** What a request may set on a product. Absent means untouched; `custom` is all of it. */
export type ProductChange = Partial<
  Pick<
    Product,
    | 'name'
    | 'code'
    | 'description'
    | 'unit'
    | 'tax'
    | 'category'
    | 'linkable'
    | 'visibleTo'
    | 'ownerId'
    | 'billingFrequency'
    | 'billingCycles'
    | 'prices'
    | 'custom'
    | 'deleteTime'
  >
>;

const mostCycles = 208;

/** What is wrong with how often a product is billed; undefined where nothing is. */
export function billingProblem(frequency: string, cycles: number | null): string | undefined {
  if (frequency === 'one-time') return cycles === null ? undefined : 'must be null for one-time products';
  if (cycles === null) return frequency === 'weekly' ? 'must be given for weekly billing' : undefined;
  return Number.isInteger(cycles) && cycles >= 1 && cycles <= mostCycles ? undefined : `must be from 1 to ${mostCycles}`;
}

/** Gives prices their ids: a currency that had a price keeps it, with what was not said. */
export function pricesOf(product: number, changes: readonly PriceChange[], before: readonly Price[]): Price[] {
  let last = before.reduce((highest, price) => Math.max(highest, price.id), product * 10);
  return changes.map(({ currency, ...rest }) => {
    const kept = before.find((price) => price.currency === currency);
    if (!kept) last += 1;
    return { ...(kept ?? { id: last, price: 0, cost: 0, directCost: 0, notes: '' }), ...rest, currency };
  });
}

/** Creates a product; without a price it costs nothing in the user's currency. */
export function createProduct(store: Store, user: User, change: ProductChange): Product {
  const now = store.now();
  const id = store.products.nextId();
  const blank: Product = {
    id,
    name: '',
    code: null,
    description: null,
    unit: null,
    tax: 0,
    category: null,
    linkable: true,
    visibleTo: 3,
    ownerId: user.id,
    billingFrequency: 'one-time',
    billingCycles: null,
    prices: pricesOf(id, [{ currency: user.currency }], []),
    followers: [],
    custom: new Map(),
    addTime: now,
    updateTime: null,
    deleteTime: null,
  };
  const product = store.products.put({ ...blank, ...change });
  follow(store, 'product', product.id, user.id, user);
  return store.products.get(id) ?? product;
}

/** Changes a product; a change that changes nothing leaves the time of the last one. */
export function changeProduct(store: Store, before: Product, change: ProductChange): Product {
  const after = { ...before, ...change };
  const text = (product: Product): string => JSON.stringify({ ...product, custom: [...product.custom].sort() });
  return text(before) === text(after) ? before : store.products.put({ ...after, updateTime: store.now() });
}

/** Marks a product deleted. */
export function removeProduct(store: Store, product: Product): Product {
  return changeProduct(store, product, { deleteTime: store.now() });
}
