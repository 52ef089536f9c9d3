import { commands as vscodeCommands, Disposable, window, type Memento } from 'vscode';
import type { Account, Accounts, AccountsChange } from '../../account/index.ts';
import { contextKeys, refreshCommands, viewNames, views } from '../../ids/index.ts';
import { Moves } from '../../kinds/moves.ts';
import type { DocumentRoom } from '../document/index.ts';
import type { Attend, RegisterCommand } from '../shared/commands.ts';
import type { KeptSearches } from '../shared/keptSearches.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { registerActions } from './actions.ts';
import { RowDecorations } from './decorations.ts';
import { dropped, registerHanging } from './hanging.ts';
import { registerLists } from './lists.ts';
import { isRecordNode, type Node } from './nodes.ts';
import { ShownStore } from './shownStore.ts';
import { ShownView } from './shownView.ts';
import type { RowsOf } from './target.ts';

export interface ExplorerParts {
  readonly accounts: Accounts;
  readonly room: DocumentRoom;
  readonly searches: KeptSearches;
  readonly log: ExtensionLog;
  /** Survives the window: how lists were last shown. */
  readonly state: Memento;
  readonly attend: Attend;
  readonly register: RegisterCommand;
  /** Takes an error that nobody waits for. */
  readonly report: (error: unknown) => void;
}

/** The side bar: one tree a view, and the commands on what it shows. Sends no request until a view is seen. */
export function registerExplorer(parts: ExplorerParts): Disposable {
  const { accounts, room, searches, log, state, attend, register, report } = parts;
  const { records, names } = room.documents;
  const store = new ShownStore(state);
  const moves = new Moves(records);
  const moving = { moves, accounts, records, attend, log };
  const viewParts = { records, names, searches, store, log, dropped: dropped(moving) };
  const shown = viewNames.map((name) => new ShownView(name, viewParts));
  const decorations = new RowDecorations(records, report);
  let active: Account | undefined;

  const follow = (): void => {
    active = accounts.active;
    for (const each of shown) each.follow(active);
    void vscodeCommands.executeCommand('setContext', contextKeys.signedIn, active !== undefined);
    // Of its own, because a key that is not set yet reads as false: the welcome must not flash while VS Code starts.
    void vscodeCommands.executeCommand('setContext', contextKeys.signedOut, active === undefined);
  };
  const rowsOf: RowsOf = (id) => shown.find(({ name }) => views[name] === id)?.rowsInFocus();
  let touched: ShownView | undefined;
  for (const each of shown) each.onDidSelect(() => (touched = each));
  const selected = (): readonly Node[] => touched?.selected ?? [];
  const leave = (rows: readonly unknown[]): void => {
    const gone = rows.filter(isRecordNode);
    shown.find(({ name }) => name === gone[0]?.kind.view)?.leave(gone);
  };
  const heard = ({ accountId, change }: AccountsChange): void => {
    if (change === 'signedOut') store.forget(accountId).catch(report);
    if (active?.id !== accounts.active?.id) return follow();
    // The same account, with another token or with the demo's data as they were at first.
    if (accountId !== active?.id) return;
    if (change === 'marked') {
      active = accounts.active;
      for (const each of shown) each.marked(active);
    }
    if (change === 'signedIn' || change === 'restarted') follow();
  };

  follow();
  return Disposable.from(
    accounts.onDidChange(heard),
    records.onDidChange((change) => shown.forEach((each) => each.hear(change))),
    searches.onDidChange((change) => shown.forEach((each) => void attend(views[each.name], () => each.hearKept(change)))),
    ...shown.map((each) => register(refreshCommands[each.name], () => each.refresh())),
    ...registerLists({ register, shown, records, report }),
    moves.onDidMove((moved) => void Promise.all(shown.map((each) => each.moved(moved))).catch(report)),
    ...registerHanging({ ...moving, register, shown, selected }),
    moves,
    ...registerActions(register, { accounts, room, log, attend, leave }, rowsOf, selected),
    decorations,
    window.registerFileDecorationProvider(decorations),
    ...shown,
  );
}
