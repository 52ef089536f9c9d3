import type { Misfit, Page, PipedriveRecord } from '../model/record.ts';
import type { Answer, Caller } from './call.ts';
import { describedBy } from './described.ts';
import { PipedriveError } from './errors.ts';
import { isSubRow } from './fieldOf.ts';
import { logMisfits } from './misfits.ts';
import { type OperationName, serving } from './operations.ts';
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
}

/** One page of an answer before it is decoded. */
export interface RawPage {
  readonly version: ApiVersion;
  readonly answer: Answer;
  readonly next?: string;
}

/**
 * Asks for one page, by whichever way of paging the serving version has. A page that continues another is asked of
 * the same version, whatever is chosen by now.
 */
export async function callPage(
  caller: Caller,
  operation: OperationName,
  chosen: ApiVersion,
  options: ListOptions,
  more: Readonly<Record<string, string | number | boolean>> = {},
): Promise<RawPage> {
  const place = placeOf(options.cursor);
  const { version, endpoint } = serving(operation, place?.version ?? chosen);
  const limit = limitOf(options);
  const query = { ...options.query, ...more };
  const answer = await caller.call({
    operation,
    version,
    query: { ...(version === 'v1' ? v1Query(query) : query), ...pageQuery(endpoint, place, limit) },
    ...(options.signal && { signal: options.signal }),
  });
  const next = nextOf(endpoint, version, answer.additional, place, limit);
  return { version, answer, ...(next !== undefined && { next }) };
}

/** A function that lists an entity's records, page by page. */
export function listRecords({ caller, entity, version, types, log }: Reading) {
  const operation = `${entity}.list` as OperationName;
  return async (options: ListOptions = {}): Promise<Page<PipedriveRecord>> => {
    const chosen = placeOf(options.cursor)?.version ?? version();
    const served = serving(operation, chosen).version;
    // Version 1's rows need the fields to be read; both are asked for at once.
    const [known, page] = await Promise.all([
      types(served, options.signal && { signal: options.signal }),
      callPage(caller, operation, served, options),
    ]);
    const { items, misfits } = decodeRows(rowsOf(page.answer.data), entity, page.version, known);
    logMisfits(log, entity, misfits);
    return { items, misfits, ...(page.next !== undefined && { next: page.next }) };
  };
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
