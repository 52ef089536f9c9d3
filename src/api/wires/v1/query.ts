import type { Endpoint } from '../../endpoint.ts';
import type { ListOptions } from '../../types.ts';
import { fromTime } from '../scalars.ts';

type Query = NonNullable<ListOptions['query']>;
type Spelled = Query[string] | readonly string[];

const usual: Readonly<Record<string, string>> = { owner_id: 'user_id' };

/** Version 1 takes most of its yes and no as 1 and 0; these as words. */
const words: ReadonlySet<string> = new Set(['exact_match', 'include_fields', 'owned_by_you']);

/** Version 2's filters and sorting in version 1's words. */
export function v1Query(query: Query, endpoint: Endpoint): Readonly<Record<string, Spelled>> {
  const { sort_by: by, sort_direction: direction, ...rest } = query;
  const names = endpoint.names ?? usual;
  const same = Object.entries(rest).map(([key, value]) => [names[key] ?? key, spelledIn(key, value)] as const);
  // Everyone's would win over a user's and a filter's.
  const narrow = endpoint.query?.everyone !== undefined && ('owner_id' in rest || 'filter_id' in rest);
  return {
    ...Object.fromEntries(same),
    ...(narrow && { everyone: 0 }),
    ...(by !== undefined && { sort: `${by} ${String(direction ?? 'asc').toUpperCase()}` }),
  };
}

function spelledIn(key: string, value: Query[string]): Spelled {
  // Version 1 documents an array here, version 2 a text with commas.
  if (key === 'ids') return String(value).split(',');
  if (typeof value === 'boolean' && !words.has(key)) return Number(value);
  return typeof value === 'string' ? String(fromTime(value)) : value;
}
