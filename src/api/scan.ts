import type { PipedriveRecord } from '../model/record.ts';
import { PipedriveError } from './errors.ts';
import { listRecords } from './listRecords.ts';
import { servedWhole } from './operations.ts';
import type { ResourceParts } from './resource.ts';
import type { Listing } from './types.ts';

/** Marks the place of a list that stands in for the collection. */
const instead = 'list ';

/**
 * All persons along a cursor, which nothing that changes meanwhile can shift; in version 1 at half the price of the list,
 * with less in each row. Version 1 gives it to global admins only (https://developers.pipedrive.com/docs/api/v1/Persons#getPersonsCollection);
 * everyone else gets the plain list in its place, of what they may see.
 */
export function scanPersons({ caller, store, version, log }: ResourceParts): Listing<PipedriveRecord> {
  const reading = { caller, entity: 'person', version, log } as const;
  const types = (served: 'v1' | 'v2', options: object = {}) => store.types('person', served, options);
  const collection = listRecords({ ...reading, types, operation: 'person.collection' });
  const plain = listRecords({ ...reading, types });

  const listed: Listing<PipedriveRecord>['list'] = async (options = {}) => {
    const page = await plain(options);
    return page.next === undefined ? page : { ...page, next: instead + page.next };
  };

  return {
    async list(options = {}) {
      const { cursor } = options;
      if (cursor?.startsWith(instead)) return listed({ ...options, cursor: cursor.slice(instead.length) });
      try {
        return await collection(options);
      } catch (error) {
        const whole = servedWhole('person.list', version(), options.query ?? {}) !== undefined;
        if (cursor !== undefined || !whole || !PipedriveError.is(error, 'forbidden')) throw error;
        return listed(options);
      }
    },
  };
}
