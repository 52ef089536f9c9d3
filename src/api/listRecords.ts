import { isObject } from '../model/isObject.ts';
import type { Misfit, Page, PipedriveRecord } from '../model/record.ts';
import type { Answer, Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { describedBy } from './described.ts';
import { PipedriveError } from './errors.ts';
import { isSubRow } from './fieldOf.ts';
import { logMisfits } from './misfits.ts';
import { type OperationName, type Serving, serving, withoutLooks } from './operations.ts';
import { limitOf, nextOf, pageQuery, placeOf } from './paging.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, CallOptions, ListOptions, Log } from './types.ts';
import { decodeRow } from './wires/decode.ts';
import { wireOf } from './wires/index.ts';
import { v1Query } from './wires/v1/query.ts';
import type { CustomTypes, WireEntity } from './wires/wire.ts';

/** What reading an entity needs. */
export interface Reading {
  readonly caller: Caller;
  readonly entity: WireEntity;
  /** The chosen version, asked at each call. */
  readonly version: () => ApiVersion;
  readonly types: (version: ApiVersion, options?: CallOptions) => Promise<CustomTypes>;
  readonly log: Log;
  /** The entity's own list unless said otherwise. */
  readonly operation?: OperationName;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The rows in an answer's data, where they are not its items as they stand. */
  readonly rows?: (data: unknown) => readonly unknown[];
}

/** One page of an answer before it is decoded. */
export interface RawPage {
  readonly version: ApiVersion;
  readonly answer: Answer;
  readonly next?: string;
}

/** Who serves a page: a page that continues another is asked of the same version, whatever is chosen by now. */
export function servingPage(operation: OperationName, chosen: ApiVersion, { cursor, query }: ListOptions): Serving {
  const place = placeOf(cursor);
  return place === undefined ? serving(operation, chosen, query) : serving(operation, place.version);
}

/** Asks for one page, by whichever way of paging the serving version has. */
export async function callPage(
  { caller, params }: Pick<Reading, 'caller' | 'params'>,
  operation: OperationName,
  { version, endpoint }: Serving,
  options: ListOptions,
  more: Readonly<Record<string, string | number | boolean>> = {},
): Promise<RawPage> {
  const place = placeOf(options.cursor);
  const limit = limitOf(options, endpoint);
  const query = withoutLooks(endpoint, { ...options.query, ...more });
  const answer = await caller.call({
    operation,
    version,
    ...(params && { params }),
    query: { ...(version === 'v1' ? v1Query(query, endpoint) : query), ...pageQuery(endpoint, place, limit) },
    ...callOf(options),
  });
  const next = nextOf(endpoint, version, answer.additional, place, limit);
  return { version, answer, ...(next !== undefined && { next }) };
}

/** A function that lists an entity's records, page by page. */
export function listRecords(reading: Reading) {
  const { entity, version, types, log, rows = rowsOf } = reading;
  const operation = reading.operation ?? (`${entity}.list` as OperationName);
  return async (options: ListOptions = {}): Promise<Page<PipedriveRecord>> => {
    const served = servingPage(operation, version(), options);
    // Version 1's rows need the fields to be read; both are asked for at once.
    const [known, page] = await Promise.all([
      types(served.version, callOf(options)),
      callPage(reading, operation, served, options),
    ]);
    const { items, misfits } = decodeRows(rows(page.answer.data), entity, page.version, known);
    logMisfits(log, entity, misfits);
    const total = totalIn(page.answer.additional);
    return { items, misfits, ...(page.next !== undefined && { next: page.next }), ...(total !== undefined && { total }) };
  };
}

/** How many there are in all, where an answer tells it (https://developers.pipedrive.com/docs/api/v1/Products#getProducts). */
function totalIn(additional: unknown): number | undefined {
  const summary = isObject(additional) ? additional.summary : undefined;
  const told = isObject(summary) ? Number(summary.total_count ?? Number.NaN) : Number.NaN;
  return Number.isSafeInteger(told) && told >= 0 ? told : undefined;
}

/** The rows of a list; version 1 says null for none. */
export function rowsOf(data: unknown): readonly unknown[] {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) return data;
  throw new PipedriveError('unexpected', sentences.unexpected());
}

function decodeRows(
  rows: readonly unknown[],
  entity: WireEntity,
  version: ApiVersion,
  types: CustomTypes,
): { items: PipedriveRecord[]; misfits: Misfit[] } {
  const wire = wireOf(entity, version);
  const items: PipedriveRecord[] = [];
  const misfits: Misfit[] = [];
  rows.forEach((raw, index) => {
    // Some feeds keep the place of a record that is gone with null.
    if (raw === null) return;
    const decoded = decodeRow(wire, raw, `data[${index}]`, types);
    misfits.push(...decoded.misfits);
    if (decoded.record !== undefined && !(describedBy(entity) && isSubRow(decoded.record))) {
      items.push(decoded.record);
    }
  });
  return { items, misfits };
}
