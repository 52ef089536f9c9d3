import type { PipedriveRecord, RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { PipedriveError } from './errors.ts';
import { serving } from './operations.ts';
import { pages } from './pages.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, CallOptions, Followable, Followers, Listing } from './types.ts';
import { toNumber } from './wires/scalars.ts';

/**
 * Following and no longer. Version 2 names a follower by the user; version 1 by the number of the following, which looks
 * the same and is another's, so it is looked up first (https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide).
 */
export function createFollowers(
  entity: Followable,
  { caller, version, list }: { caller: Caller; version: () => ApiVersion; list: (id: RecordId) => Listing<PipedriveRecord> },
): Followers {
  return {
    async add(id, userId, options = {}) {
      const call = callOf(options);
      try {
        await caller.call({ operation: `${entity}.follow`, params: { id }, body: { user_id: userId }, ...call });
      } catch (error) {
        // Version 2 refuses who follows already, where version 1 lets it pass.
        if (!PipedriveError.is(error, 'invalid') || (await followerOf(list(id), userId, call)) === undefined) throw error;
      }
    },
    async remove(id, userId, options = {}) {
      const call = callOf(options);
      const operation = `${entity}.unfollow` as const;
      const served = serving(operation, version()).version;
      const found = served === 'v2' ? undefined : await followerOf(list(id), userId, call);
      if (served === 'v1' && found === undefined) return;
      const follower = found === undefined ? userId : toNumber(found.extras.id);
      if (typeof follower !== 'number') throw new PipedriveError('unexpected', sentences.unexpected());
      try {
        await caller.call({ operation, version: served, params: { id, follower }, ...call });
      } catch (error) {
        // Gone already is what was asked for.
        if (!PipedriveError.is(error, 'notFound', 'gone')) throw error;
      }
    },
  };
}

async function followerOf(
  listing: Listing<PipedriveRecord>,
  userId: number,
  call: CallOptions,
): Promise<PipedriveRecord | undefined> {
  for await (const page of pages(listing, call)) {
    const found = page.items.find((follower) => Number(follower.id) === userId);
    if (found !== undefined) return found;
  }
  return undefined;
}
