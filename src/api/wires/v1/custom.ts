import type { FieldTypeId } from '../../../model/fieldTypes/ids.ts';
import { isObject } from '../../../model/isObject.ts';
import { addressParts } from '../../../model/values.ts';
import { customName, toNumber } from '../scalars.ts';
import type { CustomTypes, Row } from '../wire.ts';
import { addressOf, addressRow, referenceOf } from './part.ts';

/**
 * Custom fields as version 1 carries them: flat, composed values in several keys, choices as strings
 * (https://pipedrive.readme.io/docs/core-api-concepts-custom-fields).
 */

interface Shape {
  /** What stands behind the field's key in the keys beside it. */
  readonly beside: readonly string[];
  read(row: Row, key: string): { value: unknown; name?: string };
  write(value: unknown, key: string): Row;
}

/** `{value, …}` in the model, `<key>` and `<key>_…` in the row; null where the value is. */
const composed = (...parts: ReadonlyArray<readonly [string, string]>): Shape => ({
  beside: parts.map(([wire]) => wire),
  read: (row, key) => {
    const value = toNumberIf(parts[0]?.[1] === 'currency', row[key]);
    const rest = parts.map(([wire, model]) => [model, row[`${key}_${wire}`] ?? null] as const);
    const none = value === null || value === undefined || value === '';
    if (none && (parts[0]?.[1] !== 'until' || rest[0]?.[1] === null)) return { value: null };
    return { value: { value: value ?? null, ...Object.fromEntries(rest) } };
  },
  write: (value, key) =>
    isObject(value)
      ? {
          [key]: value.value ?? null,
          ...Object.fromEntries(parts.map(([wire, model]) => [`${key}_${wire}`, value[model] ?? null])),
        }
      : { [key]: value, ...Object.fromEntries(parts.map(([wire]) => [`${key}_${wire}`, null])) },
});

const toNumberIf = (numeric: boolean, raw: unknown): unknown => (numeric ? toNumber(raw) : raw);

const single = (read: (raw: unknown) => unknown, write: (value: unknown) => unknown = (value) => value): Shape => ({
  beside: [],
  read: (row, key) => ({ value: read(row[key]) }),
  write: (value, key) => ({ [key]: write(value) }),
});

const referred: Shape = {
  beside: [],
  read: (row, key) => referenceOf(row[key]),
  write: (value, key) => ({ [key]: value }),
};

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

const address: Shape = {
  beside: addressParts,
  read: (row, key) => ({ value: addressOf(row, key) }),
  write: addressRow,
};

const shapes: Readonly<Record<FieldTypeId, Shape>> = {
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
function guess(beside: ReadonlySet<string>): Shape {
  if (beside.has('currency')) return monetary;
  if (beside.has('until')) return beside.has('timezone_id') ? timerange : daterange;
  if (beside.has('timezone_id')) return time;
  return addressParts.some((part) => beside.has(part)) ? address : asItCame;
}

const alone: ReadonlySet<string> = new Set();

/** The custom keys of a row, each with the suffixes that came beside it. */
export function customGroups(row: Row): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const name of Object.keys(row)) {
    const custom = customName(name);
    if (custom === undefined) continue;
    const { key, suffix } = custom;
    const group = groups.get(key);
    if (suffix === undefined) groups.set(key, group ?? alone);
    else groups.set(key, new Set(group).add(suffix));
  }
  return groups;
}

const shapeOf = (key: string, beside: ReadonlySet<string>, types: CustomTypes): Shape => {
  const type = types.get(key);
  return type === undefined ? guess(beside) : shapes[type];
};

/** One custom value of a row, in version 2's shape, with the name that came in it. */
export function readCustom(
  row: Row,
  key: string,
  beside: ReadonlySet<string>,
  types: CustomTypes,
): { value: unknown; name?: string } {
  return shapeOf(key, beside, types).read(row, key);
}

/** The row's keys for a custom value, as version 1 answers them. */
export function writeCustom(key: string, value: unknown, types: CustomTypes): Row {
  const known = types.get(key);
  return (known === undefined ? shapeOfValue(value) : shapes[known]).write(value, key);
}

/** A body's keys for a custom value. An address is its line; Pipedrive finds the parts by itself. */
export function customBody(key: string, value: unknown, types: CustomTypes): Row {
  const known = types.get(key);
  const shape = known === undefined ? shapeOfValue(value) : shapes[known];
  if (shape === address) return { [key]: isObject(value) ? (value.value ?? null) : value };
  // Null beside a cleared amount would be read as a currency of its own.
  if (shape === monetary && !isObject(value)) return { [key]: value };
  const row = shape.write(value, key);
  if (!isObject(value)) return row;
  // A currency or time zone that is not given is Pipedrive's to choose; null would be a wrong one.
  return Object.fromEntries(
    Object.entries(row).filter(([name, part]) => part !== null || !/_(?:currency|timezone_id)$/.test(name)),
  );
}

/** Without the field's type its value's shape tells what it was grouped from. */
function shapeOfValue(value: unknown): Shape {
  if (Array.isArray(value)) return set;
  if (!isObject(value)) return asItCame;
  return guess(new Set(Object.keys(value)));
}

/** Whether a null of this field stands alone in a row, without keys beside it. */
export function isPlainNull(key: string, types: CustomTypes): boolean {
  const type = types.get(key);
  return type === undefined || shapes[type].beside.length === 0;
}
