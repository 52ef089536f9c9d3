import type { Field, Option } from '../model/field.ts';
import { type FieldTypeId, fieldTypeIds } from '../model/fieldTypes/ids.ts';
import { isObject } from '../model/isObject.ts';
import type { PipedriveRecord } from '../model/record.ts';
import { v2Key } from './complaints.ts';
import { writingOf } from './writable.ts';
import type { Described } from './described.ts';
import type { ApiVersion } from './types.ts';

/** This product knows each of its types by Pipedrive's own name. */
const isKnown = (type: string): type is FieldTypeId => fieldTypeIds.some((id) => id === type);

/** Standard values that have a type of their own, whatever Pipedrive calls it. */
const byKey: ReadonlyMap<string, FieldTypeId> = new Map([
  ['emails', 'emails'],
  ['phones', 'phones'],
  ['label_ids', 'labels'],
  ['visible_to', 'visible_to'],
  ['owner_id', 'user'],
  ['org_id', 'org'],
  ['prices', 'rows'],
  ['is_linkable', 'boolean'],
  ['is_deleted', 'boolean'],
]);

/** Version 1's keys that version 2 spells otherwise, beside those that complaints name. */
const spelled: ReadonlyMap<string, string> = new Map([
  ['active_flag', 'is_deleted'],
  ['cc_email', 'smart_bcc_email'],
  ['unit_prices', 'prices'],
]);

/** Version 1's name of a standard value in version 2's spelling; a custom field's key is the same in both. */
export const modelKey = (code: string): string => spelled.get(code) ?? v2Key(code);

function typeOf(key: string, wireType: string, custom: boolean, choices: boolean): FieldTypeId {
  if (!custom) {
    const own = byKey.get(key);
    if (own !== undefined) return own;
    if (wireType === 'date' && key.endsWith('_time')) return 'datetime';
    // A standard time is plain text, without the zone that the type's values carry.
    if (wireType === 'time') return 'other';
  }
  if (isKnown(wireType)) return wireType;
  // Some of Pipedrive's own values have a type of one field only, such as `billing_frequency`.
  return !custom && choices ? 'enum' : 'other';
}

/** The choices in an answer; what is none is left out. */
export function optionsIn(raw: unknown): Option[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter(isObject).flatMap(({ id, label, color }) => {
    if (typeof id !== 'number' && typeof id !== 'string') return [];
    const number = typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : id;
    return [{ id: number, label: String(label ?? id), ...(typeof color === 'string' && { color }) }];
  });
}

/**
 * What the model knows of a field, from its record of either wire.
 * @param version the chosen one, on which it depends what can be written
 * @returns undefined for rows that are no field to a person: inactive ones, and the second keys of composed values
 */
export function fieldOf(record: PipedriveRecord, entity: Described, version: ApiVersion): Field | undefined {
  const { values, extras } = record;
  if (extras.active_flag === false || extras.active_flag === 0 || isSubRow(record)) return undefined;
  const code = String(values.field_code ?? record.id);
  const custom = values.is_custom_field === true;
  const key = custom ? code : modelKey(code);
  const wireType = typeof values.field_type === 'string' ? values.field_type : '';
  const options = optionsIn(values.options);
  const type = typeOf(key, wireType, custom, options.length > 0);
  return {
    key,
    name: typeof values.field_name === 'string' ? values.field_name : code,
    type,
    wireType,
    custom,
    ...(custom ? { writable: type !== 'other' && values.is_writable !== false } : writingOf(entity, key, version)),
    required: key === 'name',
    options,
    ...(typeof values.description === 'string' && values.description !== '' && { description: values.description }),
  };
}

/** Version 1 lists the second key of a composed value (`<key>_until`) as a row of its own, without an id. */
export function isSubRow({ extras }: PipedriveRecord): boolean {
  return extras.id === null || extras.is_subfield === true;
}
