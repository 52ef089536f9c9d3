import { Buffer } from 'node:buffer';

export type Direction = 'asc' | 'desc';

/** Marks the first record of the next page: its place in the order and, where that is shared, its id. */
export interface Cursor {
  field: string;
  fieldValue: string | number;
  sortDirection: Direction;
  id: number;
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor of this server; undefined for anything else. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const { field, fieldValue, sortDirection, id } = value as Partial<Cursor>;
    const fits =
      typeof field === 'string' &&
      (typeof fieldValue === 'string' || typeof fieldValue === 'number') &&
      (sortDirection === 'asc' || sortDirection === 'desc') &&
      typeof id === 'number';
    return fits ? { field, fieldValue, sortDirection, id } : undefined;
  } catch {
    return undefined;
  }
}

export interface Order<Row> {
  field: string;
  direction: Direction;
  value: (row: Row) => string | number;
}

/** Compares by the order's value, then by id, in its direction. */
export function comparing<Row extends { id: number }>(order: Order<Row>): (a: Row, b: Row) => number {
  const sign = order.direction === 'asc' ? 1 : -1;
  return (a, b) => sign * (compareValues(order.value(a), order.value(b)) || a.id - b.id);
}

function compareValues(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The page that starts at the cursor, out of rows in the order. Records that were added or
 * removed meanwhile shift nothing: the cursor names a place, not a number of rows.
 */
export function pageFrom<Row extends { id: number }>(
  rows: readonly Row[],
  order: Order<Row>,
  cursor: Cursor | undefined,
  limit: number,
  keep: (row: Row) => boolean,
): { page: Row[]; next: string | null } {
  const page: Row[] = [];
  for (let n = cursor ? firstAt(rows, order, cursor) : 0; n < rows.length; n += 1) {
    const row = rows[n];
    if (row === undefined || !keep(row)) continue;
    if (page.length === limit) {
      const next = { field: order.field, fieldValue: order.value(row), sortDirection: order.direction, id: row.id };
      return { page, next: encodeCursor(next) };
    }
    page.push(row);
  }
  return { page, next: null };
}

function firstAt<Row extends { id: number }>(rows: readonly Row[], order: Order<Row>, cursor: Cursor): number {
  const sign = order.direction === 'asc' ? 1 : -1;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row === undefined) break;
    const place = sign * (compareValues(order.value(row), cursor.fieldValue) || row.id - cursor.id);
    if (place < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
