import { join } from 'node:path';
import { env, type ExtensionContext } from 'vscode';
import { Accounts } from './account/index.ts';
import { Shelves } from './account/shelf.ts';
import { accountVariable } from './ids/index.ts';
import { Names } from './kinds/names.ts';
import { Records } from './kinds/records.ts';
import { useLanguage } from './model/language.ts';
import { mostUsages, registerAccount, type UsageOfDay } from './surfaces/account/index.ts';
import { registerDocuments } from './surfaces/document/index.ts';
import { registerPast } from './surfaces/document/past.ts';
import { mostSaves, type SavedChange } from './surfaces/document/saves/saved.ts';
import { registerDoubles } from './surfaces/doubles/index.ts';
import { registerExplorer } from './surfaces/explorer/index.ts';
import { registerForm } from './surfaces/form/host/index.ts';
import { mostSnapshots, registerMerge, type Snapshot } from './surfaces/merge/host/index.ts';
import { mostOpened, registerSearch, type Opened } from './surfaces/search/index.ts';
import { registerStatistics } from './surfaces/statistics/host/index.ts';
import { registerTools } from './surfaces/tools/index.ts';
import { attendant, commandRegistrar } from './surfaces/shared/commands.ts';
import { KeptSearches, mostKeptSearches, type KeptSearch } from './surfaces/shared/keptSearches.ts';
import { createLog } from './surfaces/shared/log.ts';
import { logProblem } from './surfaces/shared/problems.ts';

/** Puts the parts together. Sends no request, starts no sandbox, reads no secret: all of that waits until it is used. */
export function activate(context: ExtensionContext): void {
  useLanguage(env.language);
  const log = createLog();
  const attend = attendant(log);
  const register = commandRegistrar(attend);
  const report = (error: unknown) => logProblem(log, 'In the background', error);
  const accounts = new Accounts({
    state: context.globalState,
    secrets: context.secrets,
    log,
    sandbox: join(context.extensionPath, 'dist', 'sandbox.cjs'),
    beginWith: process.env[accountVariable],
  });
  const records = new Records(accounts);
  const names = new Names(accounts, records);
  const shelves = new Shelves(context.globalStorageUri.fsPath, (id) => accounts.get(id) !== undefined);
  const searches = new KeptSearches(shelves.shelf<KeptSearch>('searches', mostKeptSearches));
  const room = registerDocuments({
    records,
    names,
    storage: context.globalStorageUri,
    window: context.workspaceState,
    register,
    onDidChangeAccounts: accounts.onDidChange,
    report,
  });
  context.subscriptions.push(
    log,
    accounts,
    records,
    names,
    room,
    accounts.onDidChange(({ accountId, change }) => {
      if (change === 'signedOut') shelves.forgetAccount(accountId).catch(report);
    }),
    registerPast({
      room,
      saves: shelves.shelf<SavedChange>('saves', mostSaves),
      account: (id) => accounts.get(id),
      active: () => accounts.active,
      register,
      report,
    }),
    registerAccount({
      ...{ accounts, log, attend, register, room, report },
      usages: shelves.shelf<UsageOfDay>('usage', mostUsages),
    }),
    searches,
    registerExplorer({ accounts, room, searches, log, state: context.globalState, attend, register, report }),
    registerSearch({
      ...{ accounts, room, searches, register, attend, report },
      opened: shelves.shelf<Opened>('opened', mostOpened),
      state: context.globalState,
    }),
    registerDoubles({ accounts, records, shelves, register }),
    registerForm({
      extension: context.extensionUri,
      room,
      window: context.workspaceState,
      account: (id) => accounts.get(id),
      onDidChangeAccounts: accounts.onDidChange,
      report,
    }),
    registerTools({ accounts, room }),
    registerMerge({
      extension: context.extensionUri,
      room,
      accounts,
      snapshots: shelves.shelf<Snapshot>('merges', mostSnapshots),
      register,
      report,
    }),
    registerStatistics({
      ...{ room, accounts, register, attend, report },
      extension: context.extensionUri,
      state: context.globalState,
    }),
  );
}
