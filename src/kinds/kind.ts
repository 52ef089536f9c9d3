import type { Session } from '../account/types.ts';
import type { CallOptions, ListOptions } from '../api/types.ts';
import type { ViewName } from '../ids/index.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Sentence } from '../model/sentence.ts';

/** Something small that hangs off a record and is no record of a kind: a stage, an option. */
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

/** What hangs off a record: a pipeline's stages, a field's options. */
export interface Collection {
  /** Tells it from the record's other collections: `stages`. */
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
 * Its words are English, for a surface to hand to `vscode.l10n.t`.
 */
export interface Kind {
  readonly id: string;
  /** The folder in a document's address: `persons`. */
  readonly folder: string;
  /** The side-bar view that shows it; kinds that share one become its groups. */
  readonly view: ViewName;
  readonly words: { readonly one: string; readonly many: string; readonly none: string; readonly create: string };
  /** A codicon's name. */
  readonly icon: string;

  /** A record's name as Pipedrive holds it, empty where there is none; `titleOf` is for people. */
  title(record: Pick<PipedriveRecord, 'id' | 'values'>): string;
  /** The grey text behind the title in a list: a price as it is, a type as words. */
  description(record: PipedriveRecord): string | Sentence;
  /** The codicon of one record, where records of a kind differ; else `icon`. */
  readonly iconOf?: (this: void, record: PipedriveRecord) => string;
  /** Keys of the main fields, for the tooltip, in order. */
  readonly summary: readonly string[];
  /** Path of the record's page in Pipedrive, `/person/42`; absent where it has none. */
  readonly webPath?: (this: void, record: Pick<PipedriveRecord, 'id'>) => string;

  /** The fields, in the order the form shows them. */
  fields(session: Session, options?: CallOptions): Promise<readonly Field[]>;
  list(session: Session, options?: ListOptions): Promise<Page<PipedriveRecord>>;
  /** True for short lists that are read to the end at once, without “Load more”. */
  readonly listsWhole?: boolean;
  get(session: Session, id: RecordId, options?: CallOptions): Promise<PipedriveRecord>;
  readonly create?: (this: void, session: Session, values: Values, options?: CallOptions) => Promise<PipedriveRecord>;
  readonly update?: (
    this: void,
    session: Session,
    id: RecordId,
    changes: Values,
    options?: CallOptions,
  ) => Promise<PipedriveRecord>;
  readonly remove?: (this: void, session: Session, id: RecordId, options?: CallOptions) => Promise<void>;
  /** What a new record begins with. */
  readonly defaults?: (this: void, session: Session) => Promise<Values>;
  /** What hangs off a record; absent where nothing does. */
  readonly collections?: readonly Collection[];
}

/** Gives a kind its exact type and checks it. */
export function defineKind(kind: Kind): Kind {
  return kind;
}
