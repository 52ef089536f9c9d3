import { isObject } from '../model/isObject.ts';
import type { PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import type { Described } from './described.ts';
import type { FieldStore } from './fields.ts';
import { inPart } from './inPart.ts';
import { serving } from './operations.ts';
import type { ApiVersion, CallOptions, Resource } from './types.ts';

/** What updating a field needs. */
interface FieldParts {
  readonly caller: Caller;
  readonly store: FieldStore;
  readonly version: () => ApiVersion;
  readonly read: (id: RecordId, options: CallOptions) => Promise<PipedriveRecord>;
}

interface Choice {
  readonly id?: unknown;
  readonly label: string;
}

function choicesOf(raw: unknown): Choice[] {
  return (Array.isArray(raw) ? raw : [])
    .filter(isObject)
    .map(({ id, label }) => ({ ...(id !== undefined && id !== null && { id }), label: String(label ?? '') }));
}

/**
 * Updates of a field, whose `options` are the complete list of its choices: what is left out is deleted, what has no id
 * is new. Version 1 takes the list with the field; version 2 has operations of their own for it, so what differs is
 * found first (https://developers.pipedrive.com/docs/api/v1/PersonFields).
 */
export function createFieldWrites(owner: Described, { caller, store, version, read }: FieldParts) {
  const entity = `${owner}Field` as const;

  const setOptions = async (id: RecordId, wanted: readonly Choice[], options: CallOptions): Promise<void> => {
    const current = choicesOf((await read(id, options)).values.options);
    const labels = new Map(current.map((choice) => [String(choice.id), choice.label]));
    const kept = new Set(wanted.map((choice) => String(choice.id)));
    const gone = current.filter((choice) => !kept.has(String(choice.id))).map((choice) => ({ id: choice.id }));
    const changed = wanted.filter(
      (choice) => choice.id !== undefined && labels.has(String(choice.id)) && labels.get(String(choice.id)) !== choice.label,
    );
    const added = wanted.filter((choice) => !labels.has(String(choice.id))).map(({ label }) => ({ label }));
    const steps = [
      [`${entity}.removeOptions`, gone],
      [`${entity}.updateOptions`, changed],
      [`${entity}.addOptions`, added],
    ] as const;
    for (const [operation, body] of steps) {
      if (body.length > 0) await caller.call({ operation, version: 'v2', params: { id }, body, ...options });
    }
  };

  const update =
    (plain: Resource['update']): Resource['update'] =>
    async (id, changes, options = {}) => {
      if (changes.options === undefined || serving(`${entity}.update`, version()).version === 'v1') {
        return plain(id, changes, options);
      }
      const { options: choices, ...rest }: Values = changes;
      if (Object.keys(rest).length > 0) await plain(id, rest, options);
      try {
        await setOptions(id, choicesOf(choices), callOf(options));
      } catch (error) {
        throw await inPart(error, () => read(id, callOf(options)));
      } finally {
        store.forget(owner);
      }
      return read(id, callOf(options));
    };

  return { update };
}
