import { comparing, type Order, pageFrom } from '../cursor.ts';
import type { Call } from '../operation.ts';
import { timedOrder } from '../orders.ts';
import { Problems, refuseV2 } from '../refusal.ts';
import type { Lasting } from '../records.ts';
import type { Table } from '../table.ts';
import type { Query } from './query.ts';

export const pagingNames = ['limit', 'cursor', 'sort_by', 'sort_direction'] as const;

/** The id in the path. */
export function pathId(call: Call): number {
  const text = call.params['id'] ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const problems = new Problems();
  problems.add('id', "Expected 'integer'");
  problems.check();
  return -1;
}

export function notFound(what: string): ReturnType<typeof refuseV2> {
  return refuseV2(404, `${what} not found`, 'ERR_NOT_FOUND');
}

/** A page of a table in the order that was asked for. Checks the query before it answers. */
export function tablePage<Row extends Lasting>(
  query: Query,
  table: Table<Row>,
  keep: (row: Row) => boolean,
  more: Readonly<Record<string, (row: Row) => string | number>> = {},
): { page: Row[]; next: string | null } {
  const field = query.choice('sort_by', ['id', 'add_time', 'update_time', ...Object.keys(more)], 'id');
  const direction = query.direction();
  const limit = query.limit();
  const cursor = query.cursor(field, direction);
  query.check();
  const own = more[field];
  const order: Order<Row> = own ? { field, direction, value: own } : timedOrder(field, direction);
  const rows = table.sorted(`${field} ${direction}`, comparing(order));
  return pageFrom(rows, order, cursor, limit, (row) => row.deleteTime === null && keep(row));
}

/** Keeps what changed in the span that updated_since and updated_until ask for. */
export function changedWithin(query: Query): (row: Lasting) => boolean {
  const since = query.time('updated_since');
  const until = query.time('updated_until');
  return (row) => {
    const changed = row.updateTime ?? row.addTime;
    return (since === undefined || changed >= since) && (until === undefined || changed < until);
  };
}

/** No filter is kept in this account, so none can be found. */
export function refuseFilters(query: Query): void {
  if (query.number('filter_id') !== undefined) query.problem('filter_id', 'Filter not found or not accessible');
}
