import type { RecordId } from '../record.ts';

/** What of a record is compared with others, as Pipedrive holds it. */
export interface Row {
  readonly id: RecordId;
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** The organization it belongs to. */
  readonly organization?: RecordId;
  /** How many of its values hold something. */
  readonly filled: number;
  /** When it was made, as the server writes times; empty where nobody knows. */
  readonly added: string;
}

/** A row whose values are folded: what means the same is spelled the same. */
export interface Folded {
  readonly id: RecordId;
  /** As Pipedrive holds it. */
  readonly name: string;
  /** The name's words, sorted, with one space between; empty where there is none. */
  readonly key: string;
  readonly emails: readonly string[];
  /** E.164 where the number can be read so. */
  readonly phones: readonly string[];
  readonly organization?: RecordId;
  readonly filled: number;
  readonly added: string;
}

/** Writes a phone number one way; none for what is no number. */
export type FoldPhone = (text: string) => string | undefined;
