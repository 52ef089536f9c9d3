import { env, l10n } from 'vscode';
import type { SearchField } from '../../api/types.ts';
import type { Kind } from '../../kinds/index.ts';

/** Of what a search can look in: as one, as several, and as several in a sentence. */
const fields: { readonly [F in SearchField]: () => readonly [one: string, several: string, inSentence: string] } = {
  name: () => [l10n.t('Name'), l10n.t('Names'), l10n.t('names')],
  email: () => [l10n.t('E-mail'), l10n.t('E-mails'), l10n.t('e-mails')],
  phone: () => [l10n.t('Phone'), l10n.t('Phones'), l10n.t('phones')],
  code: () => [l10n.t('Code'), l10n.t('Codes'), l10n.t('codes')],
  address: () => [l10n.t('Address'), l10n.t('Addresses'), l10n.t('addresses')],
  notes: () => [l10n.t('Note'), l10n.t('Notes'), l10n.t('notes')],
  custom_fields: () => [l10n.t('Custom field'), l10n.t('Custom fields'), l10n.t('custom fields')],
};

/** What stands before a text that was found. */
export const fieldWord = (field: SearchField): string => fields[field]()[0];

/** As a choice of its own. */
export const fieldsWord = (field: SearchField): string => fields[field]()[1];

/** `names, codes and notes` */
export const listedFields = (some: readonly SearchField[]): string => listed(some.map((field) => fields[field]()[2]));

/** `persons and products` */
export const listedKinds = (some: readonly Kind[]): string => listed(some.map(({ words }) => words.several));

const listed = (parts: readonly string[]): string => new Intl.ListFormat(env.language).format(parts);
