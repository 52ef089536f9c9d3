import type { Session } from '../../account/types.ts';
import type { ListOptions, Planned } from '../../api/types.ts';
import type { ValueChange } from '../../model/history/change.ts';
import type { HistoryEvent } from '../../model/history/event.ts';
import type { Page, RecordId } from '../../model/record.ts';
import type { ListChoice, RelatedOptions } from '../related/related.ts';

/** What Pipedrive tells of the past of a kind's records. */
export interface History {
  readonly words: {
    /** In place of no events. */
    readonly none: string;
    /** What it leaves out, said beneath it. */
    readonly note?: string;
  };
  /** Which events are told; absent where they are of one sort. */
  readonly choices?: readonly ListChoice[];
  /** What happened, the latest first, page by page. */
  readonly events: (this: void, session: Session, record: RecordId, options?: RelatedOptions) => Promise<Page<HistoryEvent>>;
  /** The changes of the record's own values; absent where Pipedrive keeps none, and nothing can be rebuilt. */
  readonly changes?: {
    /** What a page of them takes. */
    readonly plan: Planned;
    /** The latest first, page by page. */
    readonly list: (this: void, session: Session, record: RecordId, options?: ListOptions) => Promise<Page<ValueChange>>;
  };
}
