import { findItems, itemFields, itemTypes } from '../itemSearch.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import {
  findOrganizations,
  findPersons,
  findProducts,
  organizationSearchFields,
  personSearchFields,
  productSearchFields,
  type Question,
} from '../search.ts';
import { organizationItem, personItem, productItem, type SearchItem } from '../searchItems.ts';
import { pageAnswer } from './answers.ts';
import { pageByPlace, Query } from './query.ts';

const names = ['term', 'fields', 'exact_match', 'limit', 'cursor'] as const;
const longestTerm = 500;

function readQuestion(query: Query, known: readonly string[]): Question {
  const term = (query.text('term') ?? '').trim();
  const exact = query.flag('exact_match');
  const least = exact ? 1 : 2;
  if (term.length < least) query.problem('term', `Search term must be at least ${least} characters long`);
  if (term.length > longestTerm) query.problem('term', 'Search term is too long');
  return { term, exact, fields: new Set(query.list('fields', known)) };
}

function answerHits<H>(query: Query, find: () => readonly H[], show: (hit: H) => SearchItem): Answer {
  query.check();
  const { page, next } = pageByPlace(query, find());
  return pageAnswer({ items: page.map(show) }, next);
}

function persons({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...names, 'organization_id', 'include_fields']);
  const question = readQuestion(query, personSearchFields);
  const pictures = query.list('include_fields', ['person.picture']).length > 0;
  const orgId = query.number('organization_id');
  return answerHits(
    query,
    () => findPersons(store, question, orgId),
    (hit) => {
      const { result_score, item } = personItem(store, hit);
      const picture = hit.row.pictureId === null ? null : { id: hit.row.pictureId };
      return { result_score, item: pictures ? { ...item, picture } : item };
    },
  );
}

function products({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...names, 'include_fields']);
  const question = readQuestion(query, productSearchFields);
  const prices = query.list('include_fields', ['product.price']).length > 0;
  return answerHits(
    query,
    () => findProducts(store, question),
    (hit) => {
      const { result_score, item } = productItem(hit);
      const price = hit.row.prices[0];
      const shown = { price: price?.price ?? 0, currency: price?.currency ?? null };
      return { result_score, item: prices ? { ...item, ...shown } : item };
    },
  );
}

function organizations({ store, query: sent }: Call): Answer {
  const query = new Query(sent, names);
  const question = readQuestion(query, organizationSearchFields);
  return answerHits(query, () => findOrganizations(store, question), organizationItem);
}

const mostItems = 100;

function items({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...names, 'item_types', 'search_for_related_items', 'include_fields']);
  const types = query.list('item_types', itemTypes);
  const question = readQuestion(query, itemFields);
  query.flag('search_for_related_items');
  // The one list of version 2 that is narrower than the others.
  if (query.limit() > mostItems) query.problem('limit', `Expected a value from 1 to ${mostItems}`);
  query.check();
  const { page, next } = pageByPlace(query, findItems(store, question, types));
  return pageAnswer({ items: page, related_items: [] }, next);
}

export const searchOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/itemSearch', search: true, run: items },
  { version: 'v2', method: 'GET', path: '/persons/search', search: true, run: persons },
  { version: 'v2', method: 'GET', path: '/products/search', search: true, run: products },
  { version: 'v2', method: 'GET', path: '/organizations/search', search: true, run: organizations },
];
