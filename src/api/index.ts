import { answers } from './answers.ts';
import { createCaller } from './call.ts';
import { callOf } from './callOptions.ts';
import { createCollections } from './collections.ts';
import { createFieldStore } from './fields.ts';
import { createFiles } from './files.ts';
import { createFollowers } from './followers.ts';
import { forecast } from './forecast.ts';
import { allowedOrigin } from './host.ts';
import { createKept } from './kept.ts';
import { createLookups } from './lookups.ts';
import { createMerge } from './merge.ts';
import { knowingTheChosen } from './otherVersion.ts';
import type { Pace } from './pace.ts';
import { servedWhole } from './operations.ts';
import { createPictures } from './pictures.ts';
import { createRemoveMany } from './removeMany.ts';
import { createResource } from './resource.ts';
import { createRestore } from './restore.ts';
import { scanPersons } from './scan.ts';
import { createStatistics } from './statistics.ts';
import type { Api, ApiOptions, Entity, Me, Resource, User } from './types.ts';
import { writingOf } from './writable.ts';
import { findUsers, readMe, readStanding, readUsers } from './users.ts';

/**
 * Pipedrive over HTTP, for one account.
 *
 * @param pace how patient it is; given by tests only
 * @throws PipedriveError `invalid` for an address the token may not be sent to, `unauthorized` for a token that no
 * header can carry
 */
export function createApi(options: ApiOptions, pace?: Pace): Api {
  const { version, log } = options;
  const caller = knowingTheChosen(createCaller(options, pace), version);
  const store = createFieldStore(caller, log);
  const users = createKept<readonly User[]>();
  const me = createKept<Me>();
  const parts = { caller, store, version, log };
  const resources = new Map<Entity, Resource>();
  const records = (entity: Entity): Resource => {
    const known = resources.get(entity) ?? createResource(entity, parts);
    resources.set(entity, known);
    return known;
  };
  const collection = createCollections(parts);
  return {
    records,
    collection,
    scanPersons: () => scanPersons(parts),
    restore: createRestore(caller, records),
    removeMany: createRemoveMany({ caller, store, version, records }),
    followers: (entity) => createFollowers(entity, { caller, version, list: (id) => collection(`${entity}.followers`, id) }),
    merge: createMerge(caller, store, log),
    pictures: createPictures(caller, allowedOrigin(options.baseUrl)),
    files: createFiles(caller),
    statistics: createStatistics(caller),
    ...createLookups(caller, log),
    findUsers: (term, by = 'name', call = {}) => findUsers(caller, log, term, by, callOf(call)),
    serves: (names, query) => {
      const chosen = version();
      const served = names.flatMap((operation) => {
        const by = servedWhole(operation, chosen, query);
        return by === undefined ? [] : [{ operation, version: by, chosen: by === chosen }];
      });
      return served.find((one) => one.chosen) ?? served[0];
    },
    forecast: (plan) => forecast(plan, version()),
    fields: async (entity, call) => store.fields(entity, version(), call),
    writing: (entity, key) => writingOf(entity, key, version()),
    users: async (call) => users.get('all', () => readUsers(caller, log), call),
    me: async (call) => me.get('me', () => readMe(caller), call),
    standing: (call = {}) => readStanding(caller, callOf(call)),
    answers: (asked, known, call = {}) => answers(caller, asked, known, callOf(call)),
    get budget() {
      return caller.budget.current;
    },
    get queue() {
      return caller.queue;
    },
    renewed: () => caller.budget.renew(),
    now: () => caller.now(),
    dispose: () => caller.dispose(),
  };
}
