import { findItems, itemFields } from '../itemSearch.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { Refusal } from '../refusal.ts';
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
import { plainTime } from '../times.ts';
import { answer, pageOf } from './answers.ts';
import { pictureValue } from './expanded.ts';

/** Searches of version 1 are refused with an object where the others have a text. */
function refuse(message: string, field: string): Refusal {
  const error = { message, code: 'ERR_SCHEMA_VALIDATION_FAILED', failed_fields: [field] };
  return new Refusal({ status: 400, body: { success: false, error, data: null, additional_data: null } }, message);
}

function readQuestion(query: URLSearchParams, known: readonly string[]): Question {
  const term = (query.get('term') ?? '').trim();
  const exact = ['1', 'true'].includes(query.get('exact_match') ?? '');
  if (term.length < (exact ? 1 : 2)) throw refuse('Search term must be at least 2 characters long.', 'term');
  const fields = (query.get('fields') ?? '').split(',').filter(Boolean);
  if (fields.some((field) => !known.includes(field))) throw refuse('Unknown search field.', 'fields');
  return { term, exact, fields: new Set(fields) };
}

function answerHits<H>(hits: readonly H[], query: URLSearchParams, show: (hit: H) => SearchItem): Answer {
  const { rows, pagination } = pageOf(hits, query);
  return answer({ items: rows.map(show) }, { additional_data: { pagination } });
}

function persons({ store, query }: Call): Answer {
  const question = readQuestion(query, personSearchFields);
  const organization = query.get('organization_id');
  const hits = findPersons(store, question, organization ? Number(organization) : undefined);
  const pictures = query.get('include_fields')?.split(',').includes('person.picture') ?? false;
  return answerHits(hits, query, (hit) => {
    const { result_score, item } = personItem(store, hit);
    return {
      result_score,
      item: {
        ...item,
        primary_email: hit.row.emails.find((email) => email.primary)?.value ?? null,
        update_time: hit.row.updateTime === null ? null : plainTime(hit.row.updateTime),
        ...(pictures ? { picture: pictureValue(store, hit.row.pictureId) } : {}),
      },
    };
  });
}

function products({ store, query }: Call): Answer {
  const hits = findProducts(store, readQuestion(query, productSearchFields));
  const prices = query.get('include_fields')?.split(',').includes('product.price') ?? false;
  return answerHits(hits, query, (hit) => {
    const { result_score, item } = productItem(hit);
    const price = hit.row.prices[0];
    const shown = prices ? { price: price?.price ?? 0, currency: price?.currency ?? null } : {};
    return { result_score, item: { ...item, tax: hit.row.tax, ...shown } };
  });
}

function organizations({ store, query }: Call): Answer {
  return answerHits(findOrganizations(store, readQuestion(query, organizationSearchFields)), query, organizationItem);
}

function items({ store, query }: Call): Answer {
  const types = (query.get('item_types') ?? '').split(',').filter(Boolean);
  const { rows, pagination } = pageOf(findItems(store, readQuestion(query, itemFields), types), query);
  return answer({ items: rows, related_items: [] }, { additional_data: { pagination } });
}

export const searchOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/itemSearch', search: true, run: items },
  { version: 'v1', method: 'GET', path: '/persons/search', search: true, run: persons },
  { version: 'v1', method: 'GET', path: '/products/search', search: true, run: products },
  { version: 'v1', method: 'GET', path: '/organizations/search', search: true, run: organizations },
];
