import * as l10n from '@vscode/l10n';
import { isObject } from '../../model/isObject.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { pageOf } from './paged.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { Related } from './related.ts';

/** The products in a person's deals (https://developers.pipedrive.com/docs/api/v1/Persons#getPersonProducts). */
export const products: Related = {
  id: 'products',
  icon: 'package',
  words: { many: l10n.t('Products'), none: l10n.t('No products in this person’s deals') },
  list: async (session, { id }, { chosen: _none, ...options } = {}) =>
    pageOf(await session.api.collection('person.products', id).list(options), shown),
  // The id is the deal's and the product's.
  open: async (_session, id) => ({ as: 'record', kindId: 'product', id: Number(id.split(' ')[1]) }),
};

function shown({ id, values }: PipedriveRecord): RelatedItem {
  const product = isObject(values['product']) ? values['product'] : {};
  const deal = isObject(values['deal']) ? values['deal'] : {};
  return {
    id: String(id),
    icon: 'package',
    title: String(product['name'] ?? ''),
    details: [String(product['code'] ?? ''), deal['title'] ? l10n.t('in {0}', String(deal['title'])) : ''],
    opens: product['id'] !== undefined,
  };
}
