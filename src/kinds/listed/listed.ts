import type { Session } from '../../account/types.ts';
import type { OperationName } from '../../api/operationTable.ts';
import type { ListOptions } from '../../api/types.ts';
import type { Page, PipedriveRecord } from '../../model/record.ts';

export type Query = NonNullable<ListOptions['query']>;

/** An order that a list can come in. */
export interface Sort {
  readonly id: string;
  readonly label: string;
  readonly query: Query;
}

/** What a filter was set to: what it asks for, and how a person calls that. */
export interface Chosen {
  readonly query: Query;
  readonly label: string;
}

/** One of the values of a filter, as it stands in a picker. */
export interface FilterChoice extends Chosen {
  readonly detail?: string;
}

/** Something that narrows a list. */
export interface ListFilter {
  readonly id: string;
  readonly label: string;
  /** Stands before its value, where the label does not fit there. */
  readonly said?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Names of the query that it sets. */
  readonly keys: readonly string[];
  /** Filters and groupings whose names of the query Pipedrive passes over beside it. */
  readonly replaces?: readonly string[];
  /** How its value is asked for: one of several, one letter, or from one day to another. */
  readonly ask: 'choice' | 'letter' | 'span';
  readonly choices?: (this: void, session: Session) => Promise<readonly FilterChoice[]>;
  /** Whether a record is among what the query asks for; undefined where its values do not tell. */
  readonly holds?: (this: void, record: PipedriveRecord, query: Query) => boolean | undefined;
}

/** A heading that records stand under. */
export interface Heading {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** True for what is no longer in use. */
  readonly dimmed?: boolean;
  /** What asks for the records under it; absent where they are picked out of the whole list. */
  readonly query?: Query;
}

/** A way to show a list under headings. */
export interface Grouping {
  readonly id: string;
  readonly label: string;
  /** Names of the query that its headings set; none where the records are picked out of the whole list. */
  readonly keys: readonly string[];
  /** What stands under no heading, said below them. */
  readonly note?: string;
  /** True where a person can name another heading: a letter. */
  readonly open?: true;
  /** @param own the headings that a person named */
  headings(session: Session, own: readonly string[], options?: ListOptions): Promise<Page<Heading>>;
  /** The id of the heading that a record belongs under, `null` for none of them; undefined where its values do not tell. */
  readonly headingOf: (this: void, record: PipedriveRecord) => string | null | undefined;
}

/** How the list of a kind's records can be shown. */
export interface Listed {
  /** Stands in place of no records under a heading or within filters. */
  readonly none: string;
  /** The operations that list them; absent where sorting and filtering ask nobody. */
  readonly operations?: readonly OperationName[];
  readonly sorts: readonly Sort[];
  readonly filters: readonly ListFilter[];
  readonly groupings: readonly Grouping[];
  /** The grouping at first; absent for one list. */
  readonly usual?: string;
  /** What was changed since a time (RFC 3339), some of its values at least; absent where Pipedrive cannot be asked so. */
  readonly changes?: (this: void, session: Session, since: string, options?: ListOptions) => Promise<Page<PipedriveRecord>>;
}
