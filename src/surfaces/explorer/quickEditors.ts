import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';

/** How a list edits a value: a line of text, an entry of several contacts, or choices among options. */
export type QuickEditor = 'line' | 'entry' | 'choices';

/** By type; none for what needs the form. One that is missing does not compile. */
export const quickEditors: { readonly [T in FieldTypeId]: QuickEditor | undefined } = {
  varchar: 'line',
  varchar_auto: 'line',
  phone: 'line',
  emails: 'entry',
  phones: 'entry',
  enum: undefined,
  set: 'choices',
  labels: 'choices',
  text: undefined,
  double: undefined,
  int: undefined,
  monetary: undefined,
  date: undefined,
  daterange: undefined,
  time: undefined,
  timerange: undefined,
  datetime: undefined,
  user: undefined,
  org: undefined,
  people: undefined,
  address: undefined,
  visible_to: undefined,
  boolean: undefined,
  currency: undefined,
  rows: undefined,
  other: undefined,
};
