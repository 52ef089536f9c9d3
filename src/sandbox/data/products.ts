import type { Organization, Product } from '../records.ts';
import { day, referenceTime } from './calendar.ts';
import { cultures } from './cultures.ts';
import type { MadeField } from './fields.ts';
import { makeAddress } from './places.ts';
import { makeValues, type Surroundings } from './values.ts';
import { organizationForms, organizationNames, productAdjectives, productNouns, quotes, units } from './words.ts';

const frequencies = ['one-time', 'one-time', 'one-time', 'monthly', 'annually', 'quarterly', 'weekly'] as const;
const currencies = ['EUR', 'USD', 'GBP', 'JPY'] as const;

/** One product; every fourth code is used twice, as codes need not be unique. */
export function makeProduct(around: Omit<Surroundings, 'culture'>, fields: readonly MadeField[], id: number): Product {
  const { random } = around;
  const addTime = referenceTime - random.int(5, 900) * day;
  const billingFrequency = random.pick(frequencies);
  const base = random.int(3, 2_000);
  return {
    id,
    name: `${random.pick(productAdjectives)} ${random.pick(productNouns)} ${random.int(1, 9)}00`,
    code: random.chance(85) ? `P-${1000 + (id % 4 === 0 ? id - 1 : id)}` : null,
    description: random.chance(60) ? random.pick(quotes) : null,
    unit: random.chance(80) ? random.pick(units) : null,
    tax: random.pick([0, 7, 19, 20, 21]),
    category: random.chance(80) ? random.pick([21, 22, 23, 24]) : null,
    linkable: random.chance(92),
    visibleTo: 3,
    ownerId: random.pick(around.userIds),
    billingFrequency,
    billingCycles: billingFrequency === 'weekly' ? random.int(1, 52) : billingFrequency === 'monthly' ? 12 : null,
    prices: random.some(currencies, 40).map((currency, n) => ({
      id: id * 10 + n,
      price: currency === 'JPY' ? base * 160 : base + 0.99,
      currency,
      cost: Math.round(base * 0.6),
      directCost: random.chance(30) ? Math.round(base * 0.1) : 0,
      notes: random.chance(15) ? 'List price' : '',
    })),
    followers: [{ id: 40_000_000 + id * 10, userId: around.userIds[id % around.userIds.length] ?? 0, addTime }],
    custom: makeValues({ ...around, culture: random.pick(cultures) }, fields),
    addTime,
    updateTime: addTime + random.int(0, 4) * day,
    deleteTime: id === 7 ? referenceTime - day : null,
  };
}

/** One organization. */
export function makeOrganization(around: Omit<Surroundings, 'culture'>, fields: readonly MadeField[], id: number): Organization {
  const { random } = around;
  const culture = random.pick(cultures);
  const addTime = referenceTime - random.int(30, 1_200) * day;
  const name = organizationNames[(id - 1) % organizationNames.length] ?? 'Organization';
  const form = organizationForms[Math.floor((id - 1) / organizationNames.length) % organizationForms.length] ?? '';
  return {
    id,
    name: `${name}${form}`,
    ownerId: random.pick(around.userIds),
    address: random.chance(80) ? makeAddress(random, culture) : null,
    labelIds: random.chance(30) ? [random.int(1, 5)] : [],
    visibleTo: 3,
    website: random.chance(60) ? `https://org${id}.example.com` : null,
    linkedin: null,
    industry: null,
    annualRevenue: random.chance(40) ? random.int(1, 900) * 10_000 : null,
    employeeCount: random.chance(50) ? random.int(1, 5_000) : null,
    custom: makeValues({ ...around, culture }, fields),
    addTime,
    updateTime: random.chance(70) ? addTime + 10 * day : null,
    deleteTime: null,
  };
}
