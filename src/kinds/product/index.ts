import * as l10n from '@vscode/l10n';
import type { Field } from '../../model/field.ts';
import { showMoney } from '../../model/fieldTypes/monetary.ts';
import type { Money } from '../../model/values.ts';
import { assigning } from '../assigning.ts';
import { counted } from '../counted.ts';
import { fixedField } from '../fixedField.ts';
import { ofProduct as history } from '../history/index.ts';
import { ofProduct } from '../related/index.ts';
import { defineKind } from '../kind.ts';
import { listed } from './listed.ts';
import { searching } from '../searching.ts';

/** The first price of a product, as text; empty without one. */
function priceOf(prices: unknown): string {
  const first = Array.isArray(prices) ? (prices[0] as { price?: number; currency?: string } | undefined) : undefined;
  return first ? showMoney({ value: first.price ?? null, currency: first.currency ?? null } satisfies Money) : '';
}

/** https://developers.pipedrive.com/docs/api/v1/Products: one price for each currency. */
const priceColumns = [
  fixedField('currency', l10n.t('Currency'), 'currency', { required: true, unique: true }),
  fixedField('price', l10n.t('Price'), 'double', { required: true }),
  fixedField('cost', l10n.t('Cost'), 'double'),
  fixedField('direct_cost', l10n.t('Direct cost'), 'double'),
  fixedField('notes', l10n.t('Note'), 'varchar'),
];

/** What Pipedrive's list of fields does not say of its own ones, or says in version 1's sense. */
function shaped(field: Field): Field {
  if (field.key === 'prices') return { ...field, columns: priceColumns };
  if (field.key !== 'is_deleted') return field;
  // Pipedrive's name for it is “Active”, of the flag that version 1 has.
  const options = [
    { id: 'false', label: l10n.t('Yes') },
    { id: 'true', label: l10n.t('No') },
  ];
  return { ...field, name: l10n.t('Active'), options };
}

export const product = defineKind({
  id: 'product',
  folder: 'products',
  view: 'products',
  words: {
    one: l10n.t('Product'),
    many: l10n.t('Products'),
    several: l10n.t('products'),
    counted: [l10n.t('{0} product'), l10n.t('{0} products')],
    none: l10n.t('No products yet'),
    create: l10n.t('New Product'),
  },
  icon: 'package',
  title: (record) => String(record.values['name'] ?? ''),
  nameKey: 'name',
  description: (record) =>
    [record.values['code'], priceOf(record.values['prices'])].filter((part) => part != null && part !== '').join(' · '),
  summary: ['name', 'code', 'unit', 'tax', 'category', 'owner_id', 'update_time'],
  assigning: assigning('product', { owner: 'owner_id' }),
  webPath: (record) => `/product/${record.id}`,
  fields: async (session, options) => (await session.api.fields('product', options)).map(shaped),
  list: (session, options) => session.api.records('product').list(options),
  listed,
  search: searching('product', { fields: ['name', 'code', 'custom_fields'], inOrganization: false, include: 'product.price' }),
  get: (session, id, options) => session.api.records('product').get(id, options),
  create: (session, values, options) => session.api.records('product').create(values, options),
  update: (session, { id }, changes, options) => session.api.records('product').update(id, changes, options),
  remove: (session, id, options) => session.api.records('product').remove(id, options),
  removeMany: {
    plan: (count) => ({ operation: 'product.remove', count }),
    run: (session, ids, options) => session.api.removeMany('product', ids, options),
  },
  restore: (session, id, options) => session.api.restore('product', id, options),
  hangsOff: counted({
    files_count: [l10n.t('{0} file'), l10n.t('{0} files')],
    followers_count: [l10n.t('{0} follower'), l10n.t('{0} followers')],
  }),
  afterwards: l10n.t('Pipedrive keeps deleted products for 30 days.'),
  related: ofProduct,
  history,
  defaults: async (session) => {
    const { id, defaultCurrency } = await session.api.me();
    return { name: '', prices: [{ currency: defaultCurrency, price: 0 }], is_linkable: true, owner_id: id };
  },
});
