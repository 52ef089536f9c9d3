import { isObject } from '../model/isObject.ts';
import type { Endpoint } from './endpoint.ts';
import type { ApiVersion, ListOptions } from './types.ts';
import { toBoolean } from './wires/scalars.ts';

/** The largest page Pipedrive gives (https://pipedrive.readme.io/docs/core-api-concepts-pagination). */
const largest = 500;

/** Where a list goes on. Opaque to callers; it names its version, so that a changed setting does not mix two ways of paging. */
export interface Place {
  readonly version: ApiVersion;
  readonly at: string;
}

/** Reads a `Page.next`; undefined for the first page. */
export function placeOf(cursor: string | undefined): Place | undefined {
  const match = cursor === undefined ? null : /^(v1|v2):(.+)$/s.exec(cursor);
  if (match === null) return undefined;
  return { version: match[1] === 'v1' ? 'v1' : 'v2', at: match[2] ?? '' };
}

/** The page size to ask for: what the caller wants, within what Pipedrive gives. */
export function limitOf(options: ListOptions, { max = largest }: Endpoint): number {
  return Math.max(1, Math.min(max, Math.floor(options.limit ?? max)));
}

/** The query that asks for a page. */
export function pageQuery(endpoint: Endpoint, place: Place | undefined, limit: number): Record<string, string | number> {
  if (endpoint.paging === undefined) return {};
  if (endpoint.paging === 'cursor') return { limit, ...(place && { cursor: place.at }) };
  return { limit, start: place ? Number(place.at) : 0 };
}

/**
 * Where the next page begins, as a `Page.next`; undefined at the end.
 * Version 1 says it in `additional_data.pagination` or in `additional_data` itself, with or without `next_start`.
 */
export function nextOf(
  endpoint: Endpoint,
  version: ApiVersion,
  additional: unknown,
  place: Place | undefined,
  limit: number,
): string | undefined {
  if (!isObject(additional)) return undefined;
  if (endpoint.paging === 'cursor') {
    const cursor = additional.next_cursor;
    return typeof cursor === 'string' && cursor !== '' ? `${version}:${cursor}` : undefined;
  }
  const told = isObject(additional.pagination) ? additional.pagination : additional;
  if (toBoolean(told.more_items_in_collection) !== true) return undefined;
  const number = (value: unknown): number | undefined => {
    const read = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
  };
  const start = number(told.start) ?? (place ? Number(place.at) : 0);
  return `${version}:${number(told.next_start) ?? start + (number(told.limit) ?? limit)}`;
}
