import type { FieldTypeId } from '../../../model/fieldTypes/ids.ts';
import { isObject } from '../../../model/isObject.ts';
import { addressParts } from '../../../model/values.ts';
import { customName, toNumber } from '../scalars.ts';
import type { CustomTypes, Row } from '../wire.ts';
import { addressAt, referenceOf } from './part.ts';

/**
 * Custom fields as version 1 carries them: flat, composed values in several keys, choices as strings
 * (https://pipedrive.readme.io/docs/core-api-concepts-custom-fields).
 */

/** How one field's value stands in a row. */
export interface Shape {
  /** The keys it has in a row: the field's own, then those beside it. */
  readonly names: readonly string[];
  read(row: Row): { value: unknown; name?: string };
  write(value: unknown): Row;
}

/** Makes the shape of a field, by the field's key. */
type Shaping = (key: string) => Shape;

/** `{value, …}` in the model, `<key>` and `<key>_…` in the row; null where the value is. */
const composed =
  (...parts: ReadonlyArray<readonly [string, string]>): Shaping =>
  (key) => {
    const beside = parts.map(([wire, model]) => ({ name: `${key}_${wire}`, model }));
    const numeric = parts[0]?.[1] === 'currency';
    const range = parts[0]?.[1] === 'until';
    return {
      names: [key, ...beside.map(({ name }) => name)],
      read: (row) => {
        const value = numeric ? toNumber(row[key]) : row[key];
        const none = value === null || value === undefined || value === '';
        if (none && !(range && (row[`${key}_until`] ?? null) !== null)) return { value: null };
        const read: Record<string, unknown> = { value: value ?? null };
        for (const { name, model } of beside) read[model] = row[name] ?? null;
        return { value: read };
      },
      write: (value) => {
        const row: Record<string, unknown> = { [key]: isObject(value) ? (value.value ?? null) : value };
        for (const { name, model } of beside) row[name] = isObject(value) ? (value[model] ?? null) : null;
        return row;
      },
    };
  };

const single =
  (read: (raw: unknown) => unknown, write: (value: unknown) => unknown = (value) => value): Shaping =>
  (key) => ({ names: [key], read: (row) => ({ value: read(row[key]) }), write: (value) => ({ [key]: write(value) }) });

const referred: Shaping = (key) => ({
  names: [key],
  read: (row) => referenceOf(row[key]),
  write: (value) => ({ [key]: value }),
});

const numeral = single(
  (raw) => (raw === '' ? null : toNumber(raw)),
  (value) => (typeof value === 'number' ? String(value) : value),
);

/** A cleared text is "" in some types and null in others; the model knows null only. */
const text = single((raw) => (raw === '' ? null : raw));

const asItCame = single((raw) => raw);

const set = single(
  (raw) => {
    if (raw === '') return null;
    if (typeof raw === 'number') return [raw];
    return typeof raw === 'string' ? raw.split(',').map((piece) => toNumber(piece.trim())) : raw;
  },
  (value) => (Array.isArray(value) ? (value.length === 0 ? null : value.join(',')) : value),
);

const monetary = composed(['currency', 'currency']);
const daterange = composed(['until', 'until']);
const time = composed(['timezone_id', 'timezone_id']);
const timerange = composed(['until', 'until'], ['timezone_id', 'timezone_id']);

const address: Shaping = (key) => {
  const shape = addressAt(key);
  return { ...shape, read: (row) => ({ value: shape.read(row) }) };
};

const shapes: Readonly<Record<FieldTypeId, Shaping>> = {
  varchar: text,
  varchar_auto: text,
  text,
  phone: text,
  date: text,
  double: single((raw) => (raw === '' ? null : toNumber(raw))),
  monetary,
  daterange,
  time,
  timerange,
  enum: numeral,
  set,
  visible_to: numeral,
  user: referred,
  org: referred,
  people: referred,
  address,
  emails: asItCame,
  phones: asItCame,
  labels: asItCame,
  int: single(toNumber),
  boolean: asItCame,
  datetime: asItCame,
  currency: asItCame,
  rows: asItCame,
  other: asItCame,
};

/** What a field's type must be by the keys that stand beside its own. */
function guess(beside: ReadonlySet<string>): Shaping {
  if (beside.has('currency')) return monetary;
  if (beside.has('until')) return beside.has('timezone_id') ? timerange : daterange;
  if (beside.has('timezone_id')) return time;
  return addressParts.some((part) => beside.has(part)) ? address : asItCame;
}

/** Without the field's type its value's shape tells what it was grouped from. */
function guessOf(value: unknown): Shaping {
  if (Array.isArray(value)) return set;
  if (!isObject(value)) return asItCame;
  return guess(new Set(Object.keys(value)));
}

const shapingOf = (key: string, value: unknown, types: CustomTypes): Shaping => {
  const type = types.get(key);
  return type === undefined ? guessOf(value) : shapes[type];
};

/** The custom keys among these, each with the suffixes that came beside it. */
export function customGroups(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const custom = customName(name);
    if (custom === undefined) continue;
    const { key, suffix } = custom;
    const group = groups.get(key) ?? new Set();
    if (suffix !== undefined) group.add(suffix);
    groups.set(key, group);
  }
  return groups;
}

/** How a custom field is read from rows that have these suffixes beside its key, and written back to them. */
export function customShape(key: string, beside: ReadonlySet<string>, types: CustomTypes): Shape {
  const type = types.get(key);
  if (type !== undefined) return shapes[type](key);
  // Whoever writes it back has the value alone to guess from.
  return { ...guess(beside)(key), write: (value) => writeCustom(key, value, types) };
}

/** The row's keys for a custom value, as version 1 answers them. */
export function writeCustom(key: string, value: unknown, types: CustomTypes): Row {
  return shapingOf(key, value, types)(key).write(value);
}

/** A body's keys for a custom value. An address is its line; Pipedrive finds the parts by itself. */
export function customBody(key: string, value: unknown, types: CustomTypes): Row {
  const shaping = shapingOf(key, value, types);
  if (shaping === address) return { [key]: isObject(value) ? (value.value ?? null) : value };
  // Null beside a cleared amount would be read as a currency of its own.
  if (shaping === monetary && !isObject(value)) return { [key]: value };
  const row = shaping(key).write(value);
  if (!isObject(value)) return row;
  // A currency or time zone that is not given is Pipedrive's to choose; null would be a wrong one.
  return Object.fromEntries(
    Object.entries(row).filter(([name, part]) => part !== null || !/_(?:currency|timezone_id)$/.test(name)),
  );
}
