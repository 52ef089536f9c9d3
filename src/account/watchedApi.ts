import { PipedriveError } from '../api/errors.ts';
import type { Api, Entity, Resource } from '../api/types.ts';

/** The same operations; calls back when Pipedrive does not accept the token, before the caller hears of it. */
export function watchedApi(api: Api, refused: (error: PipedriveError) => void): Api {
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (PipedriveError.is(error, 'unauthorized')) refused(error);
      throw error;
    }
  };
  const watchResource = (resource: Resource): Resource => ({
    list: (options) => watch(resource.list(options)),
    get: (id, options) => watch(resource.get(id, options)),
    search: (term, options) => watch(resource.search(term, options)),
    create: (values, options) => watch(resource.create(values, options)),
    update: (id, changes, options) => watch(resource.update(id, changes, options)),
    remove: (id, options) => watch(resource.remove(id, options)),
  });
  return {
    records: (entity: Entity) => watchResource(api.records(entity)),
    fields: (entity, options) => watch(api.fields(entity, options)),
    users: (options) => watch(api.users(options)),
    me: (options) => watch(api.me(options)),
    get budget() {
      return api.budget;
    },
    now: () => api.now(),
    dispose: () => api.dispose(),
  };
}
