import {
  commands as vscodeCommands,
  EventEmitter,
  l10n,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { Account } from '../../account/types.ts';
import { commands, doublesView } from '../../ids/index.ts';
import type { RecordChange } from '../../kinds/records.ts';
import { childNodes, keyOf, pairNodes, rootNodes, type Node, type PairNode } from './nodes.ts';
import type { Search } from './search.ts';
import type { KeptSeparate } from './separate.ts';
import { treeItem } from './treeItem.ts';
import { counted, countedPairs } from './words.ts';

/** The side-bar view of possible doubles: what the last search of the active account has found. */
export class DoublesView implements TreeDataProvider<Node>, Disposable {
  readonly #separate: KeptSeparate;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = window.createTreeView<Node>(doublesView, {
    treeDataProvider: this,
    canSelectMany: true,
    showCollapseAll: true,
  });
  #search: Search | undefined;
  /** The pair whose merge was opened from here, and those behind it. */
  #opened: { readonly key: string; readonly after: readonly string[] } | undefined;

  constructor(separate: KeptSeparate) {
    this.#separate = separate;
  }

  get search(): Search | undefined {
    return this.#search;
  }

  /** Shows a search, or none. */
  show(search: Search | undefined): void {
    this.#search = search;
    this.#opened = undefined;
    this.refresh();
  }

  /** Puts the focus on the first row: it is lost with the welcome that the rows take the place of. */
  async takeFocus(): Promise<void> {
    const [first] = this.getChildren();
    if (first) await this.#view.reveal(first, { select: false, focus: true });
  }

  refresh(): void {
    const { kind, read = 0 } = this.#search ?? {};
    this.#view.description = kind ? l10n.t('{0} · {1} read', countedPairs(this.#pairs().length), counted(kind, read)) : '';
    this.#changed.fire(undefined);
  }

  /** The account that the side bar shows is another, or none. */
  follow(active: Account | undefined): void {
    if (this.#search && this.#search.account.id !== active?.id) this.show(undefined);
  }

  /** Hears of a write and shows what it made of the pairs. After a merge that began here the next one is opened. */
  apply({ address, change, record, into }: RecordChange): void {
    const search = this.#search;
    if (!search || search.account.id !== address.accountId || search.kind !== address.kind || change === 'created') return;
    if (change === 'updated' && record) search.change(record);
    const merged = change === 'removed' && into !== undefined && this.#isOpened(address.id);
    if (change === 'removed') search.remove(address.id);
    this.refresh();
    if (merged) void this.#next();
  }

  /** Opens the merge of a pair. */
  async open(node: PairNode): Promise<void> {
    const { search, pair } = node;
    const keys = this.#pairs().map(({ id }) => id);
    this.#opened = { key: keyOf(node), after: keys.slice(keys.indexOf(node.id) + 1) };
    await vscodeCommands.executeCommand(commands.merge, {
      accountId: search.account.id,
      kindId: search.kind.id,
      ids: [pair.absorbed.id, pair.survivor.id],
    });
  }

  getTreeItem(node: Node): TreeItem {
    return treeItem(node);
  }

  getChildren(node?: Node): Node[] {
    if (node) return [...childNodes(node, this.#separate)];
    return this.#search ? [...rootNodes(this.#search, this.#separate)] : [];
  }

  /** Only rows that hang off the root are brought into sight. */
  getParent(): undefined {
    return undefined;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  #pairs(): readonly PairNode[] {
    return this.#search ? pairNodes(this.#search, this.#separate) : [];
  }

  #isOpened(id: RecordChange['address']['id']): boolean {
    const [, ids = ''] = this.#opened?.key.split('/') ?? [];
    return ids.split('+').includes(String(id));
  }

  async #next(): Promise<void> {
    const { after = [] } = this.#opened ?? {};
    const left = new Map(this.#pairs().map((node) => [node.id, node]));
    const key = after.find((each) => left.has(each));
    const next = key === undefined ? undefined : left.get(key);
    this.#opened = undefined;
    if (!next) return;
    if (this.#view.visible) await this.#view.reveal(next, { select: true, focus: false });
    await this.open(next);
  }
}
