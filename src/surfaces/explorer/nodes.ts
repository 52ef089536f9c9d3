import type { Account } from '../../account/types.ts';
import type { BoardChoice, Card, Stage, StageTotal } from '../../kinds/board.ts';
import type { Collection, Item, Kind } from '../../kinds/index.ts';
import type { Heading } from '../../kinds/listed/listed.ts';
import type { Shown } from '../../kinds/listed/shown.ts';
import type { Related } from '../../kinds/related/related.ts';
import type { Field } from '../../model/field.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { ContactEntry } from '../../model/values.ts';
import type { KeptEntry } from '../shared/keptSearches.ts';
import type { Listing } from './listing.ts';

/** One kind's heading in a view that shows several. */
export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly kind: Kind;
}

/** Results of a search that were kept as a list. */
export interface KeptNode {
  readonly type: 'kept';
  readonly id: string;
  readonly kind: Kind;
  readonly kept: KeptEntry;
  readonly listing: Listing<PipedriveRecord>;
}

/** A heading that records of a kind stand under: a letter, an owner. */
export interface HeadingNode {
  readonly type: 'heading';
  readonly id: string;
  readonly kind: Kind;
  readonly account: Account;
  readonly group: GroupNode;
  heading: Heading;
}

/** A record. The node stays the same while its record changes, so that VS Code can update it in place. */
export interface RecordNode {
  readonly type: 'record';
  readonly id: string;
  readonly account: Account;
  readonly kind: Kind;
  record: PipedriveRecord;
  /** All that its kind's records can have; which of it this one has, its collections tell. */
  readonly collections: readonly CollectionNode[];
  /** The heading that it stands under; absent in one list. */
  readonly within?: HeadingNode;
}

/** One collection of a record: a heading where the record has several. */
export interface CollectionNode {
  readonly type: 'collection';
  readonly id: string;
  readonly of: RecordNode;
  readonly collection: Collection;
  readonly listing: Listing<Item>;
}

export interface ItemNode {
  readonly type: 'item';
  readonly id: string;
  readonly item: Item;
}

/** A list of what hangs off a record: its notes, its files. */
export interface RelatedNode {
  readonly type: 'related';
  readonly id: string;
  readonly of: RecordNode;
  readonly related: Related;
  /** Another one when something else is chosen. */
  listing: Listing<RelatedItem>;
  /** The chosen options by their choices; those that are usual may be absent. */
  chosen: Readonly<Record<string, string>>;
  /** How many there are, where that is known. */
  count?: number | undefined;
  choose(chosen: Readonly<Record<string, string>>): Promise<void>;
}

/** A note, a file, a deal that hangs off a record. */
export interface AttachedNode {
  readonly type: 'attached';
  readonly id: string;
  readonly list: RelatedNode;
  readonly item: RelatedItem;
}

/** A stage of a record that is a board. */
export interface StageNode {
  readonly type: 'stage';
  readonly id: string;
  readonly of: RecordNode;
  stage: Stage;
  /** Absent until it was read. */
  total: StageTotal | undefined;
  readonly listing: Listing<Card>;
}

/** A card in a stage. */
export interface CardNode {
  readonly type: 'card';
  readonly id: string;
  readonly in: StageNode;
  readonly card: Card;
}

/** A value that can be changed in the list: one entry of several, all of a field's choices, or none of either yet. */
export interface ValueNode {
  readonly type: 'value';
  readonly id: string;
  readonly of: RecordNode;
  readonly field: Field;
  /** The entry of a list of contacts. */
  readonly entry?: ContactEntry;
}

/** The sentence of a load that failed. */
export interface FailureNode {
  readonly type: 'failure';
  readonly id: string;
  readonly error: unknown;
}

/** Does what failed again. */
export interface RetryNode {
  readonly type: 'retry';
  readonly id: string;
  readonly error: unknown;
  run(): Promise<void>;
}

/** Continues a list. */
export interface MoreNode {
  readonly type: 'more';
  readonly id: string;
  readonly loaded: number;
  run(): Promise<void>;
}

/** Stands where a list has nothing to show: `of` is what has none. */
export interface EmptyNode {
  readonly type: 'empty';
  readonly id: string;
  readonly of: { readonly words: { readonly none: string } };
}

/** Above a list that is narrowed: by what. A view's description alone is cut where the side bar is narrow. */
export interface FilteredNode {
  readonly type: 'filtered';
  readonly id: string;
  readonly kind: Kind;
  readonly shown: Shown;
}

/** Above boards that do not show everyone's cards: whose. */
export interface NarrowedNode {
  readonly type: 'narrowed';
  readonly id: string;
  readonly kind: Kind;
  readonly choice: BoardChoice;
}

/** Under a list that filters leave nothing of: ends them. */
export interface ClearNode {
  readonly type: 'clear';
  readonly id: string;
  readonly kind: Kind;
}

/** Below the headings: names one more. */
export interface AnotherNode {
  readonly type: 'another';
  readonly id: string;
  readonly kind: Kind;
}

/** Below the headings: what stands under none. */
export interface NoteNode {
  readonly type: 'note';
  readonly id: string;
  readonly text: string;
}

/** Under an empty list: makes the first record. */
export interface CreateNode {
  readonly type: 'create';
  readonly id: string;
  readonly kind: Kind;
}

export type Node =
  | GroupNode
  | KeptNode
  | HeadingNode
  | RecordNode
  | CollectionNode
  | ItemNode
  | RelatedNode
  | AttachedNode
  | StageNode
  | CardNode
  | ValueNode
  | FailureNode
  | RetryNode
  | MoreNode
  | EmptyNode
  | FilteredNode
  | NarrowedNode
  | ClearNode
  | AnotherNode
  | NoteNode
  | CreateNode;

/** Whether a command's argument is a record's node; a caller may hand in anything. */
export function isRecordNode(value: unknown): value is RecordNode {
  return typeof value === 'object' && value !== null && (value as Partial<RecordNode>).type === 'record' && 'record' in value;
}

/** Whether a command's argument is the node that names one more heading. */
export function isAnotherNode(value: unknown): value is AnotherNode {
  return typeof value === 'object' && value !== null && (value as Partial<AnotherNode>).type === 'another' && 'kind' in value;
}

/** Whether a command's argument is a value's node. */
export function isValueNode(value: unknown): value is ValueNode {
  return typeof value === 'object' && value !== null && (value as Partial<ValueNode>).type === 'value' && 'field' in value;
}

/** Whether a command's argument is a list of what hangs off a record. */
export function isRelatedNode(value: unknown): value is RelatedNode {
  return typeof value === 'object' && value !== null && (value as Partial<RelatedNode>).type === 'related' && 'choose' in value;
}

/** Whether a command's argument is something that hangs off a record. */
export function isAttachedNode(value: unknown): value is AttachedNode {
  return typeof value === 'object' && value !== null && (value as Partial<AttachedNode>).type === 'attached' && 'item' in value;
}

/** Whether a command's argument is a stage's node. */
export function isStageNode(value: unknown): value is StageNode {
  return typeof value === 'object' && value !== null && (value as Partial<StageNode>).type === 'stage' && 'stage' in value;
}

/** Whether a command's argument is a card's node. */
export function isCardNode(value: unknown): value is CardNode {
  return typeof value === 'object' && value !== null && (value as Partial<CardNode>).type === 'card' && 'card' in value;
}

/** Whether a command's argument is a node that loads something. */
export function isLoadNode(value: unknown): value is RetryNode | MoreNode {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function';
}
