import * as l10n from '@vscode/l10n';
import type { Field } from '../field.ts';
import { fieldTypes, validateValue, valueOf } from '../fieldTypes/index.ts';
import { isObject } from '../isObject.ts';
import type { Values } from '../record.ts';
import type { ValueChange } from './change.ts';
import { readers } from './spelling.ts';

/** A value as it was, in the model's shape and `null` for unset; or why it cannot be had again. */
export type Rebuilt = { readonly value: unknown } | { readonly reason: string };

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
  if (!read) return { reason: l10n.t('Pipedrive finds this part of “{0}” by itself.', field.name) };
  if (!isObject(present)) return { reason: l10n.t('“{0}” is empty now, and this was only a part of it.', field.name) };
  // A zone's name would speak of another zone than its number.
  const { timezone_name: zone, ...rest } = present;
  return { value: { ...(part === 'timezone_id' || zone === undefined ? rest : present), [part]: read(text) } };
}

const chosen: readonly Field['type'][] = ['enum', 'set', 'labels', 'visible_to'];

const unreadable = ({ name, type }: Field, text: string): string =>
  chosen.includes(type)
    ? l10n.t('“{0}” no longer has all the options that it had then ({1}).', name, text)
    : l10n.t('What Pipedrive’s history says of “{0}” is no value that it could have: {1}', name, text);

/**
 * A field's value now, with its parts as they were before a change: an amount that is put back is of the currency that it had.
 *
 * @param changes all that are known, the latest first
 */
export function beside(field: Field, change: ValueChange, changes: Iterable<ValueChange>, present: unknown): unknown {
  if (change.part !== undefined) return present;
  let value = present;
  for (const { key, part, before, time } of changes) {
    const read = part === undefined || key !== field.key ? undefined : parts[part];
    if (!read || part === undefined || Date.parse(time) < Date.parse(change.time)) continue;
    const { timezone_name: zone, ...rest } = isObject(value) ? value : {};
    value = { ...rest, ...(zone !== undefined && part !== 'timezone_id' && { timezone_name: zone }), [part]: read(before) };
  }
  return value;
}

/** What a change can be taken back to: the value before it, if Pipedrive would take it now. */
export function restorable(field: Field, change: ValueChange, present: unknown): Rebuilt {
  const rebuilt = valueIn(field, change, change.before, present);
  if ('reason' in rebuilt) return rebuilt;
  const wrong = validateValue(field, rebuilt.value);
  return wrong ? { reason: wrong.text } : rebuilt;
}

/** What was changed at one time, the wholes before their parts, in whichever order they are told. */
function wholeFirst(changes: Iterable<ValueChange>): readonly ValueChange[] {
  const ordered: ValueChange[] = [];
  let begin = 0;
  for (const change of changes) {
    if (ordered[begin]?.time !== change.time) begin = ordered.length;
    const part = change.part === undefined ? ordered.findIndex(({ part }, place) => place >= begin && part !== undefined) : -1;
    if (part < 0) ordered.push(change);
    else ordered.splice(part, 0, change);
  }
  return ordered;
}

/** A record as it was, and what of it could not be rebuilt and is as it is now. */
export interface Earlier {
  readonly values: Values;
  readonly left: readonly { readonly field: Field; readonly reason: string }[];
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
  const left = new Map<string, string>();
  for (const change of wholeFirst(changes)) {
    const field = byKey.get(change.key);
    if (!field) continue;
    const now = valueOf(field, then);
    // A part that Pipedrive finds by itself goes with its whole, and what was empty then had no parts.
    if (change.part !== undefined && !(change.part in parts && isObject(now))) continue;
    const rebuilt = valueIn(field, change, change.before, now);
    if ('reason' in rebuilt) {
      left.set(field.key, rebuilt.reason);
      continue;
    }
    // A part does not make up for a whole that could not be read.
    if (change.part === undefined) left.delete(field.key);
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
