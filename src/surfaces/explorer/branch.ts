import type { Account } from '../../account/types.ts';
import type { Kind, Leaf } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { Listing } from './listing.ts';
import type { GroupNode, Node, RecordNode } from './nodes.ts';
import { rowsOf } from './rows.ts';

/** One kind's part of a tree, for one account. */
export class Branch {
  readonly kind: Kind;
  readonly account: Account;
  readonly group: GroupNode;
  readonly listing: Listing<PipedriveRecord>;
  readonly #records: Records;
  readonly #nodes = new Map<string, RecordNode>();

  constructor(kind: Kind, account: Account, records: Records) {
    this.kind = kind;
    this.account = account;
    this.#records = records;
    this.group = { type: 'group', id: `${account.id}/${kind.folder}`, kind };
    this.listing = new Listing<PipedriveRecord>({
      page: (cursor, signal) => records.list(kind, account.id, { signal, ...(cursor === undefined ? {} : { cursor }) }),
      key: (record) => String(record.id),
      whole: kind.listsWhole ?? false,
    });
  }

  /** @param run runs a load from a node and shows what it brought under `parent` */
  rows(run: (parent: Node, load: () => Promise<void>) => Promise<void>): Node[] {
    const rows = rowsOf(this.listing, {
      id: this.group.id,
      node: (record) => this.#node(record),
      empty: () => this.#emptyRows(),
      run: (load) => run(this.group, load),
    });
    this.#forgetGone();
    return rows;
  }

  leafRows(node: RecordNode, leaves: Listing<Leaf>, run: (parent: Node, load: () => Promise<void>) => Promise<void>): Node[] {
    return rowsOf(leaves, {
      id: node.id,
      node: (leaf) => ({ type: 'leaf', id: `${node.id}/${leaf.id}`, leaf }),
      run: (load) => run(node, load),
    });
  }

  /** Reads again what is open; `isOpen` tells which records show what hangs off them. */
  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    if (!this.listing.opened) return;
    await this.listing.reload();
    for (const record of this.listing.items) this.#node(record);
    const unfolded: Promise<void>[] = [];
    for (const node of this.#nodes.values()) {
      if (!node.leaves?.opened) continue;
      if (isOpen(node)) unfolded.push(node.leaves.reload());
      else node.leaves.markStale();
    }
    await Promise.all(unfolded);
  }

  /** Takes in a record as a write's answer told it. Answers the node to update, or `true` for the whole branch. */
  apply(change: 'created' | 'updated' | 'removed', key: string, record: PipedriveRecord | undefined): RecordNode | boolean {
    if (change === 'removed' || !record) return this.listing.remove(key);
    if (change === 'created') return this.listing.add(record);
    const node = this.#nodes.get(key);
    return this.listing.replace(record) && node ? this.#renew(node, record) : false;
  }

  dispose(): void {
    this.listing.cancel();
    for (const node of this.#nodes.values()) node.leaves?.cancel();
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
    const { children } = kind;
    const node: RecordNode = { type: 'record', id: `${this.group.id}/${key}`, account, kind, record };
    if (!children) return node;
    node.leaves = new Listing<Leaf>({
      page: async (cursor, signal) =>
        // The record as it is when asked, which may have changed since the node was made.
        children.list(await this.#records.session(account.id), node.record, {
          signal,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      key: (leaf) => leaf.id,
      whole: true,
    });
    return node;
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
      node.leaves?.cancel();
      this.#nodes.delete(key);
    }
  }

  #emptyRows(): Node[] {
    const { kind, group } = this;
    const empty: Node = { type: 'empty', id: `${group.id}?empty`, kind };
    return kind.create ? [empty, { type: 'create', id: `${group.id}?create`, kind }] : [empty];
  }
}
