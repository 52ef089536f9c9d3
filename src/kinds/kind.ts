import type { Session } from '../account/types.ts';
import type { CallOptions, ListOptions } from '../api/types.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';

/** Something small that hangs off a record in the tree and is no record of a kind: a stage, an option. */
export interface Leaf {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Pipedrive's name of a colour (`green`, `dark-gray` …). */
  readonly color?: string;
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
  readonly view: 'persons' | 'pipelines' | 'products' | 'fields';
  readonly words: { readonly one: string; readonly many: string; readonly create: string };
  /** A codicon's name. */
  readonly icon: string;

  title(record: Pick<PipedriveRecord, 'id' | 'values'>): string;
  /** The grey text behind the title in a list: a price, a type. */
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
  /** What a record opens to in the tree; absent where nothing hangs off it. */
  children?: {
    /** False for a record known to have none, so that it gets no arrow. */
    has(record: PipedriveRecord): boolean;
    list(session: Session, record: PipedriveRecord, options?: ListOptions): Promise<Page<Leaf>>;
  };
}

/** Gives a kind its exact type and checks it. */
export function defineKind(kind: Kind): Kind {
  return kind;
}
