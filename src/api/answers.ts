import { isObject } from '../model/isObject.ts';
import type { RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { rowsOf } from './listRecords.ts';
import type { ApiVersion, CallOptions } from './types.ts';

/**
 * Asks one version of the API what costs least and can be asked of every company: a pipeline that is known, else the
 * first of the list. Pipelines stand in both versions, so that either can be found to answer no more.
 *
 * @returns the id of a pipeline, to ask the other version for
 * @throws PipedriveError `unsupported` where the version answers no more
 */
export async function answers(
  caller: Caller,
  version: ApiVersion,
  known: RecordId | undefined,
  options: CallOptions,
): Promise<RecordId | undefined> {
  if (known !== undefined) {
    await caller.call({ operation: 'pipeline.get', version, params: { id: known }, ...options });
    return known;
  }
  const { data } = await caller.call({ operation: 'pipeline.list', version, query: { limit: 1 }, ...options });
  const [first] = rowsOf(data);
  return isObject(first) && typeof first.id === 'number' ? first.id : undefined;
}
