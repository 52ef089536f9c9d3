import type { FieldTypeId } from './fieldTypes/ids.ts';
import type { Values } from './record.ts';

/** One choice of an `enum` or `set` field. */
export interface Option {
  readonly id: number | string;
  readonly label: string;
  readonly color?: string;
}

/** What is known about one value of a kind: its key, its name for people, its type. */
export interface Field {
  /** Key in a record's values, as version 2 spells it: `emails`, `owner_id`, or 40 hexadecimal characters. */
  readonly key: string;
  readonly name: string;
  readonly type: FieldTypeId;
  /** The type as Pipedrive spells it, also where this product does not know it. */
  readonly wireType: string;
  readonly custom: boolean;
  /** False for what Pipedrive computes or keeps to itself. */
  readonly writable: boolean;
  /** Can be given to a new record, also where it cannot be changed later. */
  readonly settable?: true;
  /** Pipedrive may pass over it without a word, so that it does not tell whether a write was done. */
  readonly unsure?: true;
  /** Why it cannot be changed, where there is more to say than that it cannot. */
  readonly reason?: string;
  readonly required: boolean;
  /** False where Pipedrive takes no “nothing” for it; a new record may go without, and gets a value of Pipedrive's. */
  readonly clearable?: false;
  /** Empty for types without choices. */
  readonly options: readonly Option[];
  readonly description?: string;
  /** What each row of a `rows` value holds, in order; a row is known by its `id` or by a column that is `unique`. */
  readonly columns?: readonly Field[];
  /** Pipedrive keeps its rows in the order that they are written in. */
  readonly ordered?: true;
  /** Why its rows keep their places, in a sentence about a row; new ones go to the end. */
  readonly fixedOrder?: string;
  /** No two rows have the same value in this column. */
  readonly unique?: true;
  /** It has a meaning only while another field holds one of these values. */
  readonly when?: { readonly key: string; readonly is: readonly unknown[] };
}

/** Whether the field has a meaning for a record of these values. */
export function applies({ when }: Field, values: Values): boolean {
  return when === undefined || when.is.includes(values[when.key]);
}

/** The fields as they are for a record that does not exist yet. */
export function forNew(fields: readonly Field[]): readonly Field[] {
  return fields.map((field) => {
    const { clearable: _, ...free } = field;
    return free.settable ? { ...free, writable: true } : free;
  });
}
