import {
  dealSearchFields,
  findDeals,
  findOrganizations,
  findPersons,
  findProducts,
  organizationSearchFields,
  personSearchFields,
  productSearchFields,
  type Question,
} from './search.ts';
import { dealItem, organizationItem, personItem, productItem, type SearchItem } from './searchItems.ts';
import type { Store } from './store.ts';

interface Searched {
  fields: readonly string[];
  find: (store: Store, question: Question) => SearchItem[];
}

const searched: Readonly<Record<string, Searched>> = {
  deal: { fields: dealSearchFields, find: (store, question) => findDeals(store, question).map((hit) => dealItem(store, hit)) },
  person: {
    fields: personSearchFields,
    find: (store, question) => findPersons(store, question, undefined).map((hit) => personItem(store, hit)),
  },
  organization: {
    fields: organizationSearchFields,
    find: (store, question) => findOrganizations(store, question).map(organizationItem),
  },
  product: { fields: productSearchFields, find: (store, question) => findProducts(store, question).map(productItem) },
};

/** What can be asked for: the account has no leads, projects or files to be found. */
export const itemTypes = ['deal', 'person', 'organization', 'product', 'lead', 'file', 'mail_attachment', 'project'] as const;
export const itemFields: readonly string[] = [...new Set(Object.values(searched).flatMap(({ fields }) => fields))];

/** Finds records of several kinds, the best fit first. Fields that a kind does not have leave it out. */
export function findItems(store: Store, question: Question, types: readonly string[]): SearchItem[] {
  return Object.entries(searched)
    .filter(([type]) => types.length === 0 || types.includes(type))
    .filter(([, { fields }]) => question.fields.size === 0 || fields.some((field) => question.fields.has(field)))
    .flatMap(([, { find }]) => find(store, question))
    .toSorted((a, b) => b.result_score - a.result_score);
}
