import type { PipedriveRecord } from '../model/record.ts';

/** What goes with a record when it is deleted, stays behind without it, or moves over when it is merged. */
export interface HangingOff {
  /** Keys of the values that it tells of; a list may leave them out of its rows. */
  readonly needs: readonly string[];
  /** As parts of a sentence, `3 open deals`, by what the record itself holds. */
  readonly of: (this: void, record: PipedriveRecord) => readonly string[];
}
