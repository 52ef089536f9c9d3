import type { Field } from './field.ts';
import { equalValues, valueOf, writeValue } from './fieldTypes/index.ts';
import { claimed } from './fieldTypes/rows.ts';
import type { PipedriveRecord, Values } from './record.ts';

/** A field that both sides changed, to different values. All three are parsed; `null` is unset. */
export interface Conflict {
  readonly field: Field;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  /** What to send so that mine is kept and theirs survives; empty when nothing differs. */
  readonly changes: Values;
  /** To be settled by a person before anything is sent. */
  readonly conflicts: readonly Conflict[];
}

/** The writable fields whose value differs between two sets of values. */
export function changedFields(fields: readonly Field[], from: Values, to: Values): readonly Field[] {
  return fields.filter((field) => field.writable && !equalValues(field, valueOf(field, from), valueOf(field, to)));
}

/**
 * Merges by value, field by field.
 * @param base what mine began from
 * @param mine what the document holds
 * @param theirs what Pipedrive holds now
 * @param answered what it held after our own last write, which may say more than was written: a zone, a currency
 */
export function threeWay(fields: readonly Field[], base: Values, mine: Values, theirs: Values, answered: Values = {}): Merge {
  const changes: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const field of changedFields(fields, base, mine)) {
    const there = valueOf(field, theirs);
    const sides = { base: valueOf(field, base), mine: claimed(field, valueOf(field, mine), there), theirs: there };
    if (equalValues(field, sides.mine, sides.theirs)) continue;
    const ours = field.key in answered && equalValues(field, valueOf(field, answered), sides.theirs);
    if (ours || equalValues(field, sides.base, sides.theirs)) changes[field.key] = writeValue(field, sides.mine);
    else conflicts.push({ field, ...sides });
  }
  return { changes, conflicts };
}

/**
 * The fields that a write was to change and left as they were, though it was not refused.
 * @param changes what was sent, by field key
 * @param before, after what Pipedrive held
 */
export function unmoved(fields: readonly Field[], changes: Values, before: Values, after: Values): readonly Field[] {
  return fields.filter((field) => {
    const [wanted, was, is] = [changes, before, after].map((values) => valueOf(field, values));
    return field.key in changes && equalValues(field, was, is) && !equalValues(field, wanted, is);
  });
}

/**
 * A record as a document's text stands on it: the writable values among the fields that are known now. A field
 * that comes to be known later is not in the text, and must not count as emptied there.
 */
export function standing(fields: readonly Field[], record: PipedriveRecord): PipedriveRecord {
  const keys = fields.filter((field) => field.writable && field.key in record.values).map(({ key }) => key);
  return { ...record, values: Object.fromEntries(keys.map((key) => [key, record.values[key]])) };
}
