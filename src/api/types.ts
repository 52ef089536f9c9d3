import type { PipedriveError } from './errors.ts';
import type { Described, FieldEntity } from './described.ts';
import type { OperationName } from './operationTable.ts';
import type { Crop } from '../model/crop.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Money } from '../model/values.ts';

export type ApiVersion = 'v1' | 'v2';

/** The records that have list, get and search operations of their own. */
export type Entity =
  | 'person'
  | 'product'
  | 'pipeline'
  | 'stage'
  | FieldEntity
  | 'organization'
  | 'deal'
  | 'activity'
  | 'note'
  | 'file';

/** What the chosen version makes of a value in a write. */
export type Writing = Pick<Field, 'writable' | 'settable' | 'clearable' | 'unsure' | 'reason'>;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Nobody waits for it: it goes after all that somebody waits for. */
  readonly background?: boolean;
}

/** What a write that was done did not do all the same. */
export interface Notice {
  /** Key of the value. */
  readonly field: string;
  readonly sentence: string;
}

export interface WriteOptions extends CallOptions {
  /** Told of what Pipedrive passed over without refusing the write. */
  readonly notice?: (notice: Notice) => void;
}

/** How far a file is on its way. */
export interface Sent {
  readonly bytes: number;
  /** All bytes of the file. */
  readonly total: number;
}

export interface UploadOptions extends CallOptions {
  /** Told as the file goes out. It begins again where the upload is sent again, as Pipedrive's 429 asks for. */
  readonly sent?: (sent: Sent) => void;
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

/** What can be listed page by page. */
export interface Listing<T> {
  list(options?: ListOptions): Promise<Page<T>>;
}

/** Where a search looks, in Pipedrive's names. Which of them there are depends on the entity. */
export type SearchField = 'name' | 'email' | 'phone' | 'code' | 'address' | 'notes' | 'custom_fields';

/** A text of a found record in which the term may stand. */
export interface SearchText {
  readonly field: SearchField;
  readonly text: string;
}

/** A row of a search: enough to name the record, and to see why it was found. */
export interface SearchHit {
  readonly id: number;
  readonly name: string;
  /** What tells two of the same name apart: an e-mail address, an organization, a code. */
  readonly detail?: string;
  /** The name of its organization. */
  readonly organization?: string;
  /** Where the search asked for it. */
  readonly price?: Money;
  /** Address of a small picture, where the search asked for it and the answer tells it. */
  readonly picture?: string;
  /** What else of it was searched, as far as the answer tells it. */
  readonly texts?: readonly SearchText[];
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
  create(values: Values, options?: WriteOptions): Promise<PipedriveRecord>;
  /**
   * @param changes only what differs; `null` clears, a list (`prices`, a field's `options`) is the whole list from now on.
   * Answers the record as it is now. Never repeated blindly.
   */
  update(id: RecordId, changes: Values, options?: WriteOptions): Promise<PipedriveRecord>;
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
  /** ISO 3166-1, two letters; empty where Pipedrive does not tell it. */
  readonly companyCountry: string;
  /** ISO 4217. */
  readonly defaultCurrency: string;
}

/** The day's API tokens, which the whole company shares. */
export interface Budget {
  /** Absent until a header said it. */
  readonly dailyLimit?: number;
  /** Counted on by the table's costs where an answer does not tell it. */
  readonly dailyRemaining?: number;
  /** What this client has used since it was made, by the table's costs. */
  readonly used: number;
  /** Pipedrive refused a request because nothing is left. */
  readonly spent?: true;
}

/** The lists that hang off a record (`deal.archived` off none); named as their operations. */
export type CollectionName =
  | `person.${'activities' | 'changelog' | 'deals' | 'files' | 'flow' | 'mails' | 'notes' | 'products'}`
  | `${Followable}.${'followers' | 'followerChanges' | 'permittedUsers'}`
  | 'product.deals'
  | 'product.files'
  | 'pipeline.deals'
  | 'deal.archived';

/** What Pipedrive may bring back after it was deleted. */
export type Restorable = 'person' | 'product' | 'pipeline';

/** What users can follow. */
export type Followable = 'person' | 'product';

export interface Followers {
  /** Who follows already goes on following. */
  add(id: RecordId, userId: number, options?: CallOptions): Promise<void>;
  remove(id: RecordId, userId: number, options?: CallOptions): Promise<void>;
}

export interface RemovalOptions extends CallOptions {
  /** Told how many are done, deleted or not. */
  readonly progress?: (done: number) => void;
  /** Told of each as soon as it is gone. */
  readonly removed?: (id: RecordId) => void;
}

/** What became of a deletion of many. */
export interface Removal {
  readonly removed: readonly RecordId[];
  /** Why each is still there: a `PipedriveError`, unless something broke. */
  readonly failed: readonly { readonly id: RecordId; readonly error: unknown }[];
}

/** From one day to another, both `YYYY-MM-DD` and both inside; of one user, by default one's own. */
export interface Span {
  readonly from: string;
  readonly until: string;
  readonly userId?: number;
}

export interface DealCount {
  readonly count: number;
  readonly dealIds: readonly number[];
  /** By currency. */
  readonly values: Readonly<Record<string, number>>;
}

/** Rates in percent, as Pipedrive gives them. */
export interface Conversion {
  readonly stages: readonly { readonly from: number; readonly to: number; readonly rate: number }[];
  readonly won: number;
  readonly lost: number;
}

export interface Movement {
  /** How often a deal went from one stage to another. */
  readonly moved: number;
  readonly started: DealCount;
  readonly open: DealCount;
  readonly won: DealCount;
  readonly lost: DealCount;
  /** In days. */
  readonly averageAge: number;
  readonly averageAgeByStage: readonly { readonly stageId: number; readonly days: number }[];
}

export interface Statistics {
  conversion(pipelineId: RecordId, span: Span, options?: CallOptions): Promise<Conversion>;
  movement(pipelineId: RecordId, span: Span, options?: CallOptions): Promise<Movement>;
  /** The sums of a pipeline's deals as they came, by stage and currency, also converted to one. Empty where Pipedrive gives none. */
  summary(pipelineId: RecordId, currency?: string, options?: CallOptions): Promise<Values>;
  /**
   * How many open deals each stage has, and what they are worth in one currency; by their own currencies where Pipedrive
   * does not convert. Stages without deals are not among them.
   * @param query whose: `owner_id` or `filter_id`; everyone's without
   */
  stageTotals(
    pipelineId: RecordId,
    query: NonNullable<ListOptions['query']>,
    currency: string,
    options?: CallOptions,
  ): Promise<ReadonlyMap<string, { readonly count: number; readonly values: Readonly<Record<string, number>> }>>;
}

/** Addresses by their size in pixels, for everybody who knows them. */
export type Picture = Readonly<Record<'128' | '512', string | undefined>> & {
  /** As records hold it; absent where Pipedrive does not tell it. */
  readonly id?: number;
};

/** The bytes of a picture, for an image element. */
export interface ImageContent {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Pictures {
  /** None where the person has none. */
  get(personId: RecordId, options?: CallOptions): Promise<Picture | undefined>;
  /** The picture itself, the smaller of the two. None where the person has none. */
  content(personId: RecordId, options?: CallOptions): Promise<ImageContent | undefined>;
  /**
   * Replaces the one before. The file is looked at first: GIF, JPG or PNG, square (or cropped so), 128 pixels or more.
   * @param path of a file on this computer
   */
  set(personId: RecordId, path: string, crop?: Crop, options?: UploadOptions): Promise<Picture>;
  remove(personId: RecordId, options?: CallOptions): Promise<void>;
}

/** What a file belongs to. */
export type FileOwner = Readonly<
  Partial<Record<'person_id' | 'product_id' | 'deal_id' | 'org_id' | 'activity_id' | 'lead_id', RecordId>>
>;

export interface Files {
  /** @param path of a file on this computer; its bytes are read as they are sent */
  upload(path: string, owner: FileOwner, options?: UploadOptions): Promise<PipedriveRecord>;
  /** @param path where it goes; what is there is replaced, and nothing is left there where it fails */
  download(id: RecordId, path: string, options?: CallOptions): Promise<void>;
}

/** What an activity can be: a call, a site visit. */
export interface ActivityType {
  /** What activities name it by: `call`. */
  readonly key: string;
  readonly name: string;
  /** What Pipedrive draws it with: `car`. */
  readonly icon: string;
  readonly active: boolean;
}

export interface Currency {
  /** ISO 4217, or the company's own. */
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly decimals: number;
  readonly active: boolean;
}

/** A filter that people saved; its number goes into a list's `filter_id`. */
export interface Filter {
  readonly id: number;
  readonly name: string;
}

/** An operation that is meant to be called so many times. */
export interface Planned {
  readonly operation: OperationName;
  /** 1 unless said otherwise. Lists count by the page, a deletion of many by the record. */
  readonly count?: number;
}

/** Pipedrive over HTTP, for one account. */
export interface Api {
  records(entity: Entity): Resource;
  /** A list that hangs off a record. */
  collection(name: CollectionName, id?: RecordId): Listing<PipedriveRecord>;
  /** All persons along a cursor, with `updated_since` and `updated_until`; rows hold less than those of the list. */
  scanPersons(): Listing<PipedriveRecord>;
  /** Deletes many, in one request where the chosen version can, and says of each whether it is gone. */
  removeMany(entity: Entity, ids: readonly RecordId[], options?: RemovalOptions): Promise<Removal>;
  /**
   * Brings back what was deleted, as version 1 alone may, and reads it again to know. Answers none where it is still
   * deleted.
   */
  restore(entity: Restorable, id: RecordId, options?: CallOptions): Promise<PipedriveRecord | undefined>;
  followers(entity: Followable): Followers;
  /**
   * Makes two persons one, for good. What hangs off the absorbed one moves over, and where both have a value the
   * survivor's stays. Answers the survivor.
   */
  merge(absorbed: RecordId, survivor: RecordId, options?: CallOptions): Promise<PipedriveRecord>;
  readonly pictures: Pictures;
  readonly files: Files;
  readonly statistics: Statistics;
  /** One mail with its body. */
  mail(id: RecordId, options?: CallOptions): Promise<PipedriveRecord>;
  /** The company's types of activities in their order, read once and kept. */
  activityTypes(options?: KeptOptions): Promise<readonly ActivityType[]>;
  /** The company's currencies, read once and kept. */
  currencies(options?: KeptOptions): Promise<readonly Currency[]>;
  /** The filters for a kind of records (`people`, `products`, `deals` …), read once and kept. */
  filters(type: string, options?: KeptOptions): Promise<readonly Filter[]>;
  findUsers(term: string, by?: 'name' | 'email', options?: CallOptions): Promise<readonly User[]>;
  /**
   * Who answers a list with all of a query: the first of the operations that the chosen version serves, else the first
   * that the other does; none where some of the query would be passed over.
   */
  serves(
    operations: readonly OperationName[],
    query: NonNullable<ListOptions['query']>,
  ): { readonly operation: OperationName; readonly version: ApiVersion; readonly chosen: boolean } | undefined;
  /** What a plan costs in API tokens under the chosen version, before it runs. */
  forecast(plan: readonly Planned[]): number;
  /** All of the entity's fields, read once and kept: the same reading as the list of their records. */
  fields(entity: Described, options?: KeptOptions): Promise<readonly Field[]>;
  /** Whether a value can be written in the chosen version; those of described entities say it of each field. */
  writing(entity: 'pipeline' | 'stage', key: string): Writing;
  /** The company's users, read once and kept. */
  users(options?: KeptOptions): Promise<readonly User[]>;
  /** Whose token this is, read once and kept. */
  me(options?: KeptOptions): Promise<Me>;
  /** Whose token this is and whether it is an administrator's; asked anew. */
  standing(options?: CallOptions): Promise<Standing>;
  /**
   * Whether a version answers, by the cheapest question: one pipeline, else the first of the list.
   *
   * @param known the id of a pipeline, where one is known
   * @returns such an id; none where the company has no pipeline
   */
  answers(version: ApiVersion, known?: RecordId, options?: CallOptions): Promise<RecordId | undefined>;
  readonly budget: Budget;
  readonly queue: Queue;
  /** Somebody knows that the day's tokens were renewed: requests are let through, and what is left is unknown again. */
  renewed(): void;
  /** The server's time in milliseconds, by its last answer; by this computer's clock before there is one. */
  now(): number;
  /** Rejects what waits and what runs. */
  dispose(): void;
}

/** What waits to be sent, and why. */
export interface Queue {
  /** Requests that wait for their turn. */
  readonly waiting: number;
  /** At most so many are sent in two seconds: half of what Pipedrive takes, since others share it. */
  readonly atMost: number;
  /** How long nothing is sent because Pipedrive asked for a pause, in milliseconds; absent where it did not. */
  readonly pausedFor?: number;
}

/** A request that was answered. */
export interface AnsweredRequest {
  readonly operation: OperationName;
  /** What it took of the day's tokens, by the table. */
  readonly tokens: number;
}

/** What an API token's user may do, as far as `GET /users/me` tells it. */
export interface Standing {
  readonly me: Me;
  readonly admin: boolean;
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
  /** Told when Pipedrive does not accept the token, before the caller hears of it. */
  readonly refused?: (error: PipedriveError) => void;
  /** Told of each answer, good or bad, once the budget has heard of it. */
  readonly answered?: (request: AnsweredRequest) => void;
}
