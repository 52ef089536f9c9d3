import { filterFor, type FilterType } from '../filters.ts';
import type { Call } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';

/** The id in the path. What is no number was never the id of anything. */
export function pathId(call: Call): number {
  const id = Number(call.params['id']);
  return Number.isInteger(id) ? id : -1;
}

/** What the saved filter keeps that a list is asked to go through. */
export function readFilter<Type extends FilterType>(
  { store, query }: Pick<Call, 'store' | 'query'>,
  type: Type,
): ReturnType<typeof filterFor<Type>> {
  const id = query.get('filter_id');
  if (!id) return undefined;
  const keep = filterFor(store, type, Number(id));
  if (!keep) throw refuseV1(404, 'Filter not found');
  return keep;
}

/** Which rows a version 1 list keeps by first_char, and by filter_id or else user_id. */
export function keeps<Row extends { name: string; ownerId: number; deleteTime: number | null }>(
  query: URLSearchParams,
  filter: ((row: Row) => boolean) | undefined,
): (row: Row) => boolean {
  const letter = query.get('first_char')?.toLowerCase();
  const owner = query.get('user_id');
  return (row) =>
    row.deleteTime === null &&
    (!letter || firstChar(row.name) === letter) &&
    // The user is not looked at where there is a filter.
    (filter ? filter(row) : !owner || row.ownerId === Number(owner));
}

export function firstChar(name: string): string {
  return String.fromCodePoint(name.codePointAt(0) ?? 32).toLowerCase();
}

type Column<Row> = (row: Row) => string | number | null;

/**
 * Sorts by version 1's "name ASC, add_time DESC". A column that is not known orders nothing;
 * equal rows stay in the order of their ids.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: string | null,
  columns: (key: string) => Column<Row> | undefined,
): Row[] {
  const orders: { column: Column<Row>; sign: number }[] = [];
  for (const part of (sort ?? '').split(',')) {
    const [key = '', direction = 'ASC'] = part.trim().split(/\s+/);
    const column = key ? columns(key) : undefined;
    if (column) orders.push({ column, sign: direction.toUpperCase() === 'DESC' ? -1 : 1 });
  }
  if (orders.length === 0) return [...rows];
  return [...rows].sort((a, b) => {
    for (const { column, sign } of orders) {
      const order = sign * compare(column(a), column(b));
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Empty values come first, text is compared without regard to case. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en');
}
