import type { Session } from '../../account/types.ts';
import type { CallOptions, Planned, UploadOptions } from '../../api/types.ts';
import type { Page, PipedriveRecord, RecordId } from '../../model/record.ts';
import type { ActivityType } from './activityTypes.ts';
import type { Drafts, RelatedItem } from '../../model/related.ts';

/** What opening an item shows. */
export type Opened =
  | { readonly as: 'text'; readonly title: string; readonly text: string }
  | {
      readonly as: 'file';
      readonly name: string;
      /** In bytes, where Pipedrive tells. */
      readonly size?: number;
      /** @param path where it goes; what is there is replaced */
      save(path: string, options?: CallOptions): Promise<void>;
    }
  /** A path of a page in Pipedrive, `/deal/7`. */
  | { readonly as: 'page'; readonly path: string }
  | { readonly as: 'record'; readonly kindId: string; readonly id: RecordId };

/** One of what can be chosen. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  /** Key of the record's value that counts what is listed then. */
  readonly countKey?: string;
}

/** A choice of what is listed, and of its order. */
export interface ListChoice {
  readonly id: string;
  readonly label: string;
  /** True where it leaves something out, which is said wherever the list stands. */
  readonly narrows?: true;
  /** The first is chosen unless said otherwise. */
  readonly options: readonly ChoiceOption[];
}

export interface RelatedOptions extends CallOptions {
  /** `next` of the page before. */
  readonly cursor?: string;
  /** The chosen option's id by the choice's. */
  readonly chosen?: Readonly<Record<string, string>>;
}

/** How an item is added. */
export type Adding = {
  readonly [F in keyof Drafts]: {
    readonly form: F;
    readonly plan: readonly Planned[];
    /** What a new activity can be, as the company has it. */
    readonly types?: (this: void, session: Session, options?: CallOptions) => Promise<readonly ActivityType[]>;
    readonly run: (
      this: void,
      session: Session,
      record: RecordId,
      draft: Drafts[F],
      options?: UploadOptions,
    ) => Promise<RelatedItem>;
  };
}[keyof Drafts];

/**
 * A list of what hangs off records of a kind: their notes, deals, followers. Each function throws `PipedriveError`.
 */
export interface Related {
  /** Tells it from the record's other lists: `notes`. */
  readonly id: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly words: {
    readonly many: string;
    /** In place of no items. */
    readonly none: string;
    /** What the list leaves out, said beneath it. */
    readonly note?: string;
  };
  /** Key of the record's value that counts them. */
  readonly countKey?: string;
  readonly choices?: readonly ListChoice[];
  list(session: Session, record: PipedriveRecord, options?: RelatedOptions): Promise<Page<RelatedItem>>;
  readonly open?: (this: void, session: Session, id: string, options?: CallOptions) => Promise<Opened>;
  readonly add?: Adding;
  /** Gives an item another text. */
  readonly change?: (this: void, session: Session, id: string, text: string, options?: CallOptions) => Promise<RelatedItem>;
  /** Ticks it done, or not. */
  readonly tick?: (this: void, session: Session, id: string, done: boolean, options?: CallOptions) => Promise<RelatedItem>;
  readonly remove?: {
    /** What the button says: `Delete Note`, `Stop Following`. */
    readonly label: string;
    /** Asked before; absent where it is done without asking, since it can be undone by adding it again. */
    readonly question?: string;
    readonly run: (this: void, session: Session, record: RecordId, id: string, options?: CallOptions) => Promise<void>;
  };
}
