import { commands as vscodeCommands, window, type Disposable, type TreeView } from 'vscode';
import type { Account } from '../../account/types.ts';
import { filteredKeys, viewNames, views, type ViewName } from '../../ids/index.ts';
import type { Board, BoardChoice, Stage } from '../../kinds/board.ts';
import { usualChoice } from '../../kinds/boardChoice.ts';
import { kinds } from '../../kinds/index.ts';
import type { Listed } from '../../kinds/listed/listed.ts';
import { readShown, type Shown, usualShown } from '../../kinds/listed/shown.ts';
import type { Moving } from '../../kinds/moves.ts';
import type { Names } from '../../kinds/names.ts';
import type { RecordChange, Records } from '../../kinds/records.ts';
import type { KeptSearches, KeptSearchesChange } from '../shared/keptSearches.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { logProblem } from '../shared/problems.ts';
import { withViewProgress } from '../shared/progress.ts';
import type { Branch } from './branch.ts';
import { boardWords, describe } from './describe.ts';
import { cardDragging } from './dragging.ts';
import { rowsInFocus } from './focus.ts';
import type { CardNode, Node, RecordNode } from './nodes.ts';
import type { ShownStore } from './shownStore.ts';
import { Tree } from './tree.ts';

export interface ShownViewParts {
  readonly records: Records;
  readonly names: Names;
  readonly searches: KeptSearches;
  readonly store: ShownStore;
  readonly log: ExtensionLog;
  /** Puts cards that were dropped on a stage there. */
  readonly dropped: (cards: readonly CardNode[], to: Stage) => Promise<void>;
}

/** A view of the side bar with its tree, and how its list is shown. */
export class ShownView implements Disposable {
  readonly name: ViewName;
  /** How its list can be shown; absent where it comes as it is. */
  readonly listed: Listed | undefined;
  /** What its records are that are boards; absent where none is. */
  readonly board: Board | undefined;
  readonly #parts: ShownViewParts;
  readonly #tree: Tree;
  readonly #view: TreeView<Node>;
  /** The server's time when a branch was last read, or asked what was changed. */
  readonly #read = new WeakMap<Branch, number>();
  #account: Account | undefined;
  #shown: Shown;
  #choice: BoardChoice | undefined;
  /** Whether its list is shown in another way now, and is to be seen from its beginning. */
  #begins = false;

  constructor(name: ViewName, parts: ShownViewParts) {
    this.name = name;
    this.#parts = parts;
    // Kinds that share a view are shown in the same way.
    this.listed = kinds.find((kind) => kind.view === name && kind.listed)?.listed;
    this.board = kinds.find((kind) => kind.view === name && kind.board)?.board;
    this.#shown = usualShown(this.listed ?? {});
    this.#tree = new Tree(name, parts.records, parts.names, parts.searches, (id) => parts.store.hanging(id));
    this.#view = window.createTreeView(views[name], {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      canSelectMany: true,
      ...(this.board && { dragAndDropController: cardDragging(name, parts.dropped) }),
    });
    // These listeners end with the view and the tree.
    this.#view.onDidCollapseElement(({ element }) => this.#tree.folded(element, true));
    this.#view.onDidExpandElement(({ element }) => this.#tree.folded(element, false));
    this.#tree.onDidLoad(() => this.#loaded());
  }

  get account(): Account | undefined {
    return this.#account;
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** What its boards show. @throws TypeError for a view without any */
  get choice(): BoardChoice {
    const choice = this.#choice ?? (this.board && usualChoice(this.board));
    if (!choice) throw new TypeError(`${this.name} has no boards`);
    return choice;
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility() {
    return this.#view.onDidChangeVisibility;
  }

  get onDidSelect() {
    return this.#view.onDidChangeSelection;
  }

  /** What is selected in it, while it can be seen. */
  get selected(): readonly Node[] {
    return this.#view.visible ? this.#view.selection : [];
  }

  /** Shows an account's records, or none. */
  follow(account: Account | undefined): void {
    this.#account = account;
    this.#shown = account && this.listed ? this.#parts.store.get(account.id, this.name, this.listed) : usualShown({});
    this.#choice = account && this.board && this.#parts.store.choice(account.id, this.name, this.board);
    this.#present();
  }

  /** Says whether the account it shows is production; what it shows stays. */
  marked(account: Account | undefined): void {
    this.#account = account;
    this.#describe();
  }

  /** Shows the list in another way, and remembers it for the account. @param wanted whatever a caller handed in */
  async arrange(wanted: unknown): Promise<void> {
    const account = this.#account;
    if (!account || !this.listed) return;
    this.#shown = readShown(this.listed, wanted);
    this.#begins = true;
    this.#present();
    await this.#parts.store.set(account.id, this.name, this.#shown);
  }

  /** Shows something else of its boards, and remembers it for the account. */
  async choose(choice: BoardChoice): Promise<void> {
    const account = this.#account;
    if (!account) return;
    await this.#parts.store.choose(account.id, this.name, choice);
    if (account.id !== this.#account?.id) return;
    this.#choice = choice;
    this.#present();
  }

  /** Hears of cards that were moved. */
  moved(moving: Moving): Promise<void> {
    return this.#tree.moved(moving);
  }

  /** Reads again what is open. */
  async refresh(): Promise<void> {
    const opened = this.#tree.branches.filter((branch) => branch.opened);
    // As it was before: what is changed while pages are read may be in one that was read already.
    const times = Promise.allSettled(opened.map((branch) => this.#now(branch)));
    await this.#tree.refresh();
    for (const [place, time] of (await times).entries()) {
      const branch = opened[place];
      if (branch && !branch.failed && time.status === 'fulfilled') this.#read.set(branch, time.value);
    }
  }

  /** Brings what was changed in Pipedrive since the list was read. */
  async bringChanges(): Promise<void> {
    const { bringChanges } = await import('./changes.ts');
    await withViewProgress(views[this.name], async () => {
      for (const branch of this.#tree.branches) {
        const last = this.#read.get(branch);
        if (last === undefined || !branch.kind.listed?.changes) continue;
        const asked = await this.#now(branch);
        if (await bringChanges(this.#parts.records, branch, last)) this.#tree.showAnew(branch);
        this.#read.set(branch, asked);
      }
    });
  }

  /** Hears of a write, and shows also what a record that is gone was merged into, in a view that is open. */
  hear(change: RecordChange): void {
    this.#tree.apply(change);
    const survivor = this.#view.visible ? this.#tree.survivorOf(change) : undefined;
    if (survivor) this.#bringIntoSight(survivor, { select: true });
  }

  /** Hears of searches that are kept above its list. */
  hearKept(change: KeptSearchesChange): Promise<void> {
    return this.#tree.hearKept(change);
  }

  rowsInFocus(): Promise<readonly Node[]> {
    return rowsInFocus(this.#view);
  }

  /** Puts the focus beside rows that are about to go, since VS Code has none then and begins at the top. */
  leave(rows: readonly RecordNode[]): void {
    const next = this.#tree.beside(rows);
    if (next) this.#bringIntoSight(next, { focus: true });
  }

  dispose(): void {
    this.#view.dispose();
    this.#tree.dispose();
  }

  #present(): void {
    this.#tree.show(this.#account, this.#shown, this.#choice);
    const filtered = Object.keys(this.#shown.filters).length > 0;
    void vscodeCommands.executeCommand('setContext', filteredKeys[this.name], filtered);
    this.#describe();
  }

  #loaded(): void {
    this.#describe();
    const { top } = this.#tree;
    if (this.#begins && top && this.#view.visible) {
      this.#begins = false;
      this.#bringIntoSight(top);
    }
    const failed = (error: unknown) => logProblem(this.#parts.log, views[this.name], error);
    for (const branch of this.#tree.branches) {
      if (!branch.opened || this.#read.has(branch)) continue;
      this.#now(branch).then((now) => this.#read.set(branch, now), failed);
    }
  }

  #bringIntoSight(node: Node, { select = false, focus = false } = {}): void {
    // The row is there, whether or not it could be brought into sight.
    const failed = (error: unknown) => logProblem(this.#parts.log, views[this.name], error);
    this.#view.reveal(node, { select, focus }).then(undefined, failed);
  }

  async #now({ account }: Branch): Promise<number> {
    return (await this.#parts.records.session(account.id)).api.now();
  }

  /** It is no `message`, because VS Code lays the tree out as if that took no height when it comes while the welcome is shown. */
  #describe(): void {
    const { listed } = this;
    const [only, ...others] = this.#tree.branches;
    const total = only && others.length === 0 && !only.kind.listsWhole ? only.total : undefined;
    // Once is enough: the first view says for all that the demo begins anew.
    const first = this.name === viewNames[0];
    const list = listed && { listed, shown: this.#shown, ...(total !== undefined && { total }) };
    const shown = this.board && this.#account && boardWords(this.board, this.choice, this.#account);
    const description = [...(shown ?? []), describe(this.#account, first, list)].filter(Boolean).join(' · ');
    if (this.#view.description !== description) this.#view.description = description;
  }
}
