import type { Session } from '../account/types.ts';
import type { CallOptions, Planned } from '../api/types.ts';
import type { Field } from '../model/field.ts';
import type { PipedriveRecord, RecordId } from '../model/record.ts';
import type { HangingOff } from './hangingOff.ts';

/** How two records of a kind become one: the absorbed one is gone afterwards, the survivor has what Pipedrive leaves it. */
export interface Merging {
  /**
   * Titles of its commands: on two records, on one, and on what was removed. `two` heads the rehearsal,
   * `onlyTwo` says that no other number will do.
   */
  readonly words: {
    readonly merge: string;
    readonly mergeInto: string;
    readonly rebuild: string;
    readonly two: string;
    readonly onlyTwo: string;
  };
  /** Whether the value is one that a merge decides about. */
  readonly takesPart: (this: void, field: Field) => boolean;
  /** Whether Pipedrive itself puts both values together where both records have one; else the survivor's stays. */
  readonly joins: (this: void, field: Field) => boolean;
  /** What moves over to the survivor. */
  readonly moves: HangingOff;
  /** What it takes, the readings before and after it among it. @param kept whether values are written first */
  readonly plan: (this: void, kept: boolean) => readonly Planned[];
  /** Merges for good. Answers the survivor. Never repeated blindly. */
  readonly run: (
    this: void,
    session: Session,
    absorbed: RecordId,
    survivor: RecordId,
    options?: CallOptions,
  ) => Promise<PipedriveRecord>;
}
