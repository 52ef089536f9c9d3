import * as l10n from '@vscode/l10n';
import type { Field } from '../field.ts';
import type { Values } from '../record.ts';
import { sentence, type Sentence } from '../sentence.ts';
import { address } from './address.ts';
import { boolean } from './boolean.ts';
import { emails, phones } from './contacts.ts';
import { date, daterange, datetime } from './date.ts';
import type { FieldType } from './fieldType.ts';
import type { FieldTypeId } from './ids.ts';
import { monetary } from './monetary.ts';
import { double, int } from './number.ts';
import { labels, multiple, single } from './options.ts';
import { currency } from './currency.ts';
import { other } from './other.ts';
import { reference } from './reference.ts';
import { rowsOf } from './rows.ts';
import { text, varchar } from './text.ts';
import { time, timerange } from './time.ts';

/** Every field type; one that is missing does not compile. */
export const fieldTypes: { readonly [T in FieldTypeId]: FieldType } = {
  varchar,
  varchar_auto: varchar,
  text,
  double,
  monetary,
  date,
  daterange,
  time,
  timerange,
  enum: single,
  set: multiple,
  user: reference('user'),
  org: reference('organization'),
  people: reference('person'),
  phone: varchar,
  address,
  visible_to: single,
  emails,
  phones,
  labels,
  int,
  boolean,
  datetime,
  currency,
  rows: rowsOf({ valueOf, showValue, problemsOf, writeValue, schemaOf: (column) => fieldTypes[column.type].schema(column) }),
  other,
};

/** A field's value among a record's values, parsed; `null` when unset. */
export function valueOf(field: Field, values: Values): unknown {
  return fieldTypes[field.type].parse(values[field.key], field) ?? null;
}

/** Whether two parsed values of a field are the same to a person. */
export function equalValues(field: Field, a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === b;
  return fieldTypes[field.type].equal(a, b, field);
}

/** A raw value of a field as text: names for ids, labels for options; empty when unset. */
export function showValue(field: Field, raw: unknown, names: Readonly<Record<string, string>> = {}): string {
  const value = fieldTypes[field.type].parse(raw, field) ?? null;
  return value === null ? '' : fieldTypes[field.type].show(value, field, names[field.key]);
}

/** What is sent for a parsed value: version 2's shape, or what clears the field. */
export function writeValue(field: Field, value: unknown): unknown {
  const type = fieldTypes[field.type];
  return value === null ? type.empty : type.write(value, field);
}

/** Why Pipedrive would refuse the value: a sentence for each part that is wrong. */
export function problemsOf(field: Field, value: unknown): readonly Sentence[] {
  if (value !== null) return fieldTypes[field.type].problems(value, field);
  if (field.required) return [sentence(l10n.t('“{0}” must be given.', field.name))];
  return field.clearable === false ? [sentence(l10n.t('“{0}” cannot be empty.', field.name))] : [];
}

/** Why Pipedrive would refuse the value, the first of it; nothing when it is fine. */
export function validateValue(field: Field, value: unknown): Sentence | undefined {
  return problemsOf(field, value)[0];
}
