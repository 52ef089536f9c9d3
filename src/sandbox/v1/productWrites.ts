import { billingFrequencies, billingProblem, type PriceChange, pricesOf, type ProductChange } from '../goods.ts';
import type { Call } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Product } from '../records.ts';
import { type Body, isTrue, readBody, readFlag, readId, readNumber, text } from './bodies.ts';
import { readFlatFields } from './customWrites.ts';

/** Prices as a body of version 1 gives them: those that are named are set, none is ever taken away. */
function readPrices(
  sent: unknown,
  product: number,
  before: Product | undefined,
  currency: string,
): Product['prices'] | undefined {
  if (!Array.isArray(sent)) return undefined;
  const changes = new Map<string, PriceChange>(
    (before?.prices ?? []).map((price) => [price.currency, { currency: price.currency }]),
  );
  for (const entry of sent) {
    const body = readBody(entry);
    const code = text(body, 'currency') ?? currency;
    if (!/^[A-Z]{3}$/.test(code)) throw refuseV1(400, 'Invalid currency code.');
    const numbers = {
      price: readNumber(body, 'price'),
      cost: readNumber(body, 'cost'),
      directCost: readNumber(body, 'overhead_cost'),
    };
    const known = Object.entries(numbers).filter(([, number]) => number !== undefined);
    const notes = text(body, 'notes');
    changes.set(code, { currency: code, ...Object.fromEntries(known), ...(notes === undefined ? {} : { notes: notes ?? '' }) });
  }
  return pricesOf(product, [...changes.values()], before?.prices ?? []);
}

function readBilling(body: Body, before: Product | undefined): Pick<Product, 'billingFrequency' | 'billingCycles'> {
  const sent = text(body, 'billing_frequency');
  if (sent && !billingFrequencies.some((one) => one === sent)) throw refuseV1(400, 'billing_frequency is not valid');
  const billingFrequency = sent ?? before?.billingFrequency ?? 'one-time';
  const kept = billingFrequency === 'one-time' || sent ? null : (before?.billingCycles ?? null);
  const billingCycles = 'billing_frequency_cycles' in body ? (readNumber(body, 'billing_frequency_cycles') ?? null) : kept;
  const problem = billingProblem(billingFrequency, billingCycles);
  if (problem) throw refuseV1(400, `billing_frequency_cycles ${problem}`);
  return { billingFrequency, billingCycles };
}

/** Reads what a body of version 1 changes. Unknown keys and values of the wrong kind are skipped. */
export function readProductChange({ store, user, body: sent }: Call, before?: Product): ProductChange {
  const body = readBody(sent);
  const change: ProductChange = {};
  const name = text(body, 'name');
  if (name?.trim()) change.name = name;
  else if ('name' in body || !before) throw refuseV1(400, 'Product name must be given.');
  for (const key of ['code', 'description', 'unit'] as const) {
    const value = text(body, key);
    if (value !== undefined) change[key] = value;
  }
  const tax = readNumber(body, 'tax');
  if (tax !== undefined) change.tax = tax;
  const category = 'category' in body ? readId(body['category']) : undefined;
  if (category !== undefined) change.category = category;
  const selectable = readFlag(body, 'selectable');
  if (selectable !== undefined) change.linkable = selectable;
  if ('active_flag' in body) change.deleteTime = isTrue(body['active_flag']) ? null : (before?.deleteTime ?? store.now());
  if ('visible_to' in body) {
    const visibleTo = Number(body['visible_to']);
    if (![1, 3, 5, 7].includes(visibleTo)) throw refuseV1(403, 'You do not have permissions to do this.');
    change.visibleTo = visibleTo;
  }
  const owner = 'owner_id' in body ? readId(body['owner_id']) : undefined;
  if (owner !== undefined) {
    if (owner === null || !store.users.get(owner)) throw refuseV1(400, 'User not found or not accessible.');
    change.ownerId = owner;
  }
  // Prices of a product that is made inactive at once were never taken.
  const prices =
    body['active_flag'] === false
      ? undefined
      : readPrices(body['prices'], before?.id ?? store.products.nextId(), before, user.currency);
  if (prices && prices.length > 0) change.prices = prices;
  if ('billing_frequency' in body || 'billing_frequency_cycles' in body) Object.assign(change, readBilling(body, before));
  change.custom = readFlatFields(store.customFields('product').values(), body, before?.custom ?? new Map(), user, store).values;
  return change;
}
