import { isObject } from '../../model/isObject.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { Chosen, Grouping, Listed, Query } from './listed.ts';

/** What a person chose of what a list offers. */
export interface Shown {
  /** A grouping; `none` for one list. */
  readonly group: string;
  /** Absent: as Pipedrive has them. */
  readonly sort?: string;
  readonly filters: Readonly<Record<string, Chosen>>;
  /** Headings that the person named beside the usual ones. */
  readonly own: readonly string[];
}

/** One list, not grouped. */
export const ungrouped = 'none';

/** How a list is shown until somebody chooses otherwise. */
export const usualShown = ({ usual }: Pick<Listed, 'usual'>): Shown => ({ group: usual ?? ungrouped, filters: {}, own: [] });

/** Makes a choice of whatever was kept or handed in; what the list does not offer is left out. */
export function readShown(listed: Listed, value: unknown): Shown {
  const usual = usualShown(listed);
  if (!isObject(value)) return usual;
  const { group, sort, filters, own } = value;
  const isOffered = group === ungrouped || listed.groupings.some(({ id }) => id === group);
  const read = listed.filters.flatMap(({ id, keys }) => {
    const chosen = isObject(filters) ? readChosen(filters[id], keys) : undefined;
    return chosen ? [[id, chosen] as const] : [];
  });
  return {
    group: isOffered ? String(group) : usual.group,
    ...(listed.sorts.some(({ id }) => id === sort) && { sort: String(sort) }),
    filters: Object.fromEntries(read),
    own: Array.isArray(own) ? own.filter((one) => typeof one === 'string').slice(0, 100) : [],
  };
}

function readChosen(value: unknown, keys: readonly string[]): Chosen | undefined {
  if (!isObject(value) || typeof value.label !== 'string' || !isObject(value.query)) return undefined;
  const query = Object.entries(value.query).filter(
    (entry): entry is [string, string | number] => keys.includes(entry[0]) && ['string', 'number'].includes(typeof entry[1]),
  );
  return query.length === 0 ? undefined : { query: Object.fromEntries(query), label: value.label };
}

export const groupingOf = (listed: Listed | undefined, { group }: Shown): Grouping | undefined =>
  listed?.groupings.find(({ id }) => id === group);

/** What asks for the list as it is shown, without what each heading asks for. */
export function queryOf(listed: Listed | undefined, { sort, filters }: Shown): Query {
  const sorted = listed?.sorts.find(({ id }) => id === sort)?.query;
  return Object.assign({}, sorted, ...Object.values(filters).map(({ query }) => query)) as Query;
}

/** Whether a record is among what the filters ask for; undefined where its values do not tell. */
export function holds(listed: Listed | undefined, { filters }: Shown, record: PipedriveRecord): boolean | undefined {
  const each = (listed?.filters ?? []).flatMap(({ id, holds: within }) => {
    const chosen = filters[id];
    return chosen ? [within?.(record, chosen.query)] : [];
  });
  return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
}
