import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';

/** How Pipedrive's own settings page names a field type, and the codicon that stands for it. */
type Look = readonly [name: string, icon: string];

/** Every type there is; one that is missing does not compile. */
const known: { readonly [T in FieldTypeId]: Look } = {
  varchar: ['Text', 'symbol-string'],
  varchar_auto: ['Autocomplete', 'symbol-string'],
  text: ['Large text', 'note'],
  double: ['Number', 'symbol-numeric'],
  int: ['Whole number', 'symbol-numeric'],
  monetary: ['Monetary', 'credit-card'],
  date: ['Date', 'calendar'],
  daterange: ['Date range', 'calendar'],
  time: ['Time', 'clock'],
  timerange: ['Time range', 'clock'],
  enum: ['Single option', 'list-selection'],
  set: ['Multiple options', 'checklist'],
  user: ['User', 'account'],
  org: ['Organization', 'organization'],
  people: ['Person', 'person'],
  phone: ['Phone', 'device-mobile'],
  address: ['Address', 'location'],
  visible_to: ['Visibility', 'eye'],
  boolean: ['Yes or no', 'symbol-boolean'],
  emails: ['E-mails', 'mail'],
  phones: ['Phones', 'device-mobile'],
  labels: ['Labels', 'tag'],
  datetime: ['Date and time', 'calendar'],
  currency: ['Currency', 'credit-card'],
  rows: ['List', 'list-unordered'],
  other: ['Other', 'symbol-field'],
};

/** What Pipedrive calls some of its own fields' types, which the model takes for others. */
const wireOnly: Readonly<Record<string, Look>> = {
  email: ['E-mail', 'mail'],
  picture: ['Picture', 'file-media'],
  varchar_options: ['Options', 'list-selection'],
};

const types: Readonly<Record<string, Look>> = { ...known, ...wireOnly };

export const typeName = (type: string): string => types[type]?.[0] ?? type;
export const typeIcon = (type: string): string => types[type]?.[1] ?? 'symbol-field';
