/** How Pipedrive's own settings page names a field type, and the codicon that stands for it. */
const types: Readonly<Record<string, readonly [name: string, icon: string]>> = {
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
  email: ['E-mail', 'mail'],
  address: ['Address', 'location'],
  visible_to: ['Visibility', 'eye'],
  boolean: ['Yes or no', 'symbol-boolean'],
  picture: ['Picture', 'file-media'],
  varchar_options: ['Options', 'list-selection'],
};

export const typeName = (type: string): string => types[type]?.[0] ?? type;
export const typeIcon = (type: string): string => types[type]?.[1] ?? 'symbol-field';
