import type { Field } from '../model/field.ts';
import type { Misfit, Page, PipedriveRecord, RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { PipedriveError } from './errors.ts';
import { type Described, isDescribed } from './described.ts';
import { fieldOf } from './fieldOf.ts';
import { createKept } from './kept.ts';
import { listRecords } from './listRecords.ts';
import { pages } from './pages.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, CallOptions, KeptOptions, Log } from './types.ts';
import { wireOf } from './wires/index.ts';
import { isCustomKey } from './wires/scalars.ts';
import type { CustomTypes } from './wires/wire.ts';

/** The account's fields, read once for each version and kept until a field is written. */
export interface FieldStore {
  /** The records that are the entity's fields, all pages in one. */
  records(entity: Described, version: ApiVersion, options?: KeptOptions): Promise<Page<PipedriveRecord>>;
  /** What those records say of the entity's values. */
  fields(entity: Described, version: ApiVersion, options?: KeptOptions): Promise<readonly Field[]>;
  /**
   * What version 1 needs to read and write custom values. Version 2 tells them by where they stand and asks nothing; to
   * write those whose keys do not look like a custom field's it goes by the fields that were read.
   */
  types(entity: string, version: ApiVersion, options?: CallOptions): Promise<CustomTypes>;
  /** The number by which version 1 addresses a field that is known by its key. */
  numberOf(entity: Described, key: RecordId, options?: CallOptions): Promise<RecordId>;
  /** Takes in what an answer tells of one field's number. */
  learn(entity: Described, record: PipedriveRecord): void;
  forget(entity: Described): void;
}

const none: CustomTypes = new Map();

/** @param caller what the lists are read through */
export function createFieldStore(caller: Caller, log: Log): FieldStore {
  const kept = createKept<Page<PipedriveRecord>>();
  /** Version 1's numbers of the fields whose answers told them. */
  const numbers = new Map<string, RecordId>();
  /** Version 2's custom fields whose keys do not tell that they are. */
  const odd = new Map<Described, CustomTypes>();

  const read = async (entity: Described, version: ApiVersion): Promise<Page<PipedriveRecord>> => {
    const list = listRecords({ caller, entity: `${entity}Field`, version: () => version, types: async () => none, log });
    const items: PipedriveRecord[] = [];
    const misfits: Misfit[] = [];
    for await (const page of pages({ list })) {
      items.push(...page.items);
      misfits.push(...page.misfits);
    }
    if (version === 'v2') odd.set(entity, oddOf(items, entity));
    return { items, misfits };
  };

  const records: FieldStore['records'] = (entity, version, options) =>
    kept.get(`${entity} ${version}`, () => read(entity, version), options);

  const fields: FieldStore['fields'] = async (entity, version, options) => {
    const { items } = await records(entity, version, options);
    const { carries } = wireOf(entity, version);
    const byKey = new Map<string, Field>();
    for (const record of items) {
      const field = fieldOf(record, entity, version);
      if (field === undefined || !carries(field.key)) continue;
      // One value may be listed under an old name and a new one: `label` and `label_ids`.
      const known = byKey.get(field.key);
      if (known === undefined || known.options.length < field.options.length) byKey.set(field.key, field);
    }
    return [...byKey.values()];
  };

  return {
    records,
    fields,
    async types(entity, version, options) {
      if (!isDescribed(entity)) return none;
      if (version === 'v2') return odd.get(entity) ?? none;
      const custom = (await fields(entity, version, options)).filter((field) => field.custom);
      return new Map(custom.map((field) => [field.key, field.type]));
    },
    async numberOf(entity, key, options = {}) {
      if (/^\d+$/.test(String(key))) return key;
      const learned = numbers.get(`${entity} ${key}`);
      if (learned !== undefined) return learned;
      for (const refresh of [false, true]) {
        const found = (await records(entity, 'v1', { ...options, refresh })).items.find((record) => record.id === key);
        const number = numberIn(found);
        if (number !== undefined) return number;
      }
      throw new PipedriveError('notFound', sentences.notFound());
    },
    learn(entity, record) {
      const number = numberIn(record);
      if (number !== undefined) numbers.set(`${entity} ${record.id}`, number);
    },
    forget(entity) {
      for (const version of ['v1', 'v2']) kept.forget(`${entity} ${version}`);
    },
  };
}

function oddOf(records: readonly PipedriveRecord[], entity: Described): CustomTypes {
  const fields = records.map((record) => fieldOf(record, entity, 'v2')).filter((field) => field !== undefined);
  return new Map(fields.filter(({ custom, key }) => custom && !isCustomKey(key)).map(({ key, type }) => [key, type]));
}

/** The number by which version 1 addresses a field. */
function numberIn(record: PipedriveRecord | undefined): RecordId | undefined {
  const number = record?.extras.id;
  return typeof number === 'number' || typeof number === 'string' ? number : undefined;
}
