import type { Described, FieldEntity } from './described.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';

export type ApiVersion = 'v1' | 'v2';

/** The records that have list, get and search operations of their own. */
export type Entity = 'person' | 'product' | 'pipeline' | 'stage' | FieldEntity | 'organization';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** For what is read once and kept. */
export interface KeptOptions extends CallOptions {
  /** Reads it again, and keeps that. */
  readonly refresh?: boolean;
}

/** `refresh` matters to lists of fields alone: they are kept, and come whole in one page. All others are read each time. */
export interface ListOptions extends KeptOptions {
  /** `next` of the page before; absent for the first. */
  readonly cursor?: string;
  /** Default and maximum: the largest page Pipedrive gives (500). */
  readonly limit?: number;
  /** Filters and sorting in version 2's names (`pipeline_id`, `sort_by` …), translated at the wire. */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
}

/** A row of a search: enough to name the record. */
export interface SearchHit {
  readonly id: number;
  readonly name: string;
  /** What tells two of the same name apart: an e-mail address, an organization, a code. */
  readonly detail?: string;
}

/**
 * One entity's operations. Callers cannot tell which version answered.
 * Every method throws `PipedriveError` and nothing else.
 */
export interface Resource {
  list(options?: ListOptions): Promise<Page<PipedriveRecord>>;
  get(id: RecordId, options?: CallOptions): Promise<PipedriveRecord>;
  search(term: string, options?: ListOptions): Promise<Page<SearchHit>>;
  /** @param values what is set, by field key. Answers the record as Pipedrive made it. Never repeated blindly. */
  create(values: Values, options?: CallOptions): Promise<PipedriveRecord>;
  /** @param changes only what differs; `null` clears. Answers the record as it is now. Never repeated blindly. */
  update(id: RecordId, changes: Values, options?: CallOptions): Promise<PipedriveRecord>;
  /** Deleting what is already gone counts as done. */
  remove(id: RecordId, options?: CallOptions): Promise<void>;
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

/** `GET /users/me`. */
export interface Me extends User {
  readonly companyId: number;
  readonly companyName: string;
  /** The `acme` of `acme.pipedrive.com`. */
  readonly companyDomain: string;
  /** ISO 4217. */
  readonly defaultCurrency: string;
}

/** What Pipedrive's answers tell of its limits; absent until a header said it. */
export interface Budget {
  readonly dailyLimit?: number;
  readonly dailyRemaining?: number;
}

/** Pipedrive over HTTP, for one account. */
export interface Api {
  records(entity: Entity): Resource;
  /** All of the entity's fields, read once and kept: the same reading as the list of their records. */
  fields(entity: Described, options?: KeptOptions): Promise<readonly Field[]>;
  /** The company's users, read once and kept. */
  users(options?: KeptOptions): Promise<readonly User[]>;
  /** Whose token this is, read once and kept. */
  me(options?: KeptOptions): Promise<Me>;
  readonly budget: Budget;
  /** The server's time in milliseconds, by its last answer; by this computer's clock before there is one. */
  now(): number;
  /** Rejects what waits and what runs. */
  dispose(): void;
}

/** Where the request path writes its lines; the extension hands in the log channel. */
export interface Log {
  debug(line: string): void;
  warn(line: string): void;
}

export interface ApiOptions {
  /** Origin without path, `https://acme.pipedrive.com` or a loopback address. */
  readonly baseUrl: string;
  readonly token: string;
  /** Read at each call, so that a changed setting applies at once. */
  readonly version: () => ApiVersion;
  readonly log: Log;
}
