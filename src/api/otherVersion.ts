import type { Caller } from './call.ts';
import { PipedriveError } from './errors.ts';
import { hasOther, serving } from './operations.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion } from './types.ts';

/**
 * A caller whose refusals know which version was chosen. Where the other one was asked, for a filter that the chosen one
 * lacks, and does not answer any more, it is of no use to be told to choose what is chosen.
 */
export function knowingTheChosen(caller: Caller, chosen: () => ApiVersion): Caller {
  return {
    ...caller,
    get queue() {
      return caller.queue;
    },
    async call(call) {
      const version = chosen();
      try {
        return await caller.call(call);
      } catch (error) {
        const asked = call.version ?? serving(call.operation, version).version;
        if (!PipedriveError.is(error, 'unsupported') || asked === version || !hasOther(call.operation, asked)) throw error;
        const { status, serverMessage, requestId } = error;
        throw new PipedriveError('unsupported', sentences.unsupportedFilter(asked), { status, serverMessage, requestId });
      }
    },
  };
}
