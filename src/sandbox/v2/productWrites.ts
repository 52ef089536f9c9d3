import { isCurrency } from '../currencies.ts';
import { billingFrequencies, billingProblem, type PriceChange, pricesOf, type ProductChange } from '../goods.ts';
import type { Call } from '../operation.ts';
import type { Product } from '../records.ts';
import { type Body, BodyReader } from './bodies.ts';
import { readCustomFields } from './customWrites.ts';
import { notAllowed } from '../refusal.ts';

const keys = [
  'name',
  'code',
  'description',
  'unit',
  'tax',
  'category',
  'owner_id',
  'is_linkable',
  'visible_to',
  'prices',
  'custom_fields',
  'billing_frequency',
  'billing_frequency_cycles',
] as const;

const longest = { code: 255, description: 65_535, unit: 50 } as const;

/** Reads what a body of version 2 changes, or refuses it with everything that is wrong. */
export function readProductChange({ store, user, body }: Call, before?: Product): ProductChange {
  const reader = new BodyReader(body, keys);
  const change: ProductChange = { name: reader.name('name', before?.name) };
  for (const key of ['code', 'description', 'unit'] as const) {
    const value = reader.text(key, longest[key], true);
    if (value !== undefined) change[key] = value === '' ? null : value;
  }
  const tax = reader.number('tax');
  if (tax !== undefined) change.tax = tax;
  const category = reader.idOrNull('category', 'Category', () => true);
  if (category !== undefined) change.category = category;
  const ownerId = reader.id('owner_id', 'User', (id) => store.users.get(id) !== undefined);
  if (ownerId !== undefined) change.ownerId = ownerId;
  const linkable = reader.flag('is_linkable');
  if (linkable !== undefined) change.linkable = linkable;
  const visibleTo = reader.choice('visible_to', [1, 3, 5, 7]);
  if (visibleTo !== undefined) change.visibleTo = visibleTo;
  const prices = readPrices(reader);
  // The list that is sent is the whole of it.
  if (prices) change.prices = pricesOf(before?.id ?? store.products.nextId(), prices, before?.prices ?? []);
  readBilling(reader, before, change);
  const own = reader.customFields();
  if (own) {
    const fields = store.customFields('product');
    change.custom = readCustomFields(own, fields, before?.custom ?? new Map(), user, store, reader.problems);
  }
  reader.problems.check();
  return change;
}

const priceKeys = ['price', 'currency', 'cost', 'direct_cost', 'notes'];

function readPrices(reader: BodyReader): PriceChange[] | undefined {
  const sent = reader.body['prices'];
  if (sent === undefined) return undefined;
  const refuse = (at: string, problem: string): undefined => {
    reader.problems.add(at, problem);
    return undefined;
  };
  if (!Array.isArray(sent)) return refuse('prices', "Expected 'array'");
  const prices: PriceChange[] = [];
  for (const [n, entry] of (sent as Body[]).entries()) {
    if (typeof entry !== 'object' || entry === null) return refuse(`prices.${n}`, "Expected 'object'");
    const strange = Object.keys(entry).find((key) => !priceKeys.includes(key));
    if (strange !== undefined) return refuse(`prices.${n}`, notAllowed(strange));
    const { currency, price = 0, cost = 0, direct_cost: direct = 0, notes = '' } = entry;
    if (!isCurrency(currency)) return refuse(`prices.${n}.currency`, 'Invalid currency');
    if (typeof price !== 'number') return refuse(`prices.${n}.price`, "Expected 'number'");
    if (typeof cost !== 'number') return refuse(`prices.${n}.cost`, "Expected 'number'");
    if (typeof direct !== 'number' && direct !== null) return refuse(`prices.${n}.direct_cost`, "Expected 'number'");
    if (typeof notes !== 'string') return refuse(`prices.${n}.notes`, "Expected 'string'");
    if (prices.some((one) => one.currency === currency)) return refuse('prices', `Duplicate currency '${currency}'`);
    prices.push({ currency, price, cost, directCost: direct ?? 0, notes });
  }
  return prices;
}

function readBilling(reader: BodyReader, before: Product | undefined, change: ProductChange): void {
  const sent = reader.choice('billing_frequency', billingFrequencies);
  if (sent === undefined && !reader.has('billing_frequency_cycles')) return;
  const frequency = sent ?? before?.billingFrequency ?? 'one-time';
  const cycles = reader.body['billing_frequency_cycles'] === null ? null : (reader.number('billing_frequency_cycles') ?? null);
  const problem = billingProblem(frequency, cycles);
  if (problem) reader.problems.add('billing_frequency_cycles', `Value ${problem}`);
  change.billingFrequency = frequency;
  change.billingCycles = cycles;
}
