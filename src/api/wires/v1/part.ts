import { isObject } from '../../../model/isObject.ts';
import { addressParts } from '../../../model/values.ts';
import { fromTime, toBoolean, toNumber, toTime } from '../scalars.ts';
import type { Row } from '../wire.ts';

/** What a decoder fills in. */
export interface Draft {
  readonly values: Record<string, unknown>;
  readonly names: Record<string, string>;
}

/**
 * Some keys of a version 1 row and what they are in the model. `read` is called only where the row has one of
 * them, and looks at no others. `write` gives the row's keys back; where that is not what was read, the decoder keeps
 * what was read.
 */
export interface Part {
  /** The keys it owns in the row. */
  readonly wire: readonly string[];
  /** The keys it fills in the model. */
  readonly model: readonly string[];
  read(row: Row, draft: Draft): void;
  write(values: Row): Row;
  /** Read it also where the row has none of its keys. */
  readonly always?: true;
  /** A body's keys for these values, where a body differs from what is read. */
  readonly body?: (values: Row) => Row;
}

/** A value under another name or in another spelling; what `read` cannot read it gives back. */
export function spelled(
  wire: string,
  model: string,
  read: (raw: unknown) => unknown = (raw) => raw,
  write: (value: unknown) => unknown = (value) => value,
): Part {
  return {
    wire: [wire],
    model: [model],
    read: (row, { values }) => {
      values[model] = read(row[wire]);
    },
    write: (values) => (values[model] === undefined ? {} : { [wire]: write(values[model]) }),
  };
}

/** A key that version 1 leaves out where version 2 says null. */
export const optional = (key: string): Part => ({
  ...spelled(key, key, (raw) => raw ?? null),
  always: true,
  write: ({ [key]: value }) => (value === null || value === undefined ? {} : { [key]: value }),
});

export const time = (key: string): Part => spelled(key, key, toTime, fromTime);

/**
 * When a record was last changed. Version 1 starts with the time of creation, version 2 with null
 * (for all but products, pipelines and stages), so a record never changed reads null.
 */
export const changeTime: Part = {
  wire: ['update_time', 'add_time'],
  model: ['update_time', 'add_time'],
  read: ({ update_time: changed, add_time: added }, { values }) => {
    if (added !== undefined) values.add_time = toTime(added);
    if (changed !== undefined) values.update_time = changed === added ? null : toTime(changed);
  },
  write: ({ update_time: changed, add_time: added }) => ({
    ...(added !== undefined && { add_time: fromTime(added) }),
    ...(changed !== undefined && { update_time: fromTime(changed ?? added) }),
  }),
  body: ({ add_time: added }) => (added === undefined ? {} : { add_time: fromTime(added) }),
};

/** A body's key for a true or false; nothing else is one, and `null` would be read as one. */
const flagBody = (wire: string, value: unknown, as: 'boolean' | 'number'): Row =>
  typeof value === 'boolean' ? { [wire]: as === 'number' ? Number(value) : value } : {};

/** A true or false that may come as 0 or 1; `body` says how it is sent. */
export const flag = (wire: string, model: string, body: 'boolean' | 'number' = 'boolean'): Part => ({
  ...spelled(wire, model, toBoolean),
  body: (values) => flagBody(wire, values[model], body),
});

const not = (value: unknown): unknown => (typeof value === 'boolean' ? !value : value);

/** `active_flag` → `is_deleted`. */
export const active = (wire = 'active_flag', body: 'boolean' | 'number' = 'boolean'): Part => ({
  ...spelled(wire, 'is_deleted', (raw) => not(toBoolean(raw)), not),
  body: ({ is_deleted: value }) => flagBody(wire, not(value), body),
});

/** A number that version 1 writes as a string. */
export const numeral = (key: string): Part =>
  spelled(key, key, toNumber, (value) => (typeof value === 'number' ? String(value) : value));

/** What stands for another record: its id, or an object with the id as `value` and the name in it. */
export function referenceOf(raw: unknown): { value: unknown; name?: string } {
  if (!isObject(raw)) return { value: raw === '' ? null : toNumber(raw) };
  const value = toNumber(raw.value ?? raw.id);
  return { value: value ?? null, ...(typeof raw.name === 'string' && { name: raw.name }) };
}

export const reference = (wire: string, model = wire): Part => ({
  wire: [wire],
  model: [model],
  read: (row, { values, names }) => {
    const { value, name } = referenceOf(row[wire]);
    values[model] = value;
    if (name !== undefined) names[model] = name;
  },
  write: (values) => (values[model] === undefined ? {} : { [wire]: values[model] }),
});

/** A name that stands beside its id, such as `org_name`. */
export const nameOf = (wire: string, model: string): Part => ({
  wire: [wire],
  model: [],
  read: (row, { names }) => {
    const name = row[wire];
    if (typeof name === 'string' && name !== '') names[model] ??= name;
  },
  write: () => ({}),
});

/**
 * E-mail addresses or phone numbers. A person without one comes as a single empty entry, and null clears the list
 * where an empty list may not.
 */
export const contacts = (wire: string, model: string): Part => ({
  wire: [wire],
  model: [model],
  read: (row, { values }) => {
    values[model] = contactsOf(row[wire]);
  },
  write: ({ [model]: value }) => (value === undefined ? {} : { [wire]: isEmpty(value) ? [{ value: '', primary: true }] : value }),
  body: ({ [model]: value }) => (value === undefined ? {} : { [wire]: isEmpty(value) ? null : value }),
});

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

function contactsOf(raw: unknown): unknown {
  if (raw === null || raw === '') return [];
  if (typeof raw === 'string') return [{ value: raw, primary: true, label: '' }];
  if (Array.isArray(raw) && raw.length === 1 && isObject(raw[0]) && (raw[0].value === '' || raw[0].value === null)) return [];
  return raw;
}

/** `label` is the first of `label_ids`; old rows have the first only. */
export const labels: Part = {
  wire: ['label', 'label_ids'],
  model: ['label_ids'],
  read: ({ label, label_ids: ids }, { values }) => {
    if (ids !== undefined && ids !== null) values.label_ids = Array.isArray(ids) ? ids.map(toNumber) : ids;
    else if (typeof label === 'string') values.label_ids = label.split(',').filter(Boolean).map(toNumber);
    else values.label_ids = label === null || label === undefined ? [] : [label];
  },
  write: ({ label_ids: ids }) =>
    ids === undefined ? {} : { label: Array.isArray(ids) ? (ids[0] ?? null) : null, label_ids: ids },
  body: ({ label_ids: ids }) => (ids === undefined ? {} : { label_ids: ids ?? [] }),
};

/** An address of its own key: one line, and its parts flat beside it; in the model an object. */
export const address = (key: string): Part => {
  const shape = addressAt(key);
  return {
    wire: shape.names,
    model: [key],
    read: (row, { values }) => {
      const value = shape.read(row);
      // Version 2 leaves the formatted line out of standard addresses.
      const { formatted_address: _, ...parts } = isObject(value) ? value : {};
      values[key] = isObject(value) ? parts : value;
    },
    write: ({ [key]: value }) => (value === undefined ? {} : shape.write(value)),
    body: ({ [key]: value }) => (value === undefined ? {} : { [key]: isObject(value) ? (value.value ?? null) : value }),
  };
};

/** How an address stands in a row: its line under the key, its parts beside it. */
export function addressAt(key: string): {
  readonly names: readonly string[];
  /** The parts that came; null where there is no address at all. */
  read(row: Row): unknown;
  write(value: unknown): Row;
} {
  const beside = addressParts.map((part) => ({ part, name: `${key}_${part}` }));
  return {
    names: [key, ...beside.map(({ name }) => name)],
    read(row) {
      const line = row[key];
      if (isObject(line)) return line;
      const parts: Record<string, unknown> = {};
      let filled = !isUnset(line);
      for (const { part, name } of beside) {
        if (!Object.hasOwn(row, name)) continue;
        parts[part] = row[name];
        filled ||= !isUnset(row[name]);
      }
      return filled ? { value: line ?? null, ...parts } : null;
    },
    write(value) {
      if (value !== null && !isObject(value)) return { [key]: value };
      const row: Record<string, unknown> = { [key]: value === null ? null : value.value };
      for (const { part, name } of beside) {
        if (value === null) row[name] = null;
        else if (Object.hasOwn(value, part)) row[name] = value[part];
      }
      return row;
    },
  };
}

const isUnset = (raw: unknown): boolean => raw === null || raw === undefined || raw === '';
