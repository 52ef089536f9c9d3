import { authentication, commands as vscodeCommands, Disposable, l10n, window, workspace } from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import type { Shelf } from '../../account/shelf.ts';
import { authenticationId, commands, contextKeys, demoId, extensionId, schemes, walkthrough } from '../../ids/index.ts';
import type { DocumentRoom } from '../document/index.ts';
import { useVersion } from '../shared/apiVersion.ts';
import type { Attend, RegisterCommand } from '../shared/commands.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { showProblem } from '../shared/problems.ts';
import { PipedriveSessions } from './authentication.ts';
import { ProductionDecorations } from './decorations.ts';
import type { Reports } from './connection/report.ts';
import type { Running } from './lab/running.ts';
import type { UsageOfDay } from './usage/day.ts';
import { accountItem } from './usage/statusBar.ts';
import { Usage } from './usage/usage.ts';

export { mostUsages } from './usage/usage.ts';
export type { UsageOfDay } from './usage/day.ts';

export interface AccountParts {
  readonly accounts: Accounts;
  readonly log: ExtensionLog;
  readonly attend: Attend;
  readonly register: RegisterCommand;
  readonly room: DocumentRoom;
  /** What each window has asked today. */
  readonly usages: Shelf<UsageOfDay>;
  /** Takes an error that no command waits for. */
  readonly report: (error: unknown) => void;
}

/** Signing in and out, links to accounts' records, and what a person is told of accounts. */
export function registerAccount({ accounts, log, attend, register, room, usages, report }: AccountParts): Disposable {
  const exploreDemo = async (): Promise<void> => {
    await accounts.activate(demoId);
    void window.showInformationMessage(
      l10n.t('Demo account: made-up data on your own computer, afresh each time the window reloads.'),
    );
  };
  // Its steps are brought in with the first sign-in.
  const signInWith = async (given: unknown): Promise<void> => (await import('./signIn.ts')).signIn(accounts, log, given);
  const signIn = () => signInWith(undefined);
  const signOut = async (account?: Account): Promise<void> => (await import('./signOut.ts')).signOut(accounts, account);
  const mark = async (production: boolean): Promise<void> => (await import('./marking.ts')).mark(accounts, production);
  const sessions = new PipedriveSessions(accounts, signIn, signOut);
  const decorations = new ProductionDecorations(accounts);
  const usage = new Usage(accounts, usages, report);
  const item = accountItem(accounts);
  // Brought in with the first of each.
  const late: Disposable[] = [];
  let running: Running | undefined;
  let reports: Reports | undefined;
  const lab = async (): Promise<Running> => {
    const { Running: Lab } = await import('./lab/running.ts');
    if (!running) late.push((running = new Lab(accounts, report, () => item.refresh())));
    return running;
  };
  const reporting = async (): Promise<Reports> => {
    const { Reports: Reporting } = await import('./connection/report.ts');
    if (!reports) late.push(workspace.registerTextDocumentContentProvider(schemes.check, (reports = new Reporting())));
    return reports;
  };
  const tellDemo = () => vscodeCommands.executeCommand('setContext', contextKeys.demo, accounts.active?.id === demoId);
  void tellDemo();
  return Disposable.from(
    usage,
    item,
    new Disposable(() => Disposable.from(...late).dispose()),
    accounts.onDidChange(tellDemo),
    register(commands.showUsage, async () => (await import('./usage/view.ts')).showUsage(accounts, usage)),
    register(commands.checkConnection, async () =>
      (await import('./connection/run.ts')).checkConnection(accounts, await reporting()),
    ),
    register(commands.simulate, async () => (await import('./lab/simulate.ts')).simulate(accounts, room, await lab())),
    register(commands.endSimulation, () => running?.end()),
    register(commands.signIn, signInWith),
    register(commands.signOut, () => signOut()),
    register(commands.exploreDemo, exploreDemo),
    register(commands.switchAccount, async () => {
      const { switchAccount } = await import('./switchAccount.ts');
      const told = (work: () => Promise<void>) => attend(commands.switchAccount, work);
      await switchAccount({ accounts, signIn, exploreDemo, signOut, attend: told });
    }),
    register(commands.markProduction, () => mark(true)),
    register(commands.unmarkProduction, () => mark(false)),
    register(commands.openWalkthrough, () =>
      vscodeCommands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`, false),
    ),
    register(commands.useVersion1, () => useVersion('v1')),
    register(commands.useVersion2, () => useVersion('v2')),
    register(commands.showLog, () => log.show()),
    sessions,
    authentication.registerAuthenticationProvider(authenticationId, l10n.t('Pipedrive'), sessions, {
      supportsMultipleAccounts: true,
    }),
    decorations,
    window.registerFileDecorationProvider(decorations),
    // What a link needs is brought in with the first one.
    window.registerUriHandler({
      handleUri: async (uri) => new (await import('./deepLinks.ts')).DeepLinks(accounts, attend).handleUri(uri),
    }),
    // Commands say the same of a refused token; VS Code shows the same notification once.
    accounts.onDidRefuse((error) => void showProblem(error)),
    accounts.onDidChange(({ change }) => {
      if (change !== 'restarted') return;
      void window.showWarningMessage(l10n.t('The demo account had stopped and started afresh: what was changed in it is gone.'));
    }),
  );
}
