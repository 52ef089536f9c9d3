import type { Session } from '../account/types.ts';
import type { CallOptions, ListOptions, Planned, Removal, RemovalOptions, WriteOptions } from '../api/types.ts';
import type { ViewName } from '../ids/index.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Assigning } from './assigning.ts';
import type { Board } from './board.ts';
import type { Doubles } from './doubles.ts';
import type { History } from './history/history.ts';
import type { Related } from './related/related.ts';
import type { HangingOff } from './hangingOff.ts';
import type { Listed } from './listed/listed.ts';
import type { Merging } from './merging.ts';
import type { Picturing } from './picturing.ts';
import type { Searching } from './searching.ts';
import type { Reckoning } from './statistics.ts';

/** Something small that hangs off a record and is no record of a kind: an option. */
export interface Item {
  readonly id: string;
  /** Empty where it has no name. */
  readonly label: string;
  readonly description?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Pipedrive's name of a colour (`green`, `dark-gray` …). */
  readonly color?: string;
}

/** What hangs off a record: a field's options. */
export interface Collection {
  /** Tells it from the record's other collections: `options`. */
  readonly id: string;
  /** `many` heads it where a record has several, `none` stands in place of no items. */
  readonly words: { readonly many: string; readonly none: string };
  /** False for a record known to have none of it. */
  has(record: PipedriveRecord): boolean;
  list(session: Session, record: PipedriveRecord, options?: ListOptions): Promise<Page<Item>>;
}

/**
 * What the records of one kind are and can do, said once. Surfaces ask the kind and
 * never which kind it is. An operation that is absent is not possible for the kind.
 */
export interface Kind {
  readonly id: string;
  /** The folder in a document's address: `persons`. */
  readonly folder: string;
  /** The side-bar view that shows it; kinds that share one become its groups. */
  readonly view: ViewName;
  readonly words: {
    readonly one: string;
    readonly many: string;
    /** The same in a sentence: `persons`. */
    readonly several: string;
    /** With their number, in a sentence: `{0} person`, `{0} persons`. */
    readonly counted: readonly [one: string, several: string];
    readonly none: string;
    readonly create: string;
  };
  /** A codicon's name. */
  readonly icon: string;

  /** A record's name as Pipedrive holds it, empty where there is none; `titleOf` is for people. */
  title(record: Pick<PipedriveRecord, 'id' | 'values'>): string;
  /** Key of the value that is its name. */
  readonly nameKey: string;
  /** The grey text behind the title in a list: a price as it is, a type as words. */
  description(record: PipedriveRecord): string;
  /** The codicon of one record, where records of a kind differ; else `icon`. */
  readonly iconOf?: (this: void, record: PipedriveRecord) => string;
  /** Keys of the main fields, for the tooltip, in order. */
  readonly summary: readonly string[];
  /** Path of the record's page in Pipedrive, `/person/42`; absent where it has none. */
  readonly webPath?: (this: void, record: Pick<PipedriveRecord, 'id'>) => string;

  /** The fields, in the order the form shows them. */
  fields(session: Session, options?: CallOptions): Promise<readonly Field[]>;
  list(session: Session, options?: ListOptions): Promise<Page<PipedriveRecord>>;
  /** How its list can be sorted, grouped and filtered; absent where it comes as it is. */
  readonly listed?: Listed;
  /** Key of the value whose first option colours a record's row. */
  readonly tint?: string;
  /** True for short lists that are read to the end at once, without “Load more”. */
  readonly listsWhole?: boolean;
  /** The fields as they are for one record, where that depends on it; absent where it does not. No record: a new one. */
  readonly fieldsOf?: (this: void, fields: readonly Field[], record: PipedriveRecord | undefined) => readonly Field[];
  /** Why this record can be looked at and not be changed or deleted, where Pipedrive keeps it to itself. */
  readonly locked?: (this: void, record: PipedriveRecord) => string | undefined;
  /** How its records are found by a term; absent where Pipedrive has no search. */
  readonly search?: Searching;
  get(session: Session, id: RecordId, options?: CallOptions): Promise<PipedriveRecord>;
  readonly create?: (this: void, session: Session, values: Values, options?: WriteOptions) => Promise<PipedriveRecord>;
  /**
   * @param changes only what differs; `null` or an empty list clears
   * @param current the record as it was just read
   */
  readonly update?: (
    this: void,
    session: Session,
    current: PipedriveRecord,
    changes: Values,
    options?: WriteOptions,
  ) => Promise<PipedriveRecord>;
  readonly remove?: (this: void, session: Session, id: RecordId, options?: CallOptions) => Promise<void>;
  /** Deletes many, and what that takes; absent where it is done one by one and nobody knows what that takes. */
  readonly removeMany?: {
    readonly plan: (this: void, count: number) => Planned;
    readonly run: (this: void, session: Session, ids: readonly RecordId[], options?: RemovalOptions) => Promise<Removal>;
  };
  /** Brings a deleted record back; none where it is still deleted afterwards. Absent where Pipedrive knows no way. */
  readonly restore?: (this: void, session: Session, id: RecordId, options?: CallOptions) => Promise<PipedriveRecord | undefined>;
  readonly hangsOff?: HangingOff;
  /** How two of its records become one; absent where Pipedrive knows no way. */
  readonly merge?: Merging;
  /** The picture that each record may have; absent where they have none. */
  readonly picture?: Picturing;
  /** How records that may be one are found; absent where nobody looks for them. */
  readonly doubles?: Doubles;
  /** What can be done about a record once it is deleted, said before it is; absent where nobody knows. */
  readonly afterwards?: string;
  /** The id of the kind whose fields its records are. */
  readonly describes?: string;
  /** True where its records do not tell when they were made. */
  readonly undated?: true;
  /** What a list can set of many of its records at once; absent where there is nothing. */
  readonly assigning?: Assigning;
  /** Keys of the values that a list offers to edit in place. */
  readonly quick?: readonly string[];
  /** What a new record begins with. */
  readonly defaults?: (this: void, session: Session) => Promise<Values>;
  /** What hangs off a record; absent where nothing does. */
  readonly collections?: readonly Collection[];
  /** Its activities, notes, deals: lists that the form shows in tabs beside the fields; absent where it has none. */
  readonly related?: readonly Related[];
  /** True where a record that is read by itself tells how much is in these lists; a row of a list may not. */
  readonly counted?: true;
  /** Its stages and the cards in them; absent where its records are no boards. */
  readonly board?: Board;
  /** What Pipedrive reckons of a record over time; absent where it reckons nothing. */
  readonly statistics?: Reckoning;
  /** What Pipedrive tells of the past of its records; absent where it tells nothing. */
  readonly history?: History;
}

/** Gives a kind its exact type and checks it. */
export function defineKind(kind: Kind): Kind {
  return kind;
}
