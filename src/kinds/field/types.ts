import * as l10n from '@vscode/l10n';
import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';

/** How Pipedrive's own settings page names a field type, and the codicon that stands for it. */
type Look = readonly [name: string, icon: string];

/** The icon of what has none of its own. */
const other = 'symbol-field';

/** Every type there is; one that is missing does not compile. */
const known: { readonly [T in FieldTypeId]: Look } = {
  varchar: [l10n.t('Text'), 'symbol-string'],
  varchar_auto: [l10n.t('Autocomplete'), 'symbol-string'],
  text: [l10n.t('Large text'), 'note'],
  double: [l10n.t('Number'), 'symbol-numeric'],
  int: [l10n.t('Whole number'), 'symbol-numeric'],
  monetary: [l10n.t('Monetary'), 'credit-card'],
  date: [l10n.t('Date'), 'calendar'],
  daterange: [l10n.t('Date range'), 'calendar'],
  time: [l10n.t('Time'), 'clock'],
  timerange: [l10n.t('Time range'), 'clock'],
  enum: [l10n.t('Single option'), 'list-selection'],
  set: [l10n.t('Multiple options'), 'checklist'],
  user: [l10n.t('User'), 'account'],
  org: [l10n.t('Organization'), 'organization'],
  people: [l10n.t('Person'), 'person'],
  phone: [l10n.t('Phone'), 'device-mobile'],
  address: [l10n.t('Address'), 'location'],
  visible_to: [l10n.t('Visibility'), 'eye'],
  boolean: [l10n.t('Yes or no'), 'symbol-boolean'],
  emails: [l10n.t('E-mails'), 'mail'],
  phones: [l10n.t('Phones'), 'device-mobile'],
  labels: [l10n.t('Labels'), 'tag'],
  datetime: [l10n.t('Date and time'), 'calendar'],
  currency: [l10n.t('Currency'), 'credit-card'],
  rows: [l10n.t('List'), 'list-unordered'],
  other: [l10n.t('Other'), other],
};

/** What Pipedrive calls some of its own fields' types, which the model takes for others. */
const wireOnly: Readonly<Record<string, Look>> = {
  email: [l10n.t('E-mail'), 'mail'],
  picture: [l10n.t('Picture'), 'file-media'],
  varchar_options: [l10n.t('Options'), 'list-selection'],
  activity: [l10n.t('Activity'), other],
  billing_frequency: [l10n.t('Billing frequency'), other],
  deal: [l10n.t('Deal'), other],
  deals: [l10n.t('Deals'), other],
  json: ['JSON', other],
  lead: [l10n.t('Lead'), other],
  price_list: [l10n.t('Price list'), other],
  products: [l10n.t('Products'), other],
  project: [l10n.t('Project'), other],
  projects_board: [l10n.t('Project board'), other],
  projects_phase: [l10n.t('Project phase'), other],
  stage: [l10n.t('Stage'), other],
  status: [l10n.t('Status'), other],
};

const types: Readonly<Record<string, Look>> = { ...known, ...wireOnly };

export const typeName = (type: string): string => types[type]?.[0] ?? type;
export const typeIcon = (type: string): string => types[type]?.[1] ?? other;
