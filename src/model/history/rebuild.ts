import type { Field } from '../field.ts';
import { fieldTypes, validateValue, valueOf } from '../fieldTypes/index.ts';
import { isObject } from '../isObject.ts';
import type { Values } from '../record.ts';
import { sentence, type Sentence } from '../sentence.ts';
import type { ValueChange } from './change.ts';
import { readers } from './spelling.ts';

/** A value as it was, in the model's shape and `null` for unset; or why it cannot be had again. */
export type Rebuilt = { readonly value: unknown } | { readonly reason: Sentence };

/** Parts that can be put back by themselves; those of an address Pipedrive finds in its line. */
const parts: Readonly<Record<string, (text: string | null) => unknown>> = {
  currency: (text) => text,
  until: (text) => text,
  timezone_id: (text) => (text === null ? null : Number(text)),
};

/**
 * A field's value as a text of the log tells it.
 *
 * @param text as it stands in the log; `null` for unset
 * @param present the field's value now, parsed: what the log leaves out of a value is taken from it
 */
export function valueIn(field: Field, { part }: Pick<ValueChange, 'part'>, text: string | null, present: unknown): Rebuilt {
  if (part !== undefined) return partIn(field, part, text, present);
  if (text === null || text === '') return { value: null };
  const read = readers[field.type](text, { field, present });
  if (read === undefined) return { reason: unreadable(field, text) };
  return { value: fieldTypes[field.type].parse(read, field) ?? null };
}

function partIn(field: Field, part: string, text: string | null, present: unknown): Rebuilt {
  const read = parts[part];
  if (!read) return { reason: sentence('Pipedrive finds this part of “{0}” by itself.', field.name) };
  if (!isObject(present)) return { reason: sentence('“{0}” is empty now, and this was only a part of it.', field.name) };
  // A zone's name would speak of another zone than its number.
  const { timezone_name: zone, ...rest } = present;
  return { value: { ...(part === 'timezone_id' || zone === undefined ? rest : present), [part]: read(text) } };
}

const chosen: readonly Field['type'][] = ['enum', 'set', 'labels', 'visible_to'];

const unreadable = ({ name, type }: Field, text: string): Sentence =>
  chosen.includes(type)
    ? sentence('“{0}” no longer has all the options that it had then ({1}).', name, text)
    : sentence('What Pipedrive’s history says of “{0}” is no value that it could have: {1}', name, text);

/** What a change can be taken back to: the value before it, if Pipedrive would take it now. */
export function restorable(field: Field, change: ValueChange, present: unknown): Rebuilt {
  const rebuilt = valueIn(field, change, change.before, present);
  if ('reason' in rebuilt) return rebuilt;
  const wrong = validateValue(field, rebuilt.value);
  return wrong ? { reason: wrong } : rebuilt;
}

/** A record as it was, and what of it could not be rebuilt and is as it is now. */
export interface Earlier {
  readonly values: Values;
  readonly left: readonly { readonly field: Field; readonly reason: Sentence }[];
}

/**
 * A record as it was before the last of these changes were made.
 *
 * @param values as they are now
 * @param changes all since then, the latest first; those of fields that are not known are passed over
 */
export function earlier(fields: readonly Field[], values: Values, changes: Iterable<ValueChange>): Earlier {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const then: Record<string, unknown> = { ...values };
  const left = new Map<string, Sentence>();
  for (const change of changes) {
    const field = byKey.get(change.key);
    if (!field) continue;
    const rebuilt = valueIn(field, change, change.before, valueOf(field, then));
    if ('reason' in rebuilt) {
      // A part that Pipedrive finds by itself goes with its whole.
      if (change.part === undefined || change.part in parts) left.set(field.key, rebuilt.reason);
      continue;
    }
    left.delete(field.key);
    then[field.key] = rebuilt.value;
  }
  for (const key of left.keys()) then[key] = values[key];
  return {
    values: then,
    left: fields.flatMap((field) => {
      const reason = left.get(field.key);
      return reason ? [{ field, reason }] : [];
    }),
  };
}
