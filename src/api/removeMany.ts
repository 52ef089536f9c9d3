import type { RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { describedBy } from './described.ts';
import { PipedriveError } from './errors.ts';
import type { FieldStore } from './fields.ts';
import { insteadOf, isOperation } from './operations.ts';
import type { ApiVersion, Entity, Removal, RemovalOptions, Resource } from './types.ts';

interface RemovalParts {
  readonly caller: Caller;
  readonly store: FieldStore;
  readonly version: () => ApiVersion;
  readonly records: (entity: Entity) => Resource;
}

/**
 * Deletes many records: in one request where the chosen version has one for it, else one by one. A record that cannot be
 * deleted does not keep the rest; a fault that would meet every one of them does, and so does cancelling. What was deleted
 * already counts as deleted.
 */
export function createRemoveMany({ caller, store, version, records }: RemovalParts) {
  const together = async (entity: Entity, ids: readonly RecordId[], options: RemovalOptions): Promise<Removal> => {
    const operation = `${entity}.removeMany`;
    const owner = describedBy(entity);
    const call = callOf(options);
    if (!isOperation(operation)) return { removed: [], failed: [] };
    try {
      const numbers = owner === undefined ? ids : await Promise.all(ids.map((id) => store.numberOf(owner, id, call)));
      await caller.call({ operation, version: 'v1', query: { ids: numbers.join(',') }, ...call });
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      return { removed: [], failed: ids.map((id) => ({ id, error })) };
    }
    if (owner !== undefined) store.forget(owner);
    for (const id of ids) options.removed?.(id);
    options.progress?.(ids.length);
    return { removed: ids, failed: [] };
  };

  const oneByOne = async (entity: Entity, ids: readonly RecordId[], options: RemovalOptions): Promise<Removal> => {
    const call = callOf(options);
    const removed: RecordId[] = [];
    const failed: { id: RecordId; error: PipedriveError }[] = [];
    const isGone = (id: RecordId): void => {
      removed.push(id);
      options.removed?.(id);
    };
    for (const id of ids) {
      try {
        await records(entity).remove(id, call);
        isGone(id);
      } catch (error) {
        if (!PipedriveError.is(error)) throw error;
        // Somebody else was faster: it is as it was to be.
        if (PipedriveError.is(error, 'notFound', 'gone')) isGone(id);
        else failed.push({ id, error });
        if (!PipedriveError.is(error, ...ofOneRecord)) {
          const rest = ids.slice(removed.length + failed.length);
          return { removed, failed: [...failed, ...rest.map((left) => ({ id: left, error }))] };
        }
      }
      options.progress?.(removed.length + failed.length);
    }
    return { removed, failed };
  };

  return async (entity: Entity, ids: readonly RecordId[], options: RemovalOptions = {}): Promise<Removal> => {
    if (ids.length === 0) return { removed: [], failed: [] };
    const name = `${entity}.removeMany`;
    const chosen = version();
    const whole = isOperation(name) && insteadOf(name, chosen) === name;
    return whole ? together(entity, ids, options) : oneByOne(entity, ids, options);
  };
}

/** What concerns a record alone. */
const ofOneRecord = ['forbidden', 'invalid', 'notFound', 'gone', 'unknownOutcome', 'unexpected'] as const;
