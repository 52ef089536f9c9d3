import type { Showing } from './person.ts';
import type { Query } from './query.ts';

export const showingNames = ['include_fields', 'custom_fields', 'include_option_labels', 'include_labels'] as const;

/** Reads how much of a record is asked for. */
export function readShowing(query: Query, includes: readonly string[]): Showing {
  return {
    include: query.list('include_fields', includes),
    keys: query.list('custom_fields', undefined, 15),
    optionLabels: query.flag('include_option_labels'),
    labels: query.flag('include_labels'),
  };
}
