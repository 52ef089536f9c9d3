import type { Answer } from '../operation.ts';

/** A successful answer; the extra parts stand beside the data. */
export function answer(data: unknown, extra: Record<string, unknown> = {}, status = 200): Answer {
  return { status, body: { success: true, data, ...extra } };
}

export interface Page<Row> {
  rows: Row[];
  pagination: { start: number; limit: number; more_items_in_collection: boolean; next_start?: number };
}

const usualLimit = 100;
const largestLimit = 500;

function wholeNumber(text: string | null, otherwise: number): number {
  const value = Number(text);
  return text === null || !Number.isInteger(value) || value < 0 ? otherwise : value;
}

/** The limit asked for, cut to what is allowed. */
export function readLimit(query: URLSearchParams): number {
  return Math.min(largestLimit, Math.max(1, wholeNumber(query.get('limit'), usualLimit)));
}

/** Cuts a page out of rows by start and limit. */
export function pageOf<Row>(rows: readonly Row[], query: URLSearchParams, most = largestLimit): Page<Row> {
  const start = wholeNumber(query.get('start'), 0);
  const limit = Math.min(most, readLimit(query));
  const more = rows.length > start + limit;
  return {
    rows: rows.slice(start, start + limit),
    pagination: { start, limit, more_items_in_collection: more, ...(more ? { next_start: start + limit } : {}) },
  };
}

/** A page of a list. An empty one is null, not []: that is version 1's way. */
export function listAnswer<Row>(page: Page<Row>, show: (row: Row) => unknown, extra: Record<string, unknown> = {}): Answer {
  const data = page.rows.length === 0 ? null : page.rows.map(show);
  return answer(data, { additional_data: { pagination: page.pagination }, ...extra });
}
