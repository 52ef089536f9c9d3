import {
  type Address,
  addressParts,
  type CustomType,
  type CustomValue,
  type CustomValues,
  type Field,
  type User,
} from '../records.ts';
import type { Problems } from '../refusal.ts';
import type { Store } from '../store.ts';
import { isDay } from '../times.ts';
import { timezoneId } from '../timezones.ts';

type Body = Record<string, unknown>;

interface Writing {
  sent: unknown;
  field: Field;
  user: User;
  store: Store;
  /** What is wrong with the value, without the name of the field. */
  refuse: (problem: string) => undefined;
}

type Read = CustomValue | undefined;

const titles: { [T in CustomType]: string } = {
  varchar: 'Text',
  varchar_auto: 'Autocomplete',
  text: 'Large text',
  double: 'Numerical',
  monetary: 'Monetary',
  date: 'Date',
  daterange: 'Date range',
  time: 'Time',
  timerange: 'Time range',
  enum: 'Single option',
  set: 'Multiple options',
  user: 'User',
  org: 'Organization',
  people: 'Person',
  phone: 'Phone',
  address: 'Address',
};

const expected = ({ field, refuse }: Writing, type: string): undefined =>
  refuse(`${titles[field.type as CustomType]} custom field value expected '${type}'`);

/** The parts of a value that is an object; other parts than these are refused. */
function partsOf(writing: Writing, allowed: readonly string[]): Body | undefined {
  const { sent, refuse } = writing;
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return expected(writing, 'object');
  const strange = Object.keys(sent).find((key) => !allowed.includes(key));
  return strange === undefined ? (sent as Body) : refuse(`Unknown key '${strange}'`);
}

function text(longest: number): (writing: Writing) => Read {
  return (writing) => {
    const { sent, refuse } = writing;
    if (typeof sent !== 'string') return expected(writing, 'string');
    if (sent === '') return refuse("Expected non-empty 'string', use null to clear");
    return sent.length > longest ? refuse(`Value is longer than ${longest} characters`) : sent;
  };
}

const timePattern = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const fullTime = (text: string): string => (text.length === 5 ? `${text}:00` : text);

function zoneOf(parts: Body, { user, refuse }: Writing): { timezone_id: number | null; timezone_name: string } | undefined {
  const name = parts['timezone_name'] ?? user.timezone;
  if (typeof name !== 'string') return refuse("timezone_name expected 'string'");
  const id = timezoneId(name);
  return id === undefined ? refuse(`Unknown timezone_name '${name}'`) : { timezone_id: id, timezone_name: name };
}

function clock(part: string, parts: Body, writing: Writing): string | undefined {
  const value = parts[part];
  return typeof value === 'string' && timePattern.test(value) ? fullTime(value) : writing.refuse(`${part} is not a valid time`);
}

function reference(what: string, exists: (store: Store, id: number) => boolean): (writing: Writing) => Read {
  return (writing) => {
    const { sent, store, refuse } = writing;
    if (typeof sent !== 'number' || !Number.isInteger(sent)) return expected(writing, 'integer');
    return exists(store, sent) ? sent : refuse(`${what} not found or not accessible.`);
  };
}

function knownOption(field: Field, id: number): boolean {
  return (field.options ?? []).some((option) => Number(option.id) === id);
}

function dayPart(part: string, parts: Body, writing: Writing): string | undefined {
  const value = parts[part];
  return typeof value === 'string' && isDay(value) ? value : writing.refuse(`${part} is not a valid date`);
}

const readers: { [T in CustomType]: (writing: Writing) => Read } = {
  varchar: text(255),
  varchar_auto: text(255),
  text: text(65_535),
  phone: text(255),
  double: (writing) => (typeof writing.sent === 'number' ? writing.sent : expected(writing, 'number')),
  monetary: (writing) => {
    const parts = partsOf(writing, ['value', 'currency']);
    if (!parts) return undefined;
    const { value, currency = writing.user.currency } = parts;
    if (typeof value !== 'number') return writing.refuse("value expected 'number'");
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return writing.refuse('currency is not valid');
    return { value, currency };
  },
  date: (writing) => {
    if (typeof writing.sent !== 'string') return expected(writing, 'string');
    return isDay(writing.sent) ? writing.sent : writing.refuse('Date custom field value is not a valid date');
  },
  daterange: (writing) => {
    const parts = partsOf(writing, ['value', 'until']);
    if (!parts) return undefined;
    const value = dayPart('value', parts, writing);
    const until = dayPart('until', parts, writing);
    return value === undefined || until === undefined ? undefined : { value, until };
  },
  time: (writing) => {
    const parts = partsOf(writing, ['value', 'timezone_id', 'timezone_name']);
    if (!parts) return undefined;
    const value = clock('value', parts, writing);
    const zone = zoneOf(parts, writing);
    return value === undefined || !zone ? undefined : { value, ...zone };
  },
  timerange: (writing) => {
    const parts = partsOf(writing, ['value', 'until', 'timezone_id', 'timezone_name']);
    if (!parts) return undefined;
    const value = clock('value', parts, writing);
    const until = clock('until', parts, writing);
    const zone = zoneOf(parts, writing);
    return value === undefined || until === undefined || !zone ? undefined : { value, until, ...zone };
  },
  enum: (writing) => {
    const { sent, field, refuse } = writing;
    if (typeof sent !== 'number' || !Number.isInteger(sent)) return expected(writing, 'integer');
    return knownOption(field, sent) ? sent : refuse(`Option '${sent}' does not exist`);
  },
  set: (writing) => {
    const { sent, field, refuse } = writing;
    if (!Array.isArray(sent)) return expected(writing, 'array');
    if (sent.length === 0) return refuse('Expected non-empty array, use null to clear');
    const strange = sent.find((id) => typeof id !== 'number' || !knownOption(field, id));
    return strange === undefined ? [...new Set(sent as number[])] : refuse(`Option '${String(strange)}' does not exist`);
  },
  user: reference('User', (store, id) => store.users.get(id) !== undefined),
  org: reference('Organization', (store, id) => store.organizations.get(id) !== undefined),
  people: reference('Person', (store, id) => store.persons.get(id) !== undefined),
  address: readAddress,
};

/** An address; parts that are not sent are emptied. */
export function readAddress(writing: Pick<Writing, 'sent' | 'refuse'> & { field?: Field }): Address | undefined {
  const { sent, refuse } = writing;
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return refuse("Address value expected 'object'");
  const parts = sent as Body;
  const strange = Object.keys(parts).find((key) => key !== 'value' && !(addressParts as readonly string[]).includes(key));
  if (strange !== undefined) return refuse(`Unknown key '${strange}'`);
  if (typeof parts['value'] !== 'string' || parts['value'] === '') return refuse("value expected non-empty 'string'");
  const address: Partial<Address> = { value: parts['value'] };
  for (const part of addressParts) {
    const value = parts[part] ?? null;
    if (value !== null && typeof value !== 'string') return refuse(`${part} expected 'string'`);
    address[part] = value;
  }
  address.formatted_address ??= parts['value'];
  return address as Address;
}

/** Reads `custom_fields`: null clears, values are checked by the type of their field. Returns all values after it. */
export function readCustomFields(
  sent: Body,
  fields: ReadonlyMap<string, Field>,
  before: CustomValues,
  user: User,
  store: Store,
  problems: Problems,
): CustomValues {
  const values: CustomValues = new Map(before);
  for (const [key, value] of Object.entries(sent)) {
    const field = fields.get(key);
    if (!field) {
      problems.add('custom_fields', `Unknown key '${key}'`);
      continue;
    }
    if (value === null) {
      values.delete(key);
      continue;
    }
    const refuse = (problem: string): undefined => {
      problems.add(key, problem);
      return undefined;
    };
    const read = readers[field.type as CustomType]({ sent: value, field, user, store, refuse });
    if (read !== undefined) values.set(key, read);
  }
  return values;
}
