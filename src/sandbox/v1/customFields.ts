import { type Address, addressParts, type Clock, type ClockSpan, type CustomType, type CustomValues, type Field } from '../records.ts';
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

function flatten(field: Field, value: CustomValue | undefined, showing: Showing): Record<string, unknown> {
  const { key } = field;
  switch (field.type as CustomType) {
    case 'monetary': {
      const money = value as Money | undefined;
      return { [key]: money?.value ?? null, [`${key}_currency`]: money?.currency ?? null };
    }
    case 'daterange': {
      const span = value as Span | undefined;
      return { [key]: span?.value ?? null, [`${key}_until`]: span?.until ?? null };
    }
    case 'time': {
      const time = value as Clock | undefined;
      return { [key]: time?.value ?? null, [`${key}_timezone_id`]: time?.timezone_id ?? null };
    }
    case 'timerange': {
      const span = value as ClockSpan | undefined;
      return {
        [key]: span?.value ?? null,
        [`${key}_until`]: span?.until ?? null,
        [`${key}_timezone_id`]: span?.timezone_id ?? null,
      };
    }
    case 'address':
      return flatAddress(key, (value as Address | undefined) ?? null, showing.justWritten?.has(key));
    case 'enum':
      return { [key]: value === undefined ? null : String(value) };
    case 'set':
      return { [key]: value === undefined ? null : (value as number[]).join(',') };
    case 'user':
    case 'org':
    case 'people':
      return { [key]: reference(field.type, value as number | undefined, showing) };
    default:
      return { [key]: value ?? null };
  }
}

function reference(type: string, id: number | undefined, { store, expand }: Showing): unknown {
  if (id === undefined) return null;
  if (!expand) return id;
  if (type === 'user') return userValue(store, id);
  return type === 'org' ? organizationValue(store, id) : personValue(store, id);
}

/** All of an entity's own fields with a record's values, flat, as version 1 mixes them into the record. */
export function flatCustomFields(fields: Iterable<Field>, values: CustomValues, showing: Showing): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const field of fields) Object.assign(flat, flatten(field, values.get(field.key), showing));
  return flat;
}
