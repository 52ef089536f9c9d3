import { createCaller } from './call.ts';
import { createFieldStore } from './fields.ts';
import { createKept } from './kept.ts';
import type { Pace } from './pace.ts';
import { createResource } from './resource.ts';
import type { Api, ApiOptions, Entity, Me, Resource, User } from './types.ts';
import { readMe, readUsers } from './users.ts';

/**
 * Pipedrive over HTTP, for one account.
 *
 * @param pace how patient it is; given by tests only
 * @throws PipedriveError `invalid` for an address the token may not be sent to, `unauthorized` for a token that no
 * header can carry
 */
export function createApi(options: ApiOptions, pace?: Pace): Api {
  const { version, log } = options;
  const caller = createCaller(options, pace);
  const store = createFieldStore(caller, log);
  const users = createKept<readonly User[]>();
  const me = createKept<Me>();
  const resources = new Map<Entity, Resource>();
  return {
    records(entity) {
      const known = resources.get(entity) ?? createResource(entity, { caller, store, version, log });
      resources.set(entity, known);
      return known;
    },
    fields: async (entity, call) => store.fields(entity, version(), call),
    users: async (call) => users.get('all', () => readUsers(caller, log), call),
    me: async (call) => me.get('me', () => readMe(caller), call),
    get budget() {
      return caller.budget.current;
    },
    now: () => caller.now(),
    dispose: () => caller.dispose(),
  };
}
