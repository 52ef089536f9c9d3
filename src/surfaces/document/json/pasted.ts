import { parseTree } from 'jsonc-parser';
import type { WireEntity } from '../../../api/wires/wire.ts';
import { isWireEntity, wireOf } from '../../../api/wires/index.ts';
import type { Field } from '../../../model/field.ts';
import { valueOf } from '../../../model/fieldTypes/index.ts';
import { isObject } from '../../../model/isObject.ts';
import type { Values } from '../../../model/record.ts';
import { customKey, plain, textOf } from '../recordText.ts';

export { isWireEntity };

/** A whole record's text made of what was pasted, and what of it has no place there. */
export interface Pasted {
  readonly text: string;
  /** Keys that cannot be saved, as they were pasted. */
  readonly left: readonly string[];
}

/** What is pasted onto. */
export interface PasteTarget {
  readonly entity: WireEntity;
  readonly fields: readonly Field[];
  readonly schema: string;
  /** What the text holds now: a standard key that was not pasted keeps its value. */
  readonly values: Values;
  /** What the record holds: only ids of its own rows can stand in a text of it. */
  readonly base: Values;
}

/** Keys by which an answer of version 1 is told from one of version 2, beside custom fields that lie flat. */
const onlyVersion1 = ['active_flag', 'active', 'email', 'phone', 'first_char', 'company_id', 'edit_flag', 'url_title'];
const isCustomKey = (key: string): boolean => /^[0-9a-f]{40}$/.test(key);

/**
 * Reads a whole record out of what was copied: the text of another record, or an answer of Pipedrive's API, of either
 * version, wrapped or bare.
 *
 * @returns nothing where it is no record, or is one that can stand as it is
 */
export function pasted(copied: string, target: PasteTarget): Pasted | undefined {
  const row = recordIn(copied);
  if (!row || row['$schema'] === target.schema) return undefined;
  const writable = target.fields.filter((field) => field.writable);
  const custom = target.fields.filter((field) => field.custom).map(({ key, type }) => [key, type] as const);
  const { values: read } = wireOf(target.entity, isVersion1(row) ? 'v1' : 'v2').decode(row, new Map(custom));
  const found = writable.filter(({ key }) => Object.hasOwn(read, key));
  if (found.length === 0) return undefined;
  const values = Object.fromEntries(found.map((field) => [field.key, withoutForeignIds(field, read, target.base)]));
  const kept = Object.fromEntries(writable.filter((field) => !field.custom).map(({ key }) => [key, target.values[key]]));
  const taken = new Set(found.map(({ key }) => key));
  return {
    text: textOf(target.fields, { ...kept, ...values }, target.schema),
    left: keysOf(row).filter((key) => !taken.has(key)),
  };
}

/** The record in an object: the answer's `data`, or the object itself. */
function recordIn(copied: string): Values | undefined {
  const root = parseTree(copied);
  const whole = root?.type === 'object' ? plain(root) : undefined;
  if (!isObject(whole)) return undefined;
  const { data } = whole;
  return isObject(data) && ('success' in whole || Object.keys(whole).length === 1) ? data : whole;
}

const isVersion1 = (row: Values): boolean =>
  !(customKey in row) && Object.keys(row).some((key) => onlyVersion1.includes(key) || isCustomKey(key));

/** All keys, those of custom fields without the one that they lie under. */
function keysOf(row: Values): readonly string[] {
  const { [customKey]: custom, $schema: _, ...standard } = row;
  return [...Object.keys(standard), ...(isObject(custom) ? Object.keys(custom) : [])];
}

/** Another record's rows are new ones here: their ids would name rows of that record. */
function withoutForeignIds(field: Field, values: Values, base: Values): unknown {
  const value = valueOf(field, values);
  if (field.type !== 'rows' || !Array.isArray(value)) return value;
  const before = valueOf(field, base);
  const own = new Set(Array.isArray(before) ? before.filter(isObject).map(({ id }) => id) : []);
  return value.map((row: unknown) => {
    if (!isObject(row) || own.has(row['id'])) return row;
    const { id: _, ...rest } = row;
    return rest;
  });
}
