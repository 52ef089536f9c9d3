import type { FieldTypeId } from './fieldTypes/ids.ts';

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
  /** True where the name is this product's and not the account's: English, for `vscode.l10n.t`. */
  readonly fixed?: true;
  readonly type: FieldTypeId;
  /** The type as Pipedrive spells it, also where this product does not know it. */
  readonly wireType: string;
  readonly custom: boolean;
  /** False for what Pipedrive computes or keeps to itself. */
  readonly writable: boolean;
  readonly required: boolean;
  /** Empty for types without choices. */
  readonly options: readonly Option[];
  readonly description?: string;
}
