import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { PipedriveError } from './errors.ts';
import type { FieldStore } from './fields.ts';
import { logMisfits } from './misfits.ts';
import { sentences } from './sentences.ts';
import type { Api, Log } from './types.ts';
import { decodeRow } from './wires/decode.ts';
import { wireOf } from './wires/index.ts';

/**
 * Merging, which version 1 alone has. The person of the address is the one that is absorbed
 * (https://pipedrive.readme.io/docs/merging-two-persons), the other way round than one would think.
 */
export function createMerge(caller: Caller, store: FieldStore, log: Log): Api['merge'] {
  return async (absorbed, survivor, options = {}) => {
    const call = callOf(options);
    if (String(absorbed) === String(survivor)) throw new PipedriveError('invalid', sentences.mergeWithItself());
    // Read before, so that a merge that was done never ends in a failed reading of fields.
    const known = await store.types('person', 'v1', call);
    const body = { merge_with_id: Number(survivor) };
    const answer = await caller.call({ operation: 'person.merge', params: { id: absorbed }, body, ...call });
    const { record, misfits } = decodeRow(wireOf('person', answer.version), answer.data, 'data', known);
    if (record === undefined) throw new PipedriveError('unknownOutcome', sentences.unknownOutcomeOfAnswer());
    logMisfits(log, 'person', misfits);
    return record;
  };
}
