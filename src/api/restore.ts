import type { PipedriveRecord, RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { PipedriveError } from './errors.ts';
import type { CallOptions, Entity, Resource, Restorable } from './types.ts';
import { wireOf } from './wires/index.ts';

/**
 * Version 1 takes a record's flag of being there, and nobody promises that it brings a deleted one back: so it is read
 * again to know (https://developers.pipedrive.com/docs/api/v1/Persons#updatePerson).
 */
export function createRestore(caller: Caller, records: (entity: Entity) => Resource) {
  return async (entity: Restorable, id: RecordId, options: CallOptions = {}): Promise<PipedriveRecord | undefined> => {
    const call = callOf(options);
    const body = wireOf(entity, 'v1').encode({ is_deleted: false }, new Map());
    await caller.call({ operation: `${entity}.restore`, version: 'v1', params: { id }, body, ...call });
    try {
      const record = await records(entity).get(id, call);
      return record.values.is_deleted === true ? undefined : record;
    } catch (error) {
      if (PipedriveError.is(error, 'notFound', 'gone')) return undefined;
      throw error;
    }
  };
}
