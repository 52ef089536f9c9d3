import type { Session } from '../account/types.ts';
import { PipedriveError } from '../api/errors.ts';
import type { Api, CallOptions } from '../api/types.ts';

type Named = 'person' | 'organization';

/** The most ids that Pipedrive takes in one request. */
const most = 100;

/** By account and entity; one that has no name to be seen is known too. */
const known = new WeakMap<Api, Record<Named, Map<number, string>>>();

/** The names of many by their ids: one request a hundred, and none for those that were asked for before. */
export async function namesOf(
  { api }: Session,
  of: Named,
  ids: Iterable<number>,
  options?: CallOptions,
): Promise<ReadonlyMap<number, string>> {
  const all = known.get(api) ?? { person: new Map(), organization: new Map() };
  known.set(api, all);
  const names = all[of];
  const missing = [...new Set(ids)].filter((id) => !names.has(id));
  for (let from = 0; from < missing.length; from += most) {
    const part = missing.slice(from, from + most);
    try {
      const { items } = await api.records(of).list({ ...options, query: { ids: part.join(',') } });
      for (const { id, values } of items) names.set(Number(id), String(values['name'] ?? ''));
    } catch (error) {
      // Somebody who may not see them sees the rest.
      if (!PipedriveError.is(error, 'forbidden', 'notFound', 'gone')) throw error;
    }
    for (const id of part) if (!names.has(id)) names.set(id, '');
  }
  return names;
}
