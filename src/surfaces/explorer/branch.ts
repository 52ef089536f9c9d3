import type { Account } from '../../account/types.ts';
import type { Collection, Item, Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { mostIds } from '../../kinds/searching.ts';
import type { ListOptions } from '../../api/types.ts';
import type { Page, PipedriveRecord } from '../../model/record.ts';
import type { KeptEntry } from '../shared/keptSearches.ts';
import { Listing } from './listing.ts';
import type { CollectionNode, GroupNode, KeptNode, Node, RecordNode } from './nodes.ts';
import { QuickValues } from './quickValues.ts';
import { rowsOf } from './rows.ts';

/** Runs a load from a node and shows what it brought under `parent`. */
type Run = (parent: Node, load: () => Promise<void>) => Promise<void>;

/** Stands where none of a kept search are left. */
const noneLeft = { words: { none: 'None of these are there any more' } };

/** One kind's part of a tree, for one account: all of its records, or those of a search that was kept. */
export class Branch {
  readonly kind: Kind;
  readonly account: Account;
  readonly group: GroupNode | KeptNode;
  readonly listing: Listing<PipedriveRecord>;
  readonly #records: Records;
  readonly #nodes = new Map<string, RecordNode>();
  readonly #values: QuickValues;

  /** @param kept the search whose records these are; all of them without it */
  constructor(kind: Kind, account: Account, records: Records, kept?: KeptEntry) {
    this.kind = kind;
    this.account = account;
    this.#records = records;
    this.#values = new QuickValues(records, (node, record) => {
      if (this.listing.replace(record)) this.#renew(node, record);
    });
    const key = (record: PipedriveRecord) => String(record.id);
    const id = `${account.id}/${kind.folder}`;
    if (kept) {
      this.listing = new Listing({ page: (options) => this.#pageOf(kept, options), key, whole: true });
      this.group = { type: 'kept', id: `${id}?search=${kept.id}`, kind, kept, listing: this.listing };
    } else {
      const page = (options: ListOptions) => records.list(kind, account.id, options);
      this.listing = new Listing({ page, key, whole: kind.listsWhole ?? false });
      this.group = { type: 'group', id, kind };
    }
  }

  /** The records, as the group opens to them. */
  async rows(run: Run): Promise<Node[]> {
    await this.listing.load();
    const rows = rowsOf(this.listing, {
      id: this.group.id,
      node: (record) => this.#node(record),
      empty: () => this.#emptyRows(),
      run: (load) => run(this.group, load),
    });
    this.#forgetGone();
    return rows;
  }

  /**
   * What a record opens to: its values that can be changed in the list and a heading for each collection, or else the items
   * of its one collection; and what a heading opens to.
   */
  async rowsUnder(node: RecordNode | CollectionNode, run: Run): Promise<Node[]> {
    if (node.type === 'collection') return this.#items(node, node, run);
    const collections = collectionsOf(node);
    const [only] = collections;
    if (this.kind.quick) return [...(await this.#values.rows(node, () => run(node, async () => undefined))), ...collections];
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

  /** Reads again what is open; `isOpen` tells which nodes show what is under them. */
  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    if (!this.listing.opened) return;
    await this.listing.reload();
    for (const record of this.listing.items) this.#node(record);
    const unfolded: Promise<void>[] = [];
    for (const collection of [...this.#nodes.values()].flatMap(({ collections }) => collections)) {
      const { of, listing } = collection;
      if (!listing.opened) continue;
      if (isOpen(of) && isOpen(collection)) unfolded.push(listing.reload());
      else listing.markStale();
    }
    await Promise.all(unfolded);
  }

  /** Takes in a record as a write's answer told it. Answers the node to update, or `true` for the whole branch. */
  apply(change: 'created' | 'updated' | 'removed', key: string, record: PipedriveRecord | undefined): RecordNode | boolean {
    if (change === 'removed' || !record) return this.listing.remove(key);
    // What is new was not among what a search has found.
    if (change === 'created') return this.group.type === 'group' && this.listing.add(record);
    const node = this.#nodes.get(key);
    return this.listing.replace(record) && node ? this.#renew(node, record) : false;
  }

  /** The node of a record, which is put on top where it is not among those that are loaded; none while none are. */
  nodeOf(record: PipedriveRecord): RecordNode | undefined {
    if (!this.listing.opened) return undefined;
    if (!this.#nodes.has(String(record.id))) this.listing.add(record);
    return this.#node(record);
  }

  dispose(): void {
    this.listing.cancel();
    for (const node of this.#nodes.values()) cancel(node);
  }

  #node(record: PipedriveRecord): RecordNode {
    const key = String(record.id);
    const known = this.#nodes.get(key);
    if (known) return this.#renew(known, record);
    const node = this.#newNode(key, record);
    this.#nodes.set(key, node);
    return node;
  }

  #newNode(key: string, record: PipedriveRecord): RecordNode {
    const { kind, account } = this;
    const collections: CollectionNode[] = [];
    const node: RecordNode = { type: 'record', id: `${this.group.id}/${key}`, account, kind, record, collections };
    for (const collection of kind.collections ?? []) collections.push(this.#newCollection(node, collection));
    return node;
  }

  #newCollection(of: RecordNode, collection: Collection): CollectionNode {
    const listing = new Listing<Item>({
      // The record as it is when asked, which may have changed since the node was made.
      page: async (options) => collection.list(await this.#records.session(of.account.id), of.record, options),
      key: (item) => item.id,
      whole: true,
    });
    return { type: 'collection', id: `${of.id}/${collection.id}`, of, collection, listing };
  }

  #renew(node: RecordNode, record: PipedriveRecord): RecordNode {
    node.record = record;
    return node;
  }

  /** Nodes of records that a refresh no longer found. */
  #forgetGone(): void {
    const items = this.listing.items;
    if (this.#nodes.size === items.length) return;
    const present = new Set(items.map(({ id }) => String(id)));
    for (const [key, node] of this.#nodes) {
      if (present.has(key)) continue;
      cancel(node);
      this.#nodes.delete(key);
    }
  }

  /** A hundred of a kept search's records, in its order. */
  async #pageOf({ value: { ids } }: KeptEntry, { cursor, ...options }: ListOptions): Promise<Page<PipedriveRecord>> {
    const from = Number(cursor ?? 0);
    const asked = ids.slice(from, from + mostIds);
    const found = await this.#records.byIds(this.kind, this.account.id, asked, options);
    const place = new Map<unknown, number>(asked.map((id, index) => [id, index]));
    const items = found.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
    const next = from + mostIds;
    return { items, misfits: [], ...(next < ids.length && { next: String(next) }) };
  }

  #emptyRows(): Node[] {
    const { kind, group } = this;
    if (group.type === 'kept') return [{ type: 'empty', id: `${group.id}?empty`, of: noneLeft }];
    const empty: Node = { type: 'empty', id: `${group.id}?empty`, of: kind };
    return kind.create ? [empty, { type: 'create', id: `${group.id}?create`, kind }] : [empty];
  }
}

/** The collections that the record has. */
export function collectionsOf({ collections, record }: RecordNode): readonly CollectionNode[] {
  return collections.filter(({ collection }) => collection.has(record));
}

function cancel({ collections }: RecordNode): void {
  for (const { listing } of collections) listing.cancel();
}
