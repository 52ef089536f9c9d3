/** Names a record within its kind: a number, or a field's code. */
export type RecordId = number | string;

/**
 * A record's values by field key, in the names and shapes of Pipedrive's API version 2.
 * Custom fields stand beside the standard ones, under their 40-character key.
 */
export type Values = Readonly<Record<string, unknown>>;

/** One thing of a kind, as Pipedrive holds it. Both wires give the same record. */
export interface PipedriveRecord {
  readonly id: RecordId;
  readonly values: Values;
  /** Names the answer brought along for ids among the values, by field key: `{ org_id: 'Acme' }`. */
  readonly names: Readonly<Record<string, string>>;
  /** What the wire sent and version 2 has no place for. Kept as it came, so that nothing is lost on a round trip. */
  readonly extras: Values;
}

/** A place in a record that does not fit its schema; the record is still shown. */
export interface Misfit {
  /** Where: `data[3].emails[0].value`. */
  readonly path: string;
  /** What was expected and found, as a sentence. */
  readonly message: string;
}

/** One page of a list. `next` continues it; absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  /** How many there are in all, where the answer tells it. */
  readonly total?: number;
  readonly misfits: readonly Misfit[];
}
