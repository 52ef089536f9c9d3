import type { Session } from '../account/types.ts';
import type { ListOptions, SearchField, SearchHit } from '../api/types.ts';
import type { Page, PipedriveRecord, RecordId } from '../model/record.ts';

/** What is searched for. */
export interface Question {
  readonly term: string;
  /** Where to look; all that the kind has unless said otherwise. */
  readonly fields?: readonly SearchField[];
  /** Only what equals the term, small and capital letters aside. */
  readonly exact?: boolean;
  /** Only what belongs to this organization. */
  readonly organization?: number;
}

/** How records of a kind are found by a term. */
export interface Searching {
  /** Where a search can look. */
  readonly fields: readonly SearchField[];
  /** Whether it can be kept to one organization. */
  readonly inOrganization: boolean;
  readonly run: (this: void, session: Session, question: Question, options?: ListOptions) => Promise<Page<SearchHit>>;
  /** Those of the ids that are still there, in one request. @param ids at most `mostIds` */
  readonly read: (
    this: void,
    session: Session,
    ids: readonly RecordId[],
    options?: ListOptions,
  ) => Promise<readonly PipedriveRecord[]>;
}

/** So many records Pipedrive gives by their ids at once. */
export const mostIds = 100;

/** Pipedrive finds nothing by a shorter term. */
export const shortestTerm = ({ exact = false }: Pick<Question, 'exact'>): number => (exact ? 1 : 2);

/** The search of an entity. @param include what else its results bring along, at no further cost */
export function searching(
  entity: 'person' | 'product',
  { include, ...can }: Pick<Searching, 'fields' | 'inOrganization'> & { readonly include: string },
): Searching {
  return {
    ...can,
    run: (session, { term, fields, exact = false, organization }, options) => {
      const all = fields === undefined || can.fields.every((field) => fields.includes(field));
      const query = {
        include_fields: include,
        ...(exact && { exact_match: true }),
        ...(!all && { fields: fields.filter((field) => can.fields.includes(field)).join(',') }),
        ...(organization !== undefined && { organization_id: organization }),
      };
      return session.api.records(entity).search(term, { ...options, query });
    },
    read: async (session, ids, options) => {
      const query = { ids: ids.slice(0, mostIds).join(',') };
      const { items } = await session.api.records(entity).list({ ...options, limit: mostIds, query });
      const asked = new Set(ids);
      return items.filter(({ id }) => asked.has(id));
    },
  };
}
