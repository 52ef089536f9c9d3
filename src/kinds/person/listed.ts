import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { ListOptions } from '../../api/types.ts';
import type { Page, PipedriveRecord } from '../../model/record.ts';
import type { Listed } from '../listed/listed.ts';
import { byChange, byLetter, byOwner, bySaved, underLetters, underOrganizations, underOwners } from '../listed/parts.ts';

const operations = ['person.list', 'person.collection'] as const;

/** Marks the place of a list that goes along the collection. */
const along = 'collection ';

/** Persons by whichever of the two lists answers the whole query; only version 1's collection knows times there. */
export async function listPersons({ api }: Session, options: ListOptions = {}): Promise<Page<PipedriveRecord>> {
  const { cursor, query } = options;
  const scans =
    cursor === undefined
      ? query !== undefined && api.serves(operations, query)?.operation === 'person.collection'
      : cursor.startsWith(along);
  if (!scans) return api.records('person').list(options);
  const place = cursor?.slice(along.length);
  const page = await api.scanPersons().list({ ...options, ...(place !== undefined && { cursor: place }) });
  return page.next === undefined ? page : { ...page, next: along + page.next };
}

/**
 * https://developers.pipedrive.com/docs/api/v1/Persons#getPersons. Neither version asks by label; a saved filter makes an owner
 * and an organization of no effect.
 */
export const listed: Listed = {
  none: l10n.t('No persons'),
  operations,
  sorts: [
    { id: 'name', label: l10n.t('Name'), query: { sort_by: 'name', sort_direction: 'asc' } },
    { id: 'changed', label: l10n.t('Last change'), query: { sort_by: 'update_time', sort_direction: 'desc' } },
    { id: 'created', label: l10n.t('Creation'), query: { sort_by: 'add_time', sort_direction: 'desc' } },
  ],
  filters: [byOwner, byLetter, bySaved('people', ['owner', 'organization']), byChange],
  groupings: [underLetters, underOwners, underOrganizations],
  changes: (session, since, options) => session.api.scanPersons().list({ ...options, query: { updated_since: since } }),
};
