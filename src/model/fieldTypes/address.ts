import * as l10n from '@vscode/l10n';
import { isObject } from '../isObject.ts';
import { same } from '../same.ts';
import { sentence } from '../sentence.ts';
import { addressParts } from '../values.ts';
import { fieldType } from './fieldType.ts';

/** What the parts of an address are called. */
export const addressPartNames = (): { readonly [P in (typeof addressParts)[number]]: string } => ({
  subpremise: l10n.t('Apartment or suite'),
  street_number: l10n.t('House number'),
  route: l10n.t('Street'),
  sublocality: l10n.t('District'),
  locality: l10n.t('City'),
  admin_area_level_1: l10n.t('State or county'),
  admin_area_level_2: l10n.t('Region'),
  country: l10n.t('Country'),
  postal_code: l10n.t('Postal code'),
  formatted_address: l10n.t('Full address'),
});

/** An address: one line in `value`, and the parts that Pipedrive's geocoder finds in it. */
export const address = fieldType({
  parse: (raw) => {
    if (!isObject(raw)) return raw === undefined || raw === '' ? null : raw;
    return Object.values(raw).every((part) => part == null || part === '') ? null : raw;
  },
  validate: (value, field) =>
    isObject(value) && typeof value['value'] === 'string' && value['value'] !== ''
      ? undefined
      : sentence(l10n.t('“{0}” must have the address as one line in “value”.', field.name)),
  equal: (a, b) =>
    isObject(a) && isObject(b)
      ? [...new Set([...Object.keys(a), ...Object.keys(b)])].every((part) => same(a[part] ?? null, b[part] ?? null))
      : a === b,
  show: (value) => (isObject(value) ? String(value['formatted_address'] ?? value['value'] ?? '') : String(value)),
  schema: () => ({
    type: 'object',
    properties: {
      value: { type: 'string' },
      ...Object.fromEntries(addressParts.map((part) => [part, { type: ['string', 'null'] }])),
    },
    required: ['value'],
  }),
});
