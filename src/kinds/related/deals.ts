import * as l10n from '@vscode/l10n';
import { briefly, showMoney } from '../../model/fieldTypes/monetary.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { pageOf } from './paged.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { ListChoice, Related } from './related.ts';

type Query = Readonly<Record<string, string>>;

/** The statuses of a deal, by the name that Pipedrive has for them. */
export const statuses: Readonly<Record<string, string>> = {
  open: l10n.t({ message: 'Open', comment: ['what a deal is'] }),
  won: l10n.t('Won'),
  lost: l10n.t('Lost'),
  deleted: l10n.t('Deleted'),
};
/** A codicon's name by status. */
export const statusIcons: Readonly<Record<string, string>> = {
  open: 'circle-outline',
  won: 'pass',
  lost: 'error',
  deleted: 'trash',
};

/** Orders by the id of the choice. Version 2 sorts by times alone; by value and title version 1 does. */
const orders: Readonly<Record<string, Query>> = {
  changed: { sort_by: 'update_time', sort_direction: 'desc' },
  added: { sort_by: 'add_time', sort_direction: 'desc' },
  value: { sort: 'value DESC' },
  title: { sort: 'title ASC' },
};

const status: ListChoice = {
  id: 'status',
  label: l10n.t('Show'),
  narrows: true,
  options: [
    { id: 'open', label: l10n.t({ message: 'Open', comment: ['what a deal is'] }), countKey: 'open_deals_count' },
    { id: 'won', label: l10n.t('Won'), countKey: 'won_deals_count' },
    { id: 'lost', label: l10n.t('Lost'), countKey: 'lost_deals_count' },
    { id: 'all', label: l10n.t('All') },
    { id: 'deleted', label: l10n.t('Deleted') },
  ],
};

const order: ListChoice = {
  id: 'sort',
  label: l10n.t('Order'),
  options: [
    { id: 'changed', label: l10n.t('Last changed first') },
    { id: 'added', label: l10n.t('Newest first') },
    { id: 'value', label: l10n.t('Largest value first') },
    { id: 'title', label: l10n.t('By title') },
  ],
};

/**
 * The deals of a record (https://developers.pipedrive.com/docs/api/v1/Persons#getPersonDeals). A product's come in an order
 * that nobody can choose.
 */
export const deals = (name: 'person.deals' | 'product.deals', countKey?: string): Related => ({
  id: 'deals',
  icon: 'briefcase',
  words: { many: l10n.t('Deals'), none: l10n.t('No deals here'), note: l10n.t('Without archived deals') },
  ...(countKey === undefined ? {} : { countKey }),
  choices: name === 'person.deals' ? [status, order] : [status],
  async list(session, { id }, { chosen, ...options } = {}) {
    const wanted = chosen?.['status'] ?? 'open';
    const sorted = name === 'person.deals' ? orders[chosen?.['sort'] ?? 'changed'] : {};
    const query = { ...(wanted === 'all' ? {} : { status: wanted }), ...sorted };
    return pageOf(await session.api.collection(name, id).list({ ...options, query }), shown);
  },
  open: async (_session, id) => ({ as: 'page', path: `/deal/${encodeURIComponent(id)}` }),
});

/** What has become of a deal. */
export const statusOf = ({ values }: PipedriveRecord): string =>
  values['is_deleted'] === true ? 'deleted' : String(values['status'] ?? '');

/** A deal by its title and its status's icon. */
export function dealItem(deal: PipedriveRecord): RelatedItem {
  const { id, values } = deal;
  const is = statusOf(deal);
  const { update_time: changed, add_time: added } = values;
  const time = changed ?? added;
  return {
    id: String(id),
    icon: statusIcons[is] ?? 'circle-outline',
    title: String(values['title'] ?? ''),
    details: [],
    ...(typeof time === 'string' ? { time } : {}),
    faded: is === 'lost' || is === 'deleted',
    opens: true,
  };
}

function shown(deal: PipedriveRecord): RelatedItem {
  const is = statusOf(deal);
  return {
    ...dealItem(deal),
    details: [statuses[is] ?? is, showMoney(deal.values, briefly.amount)],
  };
}
