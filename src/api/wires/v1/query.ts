import type { ListOptions } from '../../types.ts';

type Query = NonNullable<ListOptions['query']>;

/** Version 2's filters and sorting in version 1's words; what only version 2 has is left out. */
export function v1Query(query: Query): Query {
  const { owner_id: owner, sort_by: by, sort_direction: direction, ...rest } = query;
  const { include_fields: _, custom_fields: __, include_option_labels: ___, include_labels: ____, ...same } = rest;
  return {
    ...same,
    ...(owner !== undefined && { user_id: owner }),
    ...(by !== undefined && { sort: `${by} ${String(direction ?? 'asc').toUpperCase()}` }),
  };
}
