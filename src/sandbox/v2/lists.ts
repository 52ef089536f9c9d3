import { comparing, type Order, pageFrom } from '../cursor.ts';
import { filterFor, type FilterType } from '../filters.ts';
import type { Answer, Call } from '../operation.ts';
import { timedOrder } from '../orders.ts';
import { Problems, refuseV2 } from '../refusal.ts';
import type { Lasting } from '../records.ts';
import type { Store } from '../store.ts';
import type { Table } from '../table.ts';
import { answer } from './answers.ts';
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

/** A page of a table in the order that was asked for. Checks the query before it answers; deleted rows are left out unless `keep` decides on them. */
export function tablePage<Row extends Lasting>(
  query: Query,
  table: Table<Row>,
  keep: (row: Row) => boolean,
  more: Readonly<Record<string, (row: Row) => string | number>> = {},
  deleted = false,
): { page: Row[]; next: string | null } {
  const field = query.choice('sort_by', ['id', 'add_time', 'update_time', ...Object.keys(more)], 'id');
  const direction = query.direction();
  const limit = query.limit();
  const cursor = query.cursor(field, direction);
  query.check();
  const own = more[field];
  const order: Order<Row> = own ? { field, direction, value: own } : timedOrder(field, direction);
  const rows = table.sorted(`${field} ${direction}`, comparing(order));
  return pageFrom(rows, order, cursor, limit, (row) => (deleted || row.deleteTime === null) && keep(row));
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

/** What the saved filter keeps that filter_id names. */
export function readFilter<Type extends FilterType>(query: Query, store: Store, type: Type): ReturnType<typeof filterFor<Type>> {
  const id = query.number('filter_id');
  if (id === undefined) return undefined;
  const keep = filterFor(store, type, id);
  if (!keep) query.problem('filter_id', 'Filter not found or not accessible');
  return keep;
}

/** Deletes a record; one that is gone already is answered as a success with the status of something gone. */
export function removal<Row extends Lasting>(
  row: Row,
  remove: (row: Row) => unknown,
  extra: Record<string, unknown> = {},
): Answer {
  if (row.deleteTime !== null) return { ...answer({ id: row.id }, extra), status: 410 };
  remove(row);
  return answer({ id: row.id }, extra);
}

/** Only administrators of deals shape pipelines and stages. */
export function demandAdmin({ user }: Call): void {
  if (!user.admin) throw refuseV2(403, 'Forbidden', 'ERR_FORBIDDEN');
}
