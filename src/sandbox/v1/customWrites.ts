import { type Address, addressParts, type CustomType, type CustomValue, type CustomValues, type Field } from '../records.ts';
import type { Clock, Money, Span, User } from '../records.ts';
import type { Store } from '../store.ts';
import { isDay } from '../times.ts';
import { timezoneId, timezoneName } from '../timezones.ts';

type Body = Record<string, unknown>;

/** undefined: nothing usable was sent, the value stays. null: the value is cleared. */
type Read = CustomValue | null | undefined;

interface Writing {
  field: Field;
  body: Body;
  before: CustomValue | undefined;
  user: User;
  store: Store;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** A day; of a whole timestamp the day is kept. */
function dayOf(value: unknown): string | undefined {
  const text = textOf(value)?.slice(0, 10);
  return text !== undefined && isDay(text) ? text : undefined;
}

function timeOf(value: unknown): string | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(textOf(value) ?? '');
  return match ? `${match[1]}:${match[2]}:${match[3] ?? '00'}` : undefined;
}

/** The id in `{id}`, `{value}` or the bare number. */
function idOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return numberOf(value);
  const { value: inner, id } = value as { value?: unknown; id?: unknown };
  return numberOf(inner) ?? numberOf(id);
}

function zoneOf({ field, body, before, user }: Writing): Pick<Clock, 'timezone_id' | 'timezone_name'> {
  const sent = numberOf(body[`${field.key}_timezone_id`]);
  const name = sent === undefined ? undefined : timezoneName(sent);
  if (sent !== undefined && name !== undefined) return { timezone_id: sent, timezone_name: name };
  const kept = before as Clock | undefined;
  if (kept) return { timezone_id: kept.timezone_id, timezone_name: kept.timezone_name };
  return { timezone_id: timezoneId(user.timezone) ?? null, timezone_name: user.timezone };
}

function text({ field, body, before }: Writing): Read {
  return textOf(body[field.key]) ?? before;
}

function day({ field, body }: Writing): Read {
  return dayOf(body[field.key]);
}

/** The value itself where it was sent, else the one that is there. */
function main<Part>(writing: Writing, read: (value: unknown) => Part | undefined): Part | undefined {
  const { field, body, before } = writing;
  if (field.key in body) return read(body[field.key]);
  return (before as { value?: Part } | undefined)?.value;
}

function until<Part>(writing: Writing, read: (value: unknown) => Part | undefined): Part | undefined {
  const key = `${writing.field.key}_until`;
  return read(writing.body[key]) ?? (writing.before as { until?: Part } | undefined)?.until;
}

function reference(exists: (store: Store, id: number) => boolean): (writing: Writing) => Read {
  return ({ field, body, store }) => {
    const id = idOf(body[field.key]);
    return id !== undefined && exists(store, id) ? id : undefined;
  };
}

function optionIds(field: Field): Set<number> {
  return new Set((field.options ?? []).map((option) => Number(option.id)));
}

const readers: { [T in CustomType]: (writing: Writing) => Read } = {
  varchar: text,
  varchar_auto: text,
  text,
  phone: text,
  double: ({ field, body }) => numberOf(body[field.key]),
  date: day,
  monetary: (writing) => {
    const value = main(writing, numberOf);
    const { field, body, before, user } = writing;
    const currency = textOf(body[`${field.key}_currency`]) ?? (before as Money | undefined)?.currency ?? user.currency;
    return value === undefined ? undefined : { value, currency };
  },
  daterange: (writing) => {
    const value = main(writing, dayOf);
    return value === undefined ? undefined : ({ value, until: until(writing, dayOf) ?? value } satisfies Span);
  },
  time: (writing) => {
    const value = main(writing, timeOf);
    return value === undefined ? undefined : { value, ...zoneOf(writing) };
  },
  timerange: (writing) => {
    const value = main(writing, timeOf);
    return value === undefined ? undefined : { value, until: until(writing, timeOf) ?? value, ...zoneOf(writing) };
  },
  enum: ({ field, body }) => {
    const id = numberOf(body[field.key]);
    return id !== undefined && optionIds(field).has(id) ? id : undefined;
  },
  set: ({ field, body }) => {
    const sent = body[field.key];
    const parts: unknown[] = Array.isArray(sent) ? sent : (textOf(sent) ?? '').split(',');
    const known = optionIds(field);
    const ids = parts.map(numberOf).filter((id) => id !== undefined && known.has(id));
    return ids.length > 0 ? [...new Set(ids as number[])] : undefined;
  },
  user: reference((store, id) => store.users.get(id) !== undefined),
  org: reference((store, id) => store.organizations.get(id) !== undefined),
  people: reference((store, id) => store.persons.get(id) !== undefined),
  address: ({ field, body, before }) => {
    const value = textOf(body[field.key]) ?? (before as Address | undefined)?.value;
    return value === undefined ? undefined : foundAddress(value);
  },
};

/** The parts of an address are looked up by Pipedrive from its text; here only the whole is found again. */
export function foundAddress(value: string): Address {
  const address: Partial<Address> = { value };
  for (const part of addressParts) address[part] = part === 'formatted_address' ? value : null;
  return address as Address;
}

function isTouched(field: Field, body: Body): boolean {
  if (field.key in body) return true;
  const sub = `${field.key}_`;
  return Object.keys(body).some((key) => key.startsWith(sub));
}

/** Clearing: short text becomes empty text, everything else loses its value. */
function cleared(field: Field): Read {
  return field.type === 'varchar' || field.type === 'varchar_auto' ? '' : null;
}

/** Reads the account's own fields from a body of version 1, which takes what it understands and skips the rest. */
export function readFlatFields(
  fields: Iterable<Field>,
  body: Body,
  before: CustomValues,
  user: User,
  store: Store,
): { values: CustomValues; addresses: Set<string> } {
  const values: CustomValues = new Map(before);
  const addresses = new Set<string>();
  for (const field of fields) {
    if (!isTouched(field, body)) continue;
    const sent = body[field.key];
    const wanted =
      sent === null || sent === ''
        ? cleared(field)
        : readers[field.type as CustomType]({ field, body, before: before.get(field.key), user, store });
    if (wanted === null) values.delete(field.key);
    else if (wanted !== undefined) values.set(field.key, wanted);
    if (field.type === 'address') addresses.add(field.key);
  }
  return { values, addresses };
}
