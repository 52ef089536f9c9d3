import type { ZodMiniType } from 'zod/mini';
import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';
import type { PipedriveRecord, RecordId, Values } from '../../model/record.ts';
import type { Entity } from '../types.ts';

/** One record as JSON carries it. */
export type Row = Readonly<Record<string, unknown>>;

/** What is read and decoded; the first are called by name, the rest come along with them. A `row` is anything shown only. */
export type WireEntity = Entity | 'user' | 'mail' | 'follower' | 'row';

/** The types of the account's custom fields by key. Version 1 needs them, since its rows do not tell `"12"` from an option. */
export type CustomTypes = ReadonlyMap<string, FieldTypeId>;

/**
 * How one version carries one entity.
 *
 * What a decoder cannot turn back exactly it keeps in the record's `extras` under the wire's own key, and
 * `restore` takes from there first. So nothing a row holds is ever lost.
 */
export interface Wire {
  /** Loose: only what the product reads has a type, everything may be missing or null. */
  readonly schema: ZodMiniType;
  /** Whether a standard key is among the values of its records; what only version 1 has stands in `extras`. */
  readonly carries: (key: string) => boolean;
  /** What names a row, undefined where nothing does. */
  idOf(row: Row): RecordId | undefined;
  /** Never throws, whatever the row holds: a value of the wrong type stays as it came. */
  decode(row: Row, types: CustomTypes): PipedriveRecord;
  /** The row that `decode` read, value by value. */
  restore(record: PipedriveRecord, types: CustomTypes): Row;
  /** The body of a create or update that sets these values; null clears. */
  encode(values: Values, types: CustomTypes): Row;
}

/** A number or a code; anything else names no record. */
export function asId(raw: unknown): RecordId | undefined {
  return typeof raw === 'number' || (typeof raw === 'string' && raw !== '') ? raw : undefined;
}
