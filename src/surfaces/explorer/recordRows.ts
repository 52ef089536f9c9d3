import type { Account } from '../../account/types.ts';
import type { BoardChoice } from '../../kinds/board.ts';
import type { Moving } from '../../kinds/moves.ts';
import type { Collection, Item, Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { HangingChoices } from './hangingChoices.ts';
import { Listing } from './listing.ts';
import type { CollectionNode, GroupNode, HeadingNode, KeptNode, Node, RecordNode, RelatedNode, StageNode } from './nodes.ts';
import { QuickValues } from './quickValues.ts';
import { rowsOf, type Run } from './rows.ts';
import { Under } from './under.ts';

export interface RecordRowsParts {
  readonly kind: Kind;
  readonly account: Account;
  readonly records: Records;
  readonly listing: Listing<PipedriveRecord>;
  /** What the records hang off: their kind, or one of the headings that they are under. */
  readonly under: GroupNode | HeadingNode | KeptNode;
  /** Which of the list's records stand here; absent for all. */
  readonly keep?: (record: PipedriveRecord) => boolean;
  /** What stands in place of no records. */
  readonly empty: () => readonly Node[];
  /** What the records show that are boards; absent for what is usual. */
  readonly choice?: BoardChoice | undefined;
  /** What of the lists that hang off the records is shown; absent for what is usual. */
  readonly hanging?: HangingChoices | undefined;
}

/** One list of records as rows, and what is under each. The rows stay the same while their records change. */
export class RecordRows {
  readonly listing: Listing<PipedriveRecord>;
  readonly #parts: RecordRowsParts;
  readonly #nodes = new Map<string, RecordNode>();
  readonly #values: QuickValues;
  /** What is under the records that were opened. */
  readonly #under = new Map<string, Under>();

  constructor(parts: RecordRowsParts) {
    this.#parts = parts;
    this.listing = parts.listing;
    this.#values = new QuickValues(parts.records, (node, record) => {
      if (this.listing.replace(record)) renew(node, record);
    });
  }

  async rows(run: Run): Promise<Node[]> {
    const { under, empty, keep } = this.#parts;
    await this.listing.load();
    const rows = rowsOf(this.listing, {
      id: under.id,
      node: (record) => this.#node(record),
      ...(keep && { keep }),
      empty,
      run: (load) => run(under, load),
    });
    this.#forgetGone();
    return rows;
  }

  /**
   * What a record opens to: its values that can be changed in the list and a heading for each collection, or else the items
   * of its one collection, and what hangs off it; and what a heading opens to.
   */
  async rowsUnder(node: RecordNode | CollectionNode | RelatedNode | StageNode, run: Run): Promise<Node[]> {
    if (node.type === 'collection') return this.#items(node, node, run);
    if (node.type !== 'record') return this.#underOf(node.of, run).rowsUnder(node);
    const own = await this.#ownRows(node, run);
    return node.kind.related || node.kind.board ? [...own, ...(await this.#underOf(node, run).rows())] : own;
  }

  async #ownRows(node: RecordNode, run: Run): Promise<Node[]> {
    const collections = collectionsOf(node);
    const [only] = collections;
    if (node.kind.quick) return [...(await this.#values.rows(node, () => run(node, async () => undefined))), ...collections];
    return only && collections.length === 1 ? this.#items(only, node, run) : [...collections];
  }

  /** @param under the node that shows them */
  async #items({ id, collection, listing }: CollectionNode, under: RecordNode | CollectionNode, run: Run): Promise<Node[]> {
    await listing.load();
    return rowsOf<Item>(listing, {
      id,
      node: (item) => ({ type: 'item', id: `${id}/${item.id}`, item }),
      empty: () => [{ type: 'empty', id: `${id}?empty`, of: collection }],
      run: (load) => run(under, load),
    });
  }

  #underOf(node: RecordNode, run: Run): Under {
    const key = String(node.record.id);
    const known = this.#under.get(key);
    if (known?.of === node) return known;
    const made = new Under({ of: node, run, ...this.#parts });
    this.#under.set(key, made);
    return made;
  }

  /** Shows cards that were moved where they stand now. */
  async moved({ moved }: Moving): Promise<void> {
    await Promise.all([...this.#under.values()].map((under) => under.moved(moved)));
  }

  /** Reads again what is open under the records; `isOpen` tells which nodes show what is under them. */
  async refreshUnder(isOpen: (node: Node) => boolean): Promise<void> {
    for (const record of this.listing.items) if (this.#nodes.has(String(record.id))) this.#node(record);
    const unfolded: Promise<void>[] = [];
    for (const collection of [...this.#nodes.values()].flatMap(({ collections }) => collections)) {
      const { of, listing } = collection;
      if (!listing.opened) continue;
      if (isOpen(of) && isOpen(collection)) unfolded.push(listing.reload());
      else listing.markStale();
    }
    await Promise.all([...unfolded, ...[...this.#under.values()].map((under) => under.refresh(isOpen))]);
  }

  /** Takes in a record that is here already; none where it is not. */
  replace(record: PipedriveRecord): RecordNode | undefined {
    const node = this.#nodes.get(String(record.id));
    if (!this.listing.replace(record) || !node) return undefined;
    renew(node, record);
    this.#under.get(String(record.id))?.renew();
    return node;
  }

  /** The node of a record, which is put on top where it is not among those that are loaded; none while none are. */
  nodeOf(record: PipedriveRecord): RecordNode | undefined {
    if (!this.listing.opened) return undefined;
    if (!this.listing.get(String(record.id))) this.listing.add(record);
    return this.#node(record);
  }

  /** The row nearest to some of its rows, below rather than above, that is none of them. */
  beside(rows: readonly RecordNode[]): RecordNode | undefined {
    const { keep = () => true } = this.#parts;
    const all = this.listing.items.filter(keep);
    const place = all.findIndex(({ id }) => id === rows[0]?.record.id);
    if (place < 0) return undefined;
    const nearest = [...all.slice(place + 1), ...all.slice(0, place).reverse()];
    const stays = nearest.find(({ id }) => rows.every(({ record }) => record.id !== id));
    return stays && this.#node(stays);
  }

  dispose(): void {
    this.listing.cancel();
    for (const node of this.#nodes.values()) cancel(node);
    for (const under of this.#under.values()) under.dispose();
  }

  #node(record: PipedriveRecord): RecordNode {
    const key = String(record.id);
    const known = this.#nodes.get(key);
    if (known) return renew(known, record);
    const node = this.#newNode(key, record);
    this.#nodes.set(key, node);
    return node;
  }

  #newNode(key: string, record: PipedriveRecord): RecordNode {
    const { kind, account, under } = this.#parts;
    const collections: CollectionNode[] = [];
    const within = under.type === 'heading' ? { within: under } : {};
    const node: RecordNode = { type: 'record', id: `${under.id}/${key}`, account, kind, record, collections, ...within };
    for (const collection of kind.collections ?? []) collections.push(this.#newCollection(node, collection));
    return node;
  }

  #newCollection(of: RecordNode, collection: Collection): CollectionNode {
    const listing = new Listing<Item>({
      // The record as it is when asked, which may have changed since the node was made.
      page: async (options) => collection.list(await this.#parts.records.session(of.account.id), of.record, options),
      key: (item) => item.id,
      whole: true,
    });
    return { type: 'collection', id: `${of.id}/${collection.id}`, of, collection, listing };
  }

  /** Nodes of records that a refresh no longer found. */
  #forgetGone(): void {
    if (this.#nodes.size === this.listing.size) return;
    for (const [key, node] of this.#nodes) {
      if (this.listing.get(key)) continue;
      cancel(node);
      this.#nodes.delete(key);
      this.#under.get(key)?.dispose();
      this.#under.delete(key);
    }
  }
}

function renew(node: RecordNode, record: PipedriveRecord): RecordNode {
  node.record = record;
  return node;
}

/** The collections that the record has. */
export function collectionsOf({ collections, record }: RecordNode): readonly CollectionNode[] {
  return collections.filter(({ collection }) => collection.has(record));
}

function cancel({ collections }: RecordNode): void {
  for (const { listing } of collections) listing.cancel();
}
