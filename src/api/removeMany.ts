import { isObject } from '../model/isObject.ts';
import type { RecordId } from '../model/record.ts';
import type { Answer, Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { describedBy } from './described.ts';
import { PipedriveError } from './errors.ts';
import type { FieldStore } from './fields.ts';
import { oneByOne } from './oneByOne.ts';
import { insteadOf, isOperation } from './operations.ts';
import { removeOrFindGone } from './removing.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, Entity, Removal, RemovalOptions, Resource } from './types.ts';

interface RemovalParts {
  readonly caller: Caller;
  readonly store: FieldStore;
  readonly version: () => ApiVersion;
  readonly records: (entity: Entity) => Resource;
}

/** Which ones the answer says are deleted now (`data: {id: […]}`, as numbers or as text); undefined where it does not say. */
function idsIn({ data }: Answer): ReadonlySet<string> | undefined {
  return isObject(data) && Array.isArray(data.id) ? new Set(data.id.map(String)) : undefined;
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
    let told: ReadonlySet<string> | undefined;
    let numbers = ids;
    try {
      if (owner !== undefined) numbers = await Promise.all(ids.map((id) => store.numberOf(owner, id, call)));
      told = idsIn(await caller.call({ operation, version: 'v1', query: { ids: numbers.join(',') }, ...call }));
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      return { removed: [], failed: ids.map((id) => ({ id, error })) };
    }
    if (owner !== undefined) store.forget(owner);
    const removed = ids.filter((_, place) => told?.has(String(numbers[place])) !== false);
    for (const id of removed) options.removed?.(id);
    options.progress?.(ids.length);
    const left = ids.filter((id) => !removed.includes(id));
    const error = new PipedriveError('unknownOutcome', sentences.notToldDeleted());
    return { removed, failed: left.map((id) => ({ id, error })) };
  };

  const eachOf = async (entity: Entity, ids: readonly RecordId[], options: RemovalOptions): Promise<Removal> => {
    const call = callOf(options);
    const { done, failed } = await oneByOne(
      ids,
      async (id) => {
        await removeOrFindGone(() => records(entity).remove(id, call));
        options.removed?.(id);
      },
      options,
    );
    return { removed: done, failed: failed.map(({ item, error }) => ({ id: item, error })) };
  };

  return async (entity: Entity, ids: readonly RecordId[], options: RemovalOptions = {}): Promise<Removal> => {
    if (ids.length === 0) return { removed: [], failed: [] };
    const name = `${entity}.removeMany`;
    const chosen = version();
    const whole = isOperation(name) && insteadOf(name, chosen) === name;
    return whole ? together(entity, ids, options) : eachOf(entity, ids, options);
  };
}
