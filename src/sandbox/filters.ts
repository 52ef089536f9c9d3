import type { Activity, Deal, Lasting, Organization, Person, Product } from './records.ts';

/** The records a saved filter can be about, by the name of its type. */
interface Filtered {
  people: Person;
  products: Product;
  deals: Deal;
  org: Organization;
  activity: Activity;
}

export type FilterType = keyof Filtered;

interface Common {
  id: number;
  name: string;
  userId: number;
  visibleTo: number;
  addTime: number;
}

/** A saved filter with what it keeps. */
export type Filter = { [T in FilterType]: Common & { type: T; keep: (row: Filtered[T]) => boolean } }[FilterType];

/** What the filter keeps; undefined where there is no such filter for these records. */
export function filterFor<Type extends FilterType>(
  store: { filters: { get: (id: number) => Filter | undefined } },
  type: Type,
  id: number,
): ((row: Filtered[Type]) => boolean) | undefined {
  const filter = store.filters.get(id);
  return filter?.type === type ? (filter.keep as (row: Lasting) => boolean) : undefined;
}
