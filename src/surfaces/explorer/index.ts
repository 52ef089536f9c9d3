import { commands as vscodeCommands, Disposable, l10n, window, type TreeView } from 'vscode';
import type { Account, Accounts, AccountsChange } from '../../account/index.ts';
import { contextKeys, refreshCommands, viewNames, views, type ViewName } from '../../ids/index.ts';
import type { RecordChange } from '../../kinds/records.ts';
import { displayText } from '../../model/displayText.ts';
import type { DocumentRoom } from '../document/index.ts';
import type { Attend, RegisterCommand } from '../shared/commands.ts';
import type { ExtensionLog } from '../shared/log.ts';
import type { KeptSearches } from '../shared/keptSearches.ts';
import { logProblem } from '../shared/problems.ts';
import { registerActions } from './actions.ts';
import { rowsInFocus } from './focus.ts';
import type { Node } from './nodes.ts';
import type { RowsOf } from './target.ts';
import { Tree } from './tree.ts';
import { Undoing } from './undoing.ts';

export interface ExplorerParts {
  readonly accounts: Accounts;
  readonly room: DocumentRoom;
  readonly searches: KeptSearches;
  readonly log: ExtensionLog;
  readonly attend: Attend;
  readonly register: RegisterCommand;
}

interface Shown {
  readonly name: ViewName;
  readonly tree: Tree;
  readonly view: TreeView<Node>;
}

/** The side bar: one tree a view, and the commands on what it shows. Sends no request until a view is seen. */
export function registerExplorer({ accounts, room, searches, log, attend, register }: ExplorerParts): Disposable {
  const { records, names } = room.documents;
  const shown = viewNames.map((name) => showView(name, new Tree(name, records, names, searches)));
  let active: Account | undefined;

  const follow = (): void => {
    active = accounts.active;
    for (const each of shown) present(each, active);
    void vscodeCommands.executeCommand('setContext', contextKeys.signedIn, active !== undefined);
    // Of its own, because a key that is not set yet reads as false: the welcome must not flash while VS Code starts.
    void vscodeCommands.executeCommand('setContext', contextKeys.signedOut, active === undefined);
  };
  const rowsOf: RowsOf = (id) => {
    const named = shown.find(({ name }) => views[name] === id);
    return named && rowsInFocus(named.view);
  };
  const heard = ({ accountId, change }: AccountsChange): void => {
    if (active?.id !== accounts.active?.id) return follow();
    // The same account, with another token or with the demo's data as they were at first.
    if (accountId === active?.id && (change === 'signedIn' || change === 'restarted')) follow();
  };

  follow();
  return Disposable.from(
    accounts.onDidChange(heard),
    records.onDidChange((change) => shown.forEach((each) => hear(each, change, log))),
    searches.onDidChange((change) => shown.forEach(({ name, tree }) => void attend(views[name], () => tree.hearKept(change)))),
    ...shown.map(({ name, tree }) => register(refreshCommands[name], () => tree.refresh())),
    ...registerActions(register, { accounts, room, undoing: new Undoing(records), log, attend }, rowsOf),
    ...shown.flatMap(({ tree, view }) => [view, tree]),
  );
}

function showView(name: ViewName, tree: Tree): Shown {
  const view = window.createTreeView(views[name], { treeDataProvider: tree, showCollapseAll: true, canSelectMany: true });
  // These listeners end with the view.
  view.onDidCollapseElement(({ element }) => tree.folded(element, true));
  view.onDidExpandElement(({ element }) => tree.folded(element, false));
  return { name, tree, view };
}

/** Also shows what a record that is gone was merged into, in a view that is open. */
function hear({ name, tree, view }: Shown, change: RecordChange, log: ExtensionLog): void {
  tree.apply(change);
  const survivor = view.visible ? tree.survivorOf(change) : undefined;
  if (!survivor) return;
  // The row is there, whether or not it could be brought into sight.
  const failed = (error: unknown) => logProblem(log, views[name], error);
  view.reveal(survivor, { select: true, focus: false }).then(undefined, failed);
}

function present({ name, tree, view }: Shown, account: Account | undefined): void {
  const company = account ? displayText(account.company, 60) : '';
  // Once is enough: the first view says it for all. It is no `message`, because VS Code lays the tree out
  // as if that took no height when it comes while the welcome is shown, and so hides the last row.
  const first = name === viewNames[0];
  view.description = first && account?.demo ? l10n.t('{0} · resets on reload', company) : company;
  tree.show(account);
}
