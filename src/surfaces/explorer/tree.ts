import { EventEmitter, type CancellationToken, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Account } from '../../account/types.ts';
import { views, type ViewName } from '../../ids/index.ts';
import type { BoardChoice } from '../../kinds/board.ts';
import { kinds } from '../../kinds/index.ts';
import type { Shown } from '../../kinds/listed/shown.ts';
import type { Moving } from '../../kinds/moves.ts';
import type { Names } from '../../kinds/names.ts';
import type { RecordAddress, RecordChange, Records } from '../../kinds/records.ts';
import type { KeptSearches, KeptSearchesChange } from '../shared/keptSearches.ts';
import { signalOf, withViewProgress } from '../shared/progress.ts';
import type { Branch, BranchHow } from './branch.ts';
import type { KeptChoices } from './hangingChoices.ts';
import type { KeptBranches } from './keptBranches.ts';
import type * as Seen from './seen.ts';
import type { CollectionNode, HeadingNode, Node, RecordNode, RelatedNode, StageNode } from './nodes.ts';

/** A view's tree: the kinds that say they are shown in it, of the active account. */
export class Tree implements TreeDataProvider<Node>, Disposable {
  readonly #view: ViewName;
  readonly #records: Records;
  readonly #names: Names;
  readonly #searches: KeptSearches;
  readonly #hanging: (accountId: string) => KeptChoices;
  readonly #changed = new EventEmitter<Node | undefined>();
  readonly #loaded = new EventEmitter<void>();
  readonly #folded = new Set<string>();
  #branches: readonly Branch[] = [];
  #kept = new Map<Branch, KeptBranches>();
  #top: Node | undefined;

  #seen: typeof Seen | undefined;
  /** What is to be shown once the view is seen. */
  #wanted: { readonly account: Account; readonly how: BranchHow } | undefined;

  readonly onDidChangeTreeData = this.#changed.event;
  /** Something was loaded, or changed in what is loaded. */
  readonly onDidLoad = this.#loaded.event;

  /** @param hanging where the choices of lists that hang off an account's records are kept */
  constructor(
    view: ViewName,
    records: Records,
    names: Names,
    searches: KeptSearches,
    hanging: (accountId: string) => KeptChoices,
  ) {
    this.#view = view;
    this.#records = records;
    this.#names = names;
    this.#searches = searches;
    this.#hanging = hanging;
  }

  get branches(): readonly Branch[] {
    return this.#branches;
  }

  /** The row that stands first; none while nothing was asked for. */
  get top(): Node | undefined {
    return this.#top;
  }

  /** Shows another account, or none, or the same in another way. Loads nothing: VS Code asks when the view is seen. */
  show(account: Account | undefined, shown?: Shown, choice?: BoardChoice): void {
    for (const branch of this.#all) branch.dispose();
    this.#branches = [];
    this.#kept = new Map();
    this.#wanted = account && { account, how: { shown, choice } };
    this.#top = undefined;
    this.#folded.clear();
    this.#changed.fire(undefined);
  }

  /** Brings in what a view that is seen needs, and makes the branches that are to be shown. */
  async #make(): Promise<void> {
    this.#seen ??= await import('./seen.ts');
    const { Branch: Made, HangingChoices, KeptBranches: MadeKept } = this.#seen;
    const wanted = this.#wanted;
    if (!wanted) return;
    this.#wanted = undefined;
    const own = kinds.filter((kind) => kind.view === this.#view);
    const how = { ...wanted.how, hanging: new HangingChoices(this.#hanging(wanted.account.id)) };
    this.#branches = own.map((kind) => new Made(kind, wanted.account, this.#records, how));
    this.#kept = new Map(this.#branches.map((branch) => [branch, new MadeKept(branch, this.#records, this.#searches)]));
  }

  /** Reads again what is open. The old nodes stay, and can be clicked, until the answer is there. */
  async refresh(): Promise<void> {
    const refreshed = this.#branches;
    await withViewProgress(views[this.#view], async () => {
      await Promise.all(this.#all.map((branch) => branch.refresh((node) => !this.#folded.has(node.id))));
    });
    if (refreshed === this.#branches) this.#show(undefined);
  }

  /** Hears of a write and shows what its answer told, without a request. */
  apply({ address, change, record }: RecordChange): void {
    for (const branch of this.#all) {
      if (branch.kind !== address.kind || branch.account.id !== address.accountId) continue;
      const touched = branch.apply(change, String(address.id), record);
      if (touched !== false) this.#show(touched === true ? this.#parentOf(branch) : touched);
    }
  }

  /** Hears that searches are kept, or are not any more, or that one is to be read again. */
  async hearKept({ accountId, again }: KeptSearchesChange): Promise<void> {
    const shown = [...this.#kept].filter(([branch]) => branch.account.id === accountId && branch.kind.search);
    if (shown.length === 0) return;
    if (again === undefined) return this.#changed.fire(undefined);
    await withViewProgress(views[this.#view], async () => {
      for (const [, kept] of shown) {
        const row = await kept.refresh(again);
        if (row) this.#changed.fire(row);
      }
    });
  }

  /** Hears of cards that were moved, and shows them where they stand now. */
  async moved(moving: Moving): Promise<void> {
    await Promise.all(this.#all.map((branch) => branch.moved(moving)));
  }

  /** Shows anew what a branch has loaded. */
  showAnew(branch: Branch): void {
    if (this.#branches.includes(branch)) this.#show(this.#parentOf(branch));
  }

  /** VS Code tells when a node is folded or unfolded; a refresh reads only under those that are open. */
  folded(node: Node, folded: boolean): void {
    if (folded) this.#folded.add(node.id);
    else this.#folded.delete(node.id);
  }

  /** The row that a record was merged into, loaded or not; none where the tree does not show its kind. */
  survivorOf({ address, into }: RecordChange): Node | undefined {
    const branch = this.#branchOf(address);
    const node = into && branch?.nodeOf(into);
    if (branch && node) this.#show(this.#parentOf(branch));
    return node;
  }

  /** The row nearest to some that are about to go. */
  beside(rows: readonly RecordNode[]): RecordNode | undefined {
    return this.#holding(rows[0])?.beside(rows);
  }

  getTreeItem(node: Node): TreeItem {
    if (!this.#seen) throw new TypeError('There are no nodes before the view is seen.');
    return this.#seen.treeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    await this.#make();
    if (!node) return this.#rootRows();
    const branch = this.#all.find(({ group }) => node.id === group.id || node.id.startsWith(`${group.id}/`));
    if (!branch) return [];
    if (node.type === 'group' || node.type === 'kept') return this.#rowsOf(branch);
    return opens(node) ? branch.rowsUnder(node, this.#run) : [];
  }

  async #rootRows(): Promise<Node[]> {
    const shown = this.#branches;
    const [only, ...others] = shown;
    const rows = only && others.length === 0 ? await this.#rowsOf(only) : shown.map(({ group }) => group);
    // Another list may be shown by now.
    if (shown === this.#branches && this.#top !== rows[0]) {
      this.#top = rows[0];
      this.#loaded.fire();
    }
    return rows;
  }

  /** The searches that are kept of a kind stand above its records. */
  async #rowsOf(branch: Branch): Promise<Node[]> {
    const rows = [...((await this.#kept.get(branch)?.rows()) ?? []), ...(await branch.rows(this.#run))];
    this.#loaded.fire();
    return rows;
  }

  get #all(): readonly Branch[] {
    return this.#branches.flatMap((branch) => [branch, ...(this.#kept.get(branch)?.all ?? [])]);
  }

  /** Above a row that is brought into sight. */
  getParent(node: Node): Node | undefined {
    const branch = node.type === 'group' ? undefined : this.#holding(node);
    if (node.type === 'record' && node.within) return node.within;
    if (node.type === 'record' || node.type === 'heading') return branch && this.#parentOf(branch);
    if (node.type === 'kept')
      return this.#branches.length === 1 ? undefined : this.#branches.find(({ kind }) => kind === node.kind)?.group;
    if (node.type === 'attached') return node.list;
    if (node.type === 'card') return node.in;
    return 'of' in node && node.type !== 'empty' ? node.of : undefined;
  }

  async resolveTreeItem(item: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    if (node.type !== 'record') return item;
    const { tooltipOf } = await import('./tooltip.ts');
    item.tooltip = await tooltipOf(node, this.#records, this.#names, { signal: signalOf(token) });
    return item;
  }

  readonly #run = async (parent: Node, load: () => Promise<void>): Promise<void> => {
    await withViewProgress(views[this.#view], load);
    const branch = this.#all.find(({ group }) => group === parent);
    this.#show(branch ? this.#parentOf(branch) : parent);
  };

  #show(node: Node | undefined): void {
    this.#changed.fire(node);
    this.#loaded.fire();
  }

  #holding(node: Node | undefined): Branch | undefined {
    return this.#all.find(({ group }) => node?.id.startsWith(`${group.id}/`));
  }

  #branchOf(address: RecordAddress): Branch | undefined {
    return this.#branches.find(({ kind, account }) => kind === address.kind && account.id === address.accountId);
  }

  /** A kind that has the view for itself has no heading, so its rows hang off the root. */
  #parentOf(branch: Branch): Node | undefined {
    return this.#branches.length === 1 && branch.group.type === 'group' ? undefined : branch.group;
  }

  dispose(): void {
    for (const branch of this.#all) branch.dispose();
    this.#changed.dispose();
    this.#loaded.dispose();
  }
}

/** Whether a node has rows of its branch under it. */
function opens(node: Node): node is HeadingNode | RecordNode | CollectionNode | RelatedNode | StageNode {
  return ['heading', 'record', 'collection', 'related', 'stage'].includes(node.type);
}
