import * as l10n from '@vscode/l10n';
import type { Listed } from '../listed/listed.ts';
import { byLetter, byOwner, bySaved, underLetters, underOwners } from '../listed/parts.ts';

/** https://developers.pipedrive.com/docs/api/v1/Products#getProducts */
export const listed: Listed = {
  none: l10n.t('No products'),
  operations: ['product.list'],
  sorts: [
    { id: 'name', label: l10n.t('Name'), query: { sort_by: 'name', sort_direction: 'asc' } },
    { id: 'changed', label: l10n.t('Last change'), query: { sort_by: 'update_time', sort_direction: 'desc' } },
    { id: 'created', label: l10n.t('Creation'), query: { sort_by: 'add_time', sort_direction: 'desc' } },
  ],
  filters: [byOwner, byLetter, bySaved('products', ['owner'])],
  groupings: [underLetters, underOwners],
};
