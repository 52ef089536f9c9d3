import {
  type Address,
  addressParts,
  type Clock,
  type ClockSpan,
  type CustomType,
  type CustomValues,
  type Field,
} from '../records.ts';
import type { CustomValue, Money, Span } from '../records.ts';
import type { Store } from '../store.ts';
import { organizationValue, personValue, userValue } from './expanded.ts';

/** The parts of a value that version 1 writes beside it, as endings of its key. */
export const subkeys: { [T in CustomType]?: readonly string[] } = {
  monetary: ['currency'],
  daterange: ['until'],
  time: ['timezone_id'],
  timerange: ['until', 'timezone_id'],
  address: addressParts,
};

/** An address flat: the text under the key, the parts beside it. */
export function flatAddress(key: string, address: Address | null, bare = false): Record<string, unknown> {
  const flat: Record<string, unknown> = { [key]: address?.value ?? null };
  for (const part of addressParts) flat[`${key}_${part}`] = bare ? null : (address?.[part] ?? null);
  return flat;
}

interface Showing {
  store: Store;
  /** Users, organizations and people in full, as records of people have them; else their ids. */
  expand: boolean;
  /** Fields whose address was just written: their parts are looked up later and missing in this answer. */
  justWritten?: ReadonlySet<string>;
}

type Flatten = (key: string, value: CustomValue | undefined, showing: Showing) => Record<string, unknown>;

const plain: Flatten = (key, value) => ({ [key]: value ?? null });

function referring(show: (store: Store, id: number) => unknown): Flatten {
  return (key, value, { store, expand }) => {
    const id = value as number | undefined;
    if (id === undefined) return { [key]: null };
    return { [key]: expand ? show(store, id) : id };
  };
}

const flatteners: { [T in CustomType]: Flatten } = {
  varchar: plain,
  varchar_auto: plain,
  text: plain,
  double: plain,
  date: plain,
  phone: plain,
  monetary: (key, value) => {
    const money = value as Money | undefined;
    return { [key]: money?.value ?? null, [`${key}_currency`]: money?.currency ?? null };
  },
  daterange: (key, value) => {
    const span = value as Span | undefined;
    return { [key]: span?.value ?? null, [`${key}_until`]: span?.until ?? null };
  },
  time: (key, value) => {
    const time = value as Clock | undefined;
    return { [key]: time?.value ?? null, [`${key}_timezone_id`]: time?.timezone_id ?? null };
  },
  timerange: (key, value) => {
    const span = value as ClockSpan | undefined;
    return {
      [key]: span?.value ?? null,
      [`${key}_until`]: span?.until ?? null,
      [`${key}_timezone_id`]: span?.timezone_id ?? null,
    };
  },
  enum: (key, value) => ({ [key]: value === undefined ? null : String(value as number) }),
  set: (key, value) => ({ [key]: value === undefined ? null : (value as number[]).join(',') }),
  user: referring(userValue),
  org: referring(organizationValue),
  people: referring(personValue),
  address: (key, value, { justWritten }) => flatAddress(key, (value as Address | undefined) ?? null, justWritten?.has(key)),
};

/** All of an entity's own fields with a record's values, flat, as version 1 mixes them into the record. */
export function flatCustomFields(fields: Iterable<Field>, values: CustomValues, showing: Showing): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const { key, type } of fields) {
    Object.assign(flat, flatteners[type as CustomType](key, values.get(key), showing));
  }
  return flat;
}
