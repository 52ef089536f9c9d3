import type { PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Answer, Caller } from './call.ts';
import { PipedriveError } from './errors.ts';
import { aftercare } from './aftercare.ts';
import { callOf } from './callOptions.ts';
import { describedBy } from './described.ts';
import { createFieldWrites } from './fieldWrites.ts';
import type { FieldStore } from './fields.ts';
import { listRecords } from './listRecords.ts';
import { logMisfits } from './misfits.ts';
import { isOperation, type OperationName, serving } from './operations.ts';
import { searchRecords } from './searchRecords.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, CallOptions, Entity, Log, Resource, WriteOptions } from './types.ts';
import { decodeRow } from './wires/decode.ts';
import { wireOf } from './wires/index.ts';
import type { CustomTypes } from './wires/wire.ts';

/** What the resources of one account share. */
export interface ResourceParts {
  readonly caller: Caller;
  readonly store: FieldStore;
  readonly version: () => ApiVersion;
  readonly log: Log;
}

/** The operations of one entity over whichever version serves each. */
export function createResource(entity: Entity, { caller, store, version, log }: ResourceParts): Resource {
  const types = (served: ApiVersion, options?: CallOptions) => store.types(entity, served, options);
  /** The entity whose fields these records are. */
  const owner = describedBy(entity);

  const operation = (action: string): OperationName => {
    const name = `${entity}.${action}`;
    if (!isOperation(name)) throw new PipedriveError('invalid', sentences.notOffered(name));
    return name;
  };

  /** The id as the serving version addresses it: version 1 knows a field by its number, version 2 by its code. */
  const addressed = async (id: RecordId, served: ApiVersion, options: CallOptions): Promise<{ id: RecordId }> => ({
    id: owner !== undefined && served === 'v1' ? await store.numberOf(owner, id, options) : id,
  });

  const record = (answer: Answer, known: CustomTypes, write: boolean): PipedriveRecord => {
    const decoded = decodeRow(wireOf(entity, answer.version), answer.data, 'data', known);
    if (decoded.record === undefined) {
      throw write
        ? new PipedriveError('unknownOutcome', sentences.unknownOutcomeOfAnswer())
        : new PipedriveError('unexpected', sentences.unexpected());
    }
    logMisfits(log, entity, decoded.misfits);
    return decoded.record;
  };

  const read = async (id: RecordId, options: CallOptions): Promise<PipedriveRecord> => {
    const name = operation('get');
    const served = serving(name, version()).version;
    const params = await addressed(id, served, options);
    const [known, answer] = await Promise.all([
      types(served, options),
      caller.call({ operation: name, version: served, params, ...options }),
    ]);
    return record(answer, known, false);
  };

  const write = async (
    name: OperationName,
    id: RecordId | undefined,
    values: Values,
    { notice, ...options }: WriteOptions,
  ): Promise<PipedriveRecord> => {
    const served = serving(name, version()).version;
    // Read before anything is written, so that a write that was done never ends in a failed reading of fields.
    const known = await types(served, options);
    const params = id === undefined ? {} : await addressed(id, served, options);
    const body = wireOf(entity, served).encode(values, known);
    const answer = await caller.call({ operation: name, version: served, params, body, ...options });
    if (owner !== undefined) store.forget(owner);
    const written = record(answer, known, true);
    if (owner !== undefined) store.learn(owner, written);
    return aftercare({ entity, served, values, written, known, caller, read, options, ...(notice && { notice }) });
  };

  const plainUpdate: Resource['update'] = async (id, changes, options = {}) => write(operation('update'), id, changes, options);

  return {
    list:
      owner === undefined
        ? listRecords({ caller, entity, version, types, log })
        : async (options) => store.records(owner, version(), options),
    get: (id, options = {}) => read(id, callOf(options)),
    search: async (term, options) => {
      const name = `${entity}.search`;
      if (!isOperation(name)) throw new PipedriveError('invalid', sentences.notSearchable(entity));
      return searchRecords(caller, name, version, log)(term, options);
    },
    create: async (values, options = {}) => write(operation('create'), undefined, values, writeOf(options)),
    update:
      owner === undefined
        ? async (id, changes, options = {}) => write(operation('update'), id, changes, writeOf(options))
        : createFieldWrites(owner, { caller, store, version, read }).update(plainUpdate),
    async remove(id, options = {}) {
      const name = operation('remove');
      const call = callOf(options);
      try {
        const served = serving(name, version()).version;
        await caller.call({ operation: name, version: served, params: await addressed(id, served, call), ...call });
      } catch (error) {
        // Gone already is what was asked for.
        if (!PipedriveError.is(error, 'notFound', 'gone')) throw error;
      }
      if (owner !== undefined) store.forget(owner);
    },
  };
}

const writeOf = (options: WriteOptions): WriteOptions => ({
  ...callOf(options),
  ...(options.notice && { notice: options.notice }),
});
