import type { CustomType, CustomValue, CustomValues, Field } from '../records.ts';
import { timezoneId, timezoneNames } from '../timezones.ts';
import { dayFrom } from './calendar.ts';
import type { Culture } from './cultures.ts';
import type { MadeField } from './fields.ts';
import { makeAddress } from './places.ts';
import type { Random } from './random.ts';
import { quotes, units } from './words.ts';

/** What values may refer to and be coloured by. */
export interface Surroundings {
  random: Random;
  culture: Culture;
  userIds: readonly number[];
  orgIds: readonly number[];
  /** Ids up to here belong to persons. */
  persons: number;
}

const clock = (hours: number, minutes: number): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00`;

function zone(random: Random): { timezone_id: number | null; timezone_name: string } {
  const name = random.pick(timezoneNames);
  return { timezone_id: timezoneId(name) ?? null, timezone_name: name };
}

type Maker = (around: Surroundings, field: Field) => CustomValue;

const makers: { [T in CustomType]: Maker } = {
  varchar: ({ random }) => `${random.pick(units)} ${random.int(1, 99)}`,
  varchar_auto: ({ random }) => `K-${random.int(10_000, 99_999)}`,
  text: ({ random }) => random.pick(quotes),
  double: ({ random }) => random.int(-500, 10_000) / 100,
  monetary: ({ random, culture }) => ({ value: random.int(1, 900) * 100 + random.int(0, 99) / 100, currency: culture.currency }),
  date: ({ random }) => dayFrom(-random.int(0, 2_500)),
  daterange: ({ random }) => {
    const start = -random.int(0, 700);
    return { value: dayFrom(start), until: dayFrom(start + random.int(1, 720)) };
  },
  time: ({ random }) => ({ value: clock(random.int(7, 18), random.int(0, 3) * 15), ...zone(random) }),
  timerange: ({ random }) => ({
    value: clock(random.int(7, 10), random.int(0, 3) * 15),
    until: clock(random.int(15, 19), random.int(0, 3) * 15),
    ...zone(random),
  }),
  enum: ({ random }, field) => {
    // A few records still hold an option that has been taken from the field.
    const gone = field.optionsDeleted[0];
    if (gone && random.chance(2)) return Number(gone.id);
    return Number(random.pick(field.options ?? []).id);
  },
  set: ({ random }, field) => random.some(field.options ?? [], 35).map((option) => Number(option.id)),
  user: ({ random, userIds }) => random.pick(userIds),
  org: ({ random, orgIds }) => random.pick(orgIds),
  people: ({ random, persons }) => random.int(1, persons),
  phone: ({ random, culture }) => culture.phone(random.int(0, 99)),
  address: ({ random, culture }) => makeAddress(random, culture),
};

/** Values for a good part of an entity's own fields. */
export function makeValues(around: Surroundings, fields: readonly MadeField[]): CustomValues {
  const values: CustomValues = new Map();
  for (const { field, filled } of fields) {
    if (filled > 0 && around.random.chance(filled)) {
      values.set(field.key, makers[field.type as CustomType](around, field));
    }
  }
  return values;
}
