import { authentication, commands as vscodeCommands, Disposable, l10n, window } from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import type { Shelf } from '../../account/shelf.ts';
import { authenticationId, commands, contextKeys, demoId, extensionId, walkthrough } from '../../ids/index.ts';
import type { DocumentRoom } from '../document/index.ts';
import { useVersion } from '../shared/apiVersion.ts';
import type { Attend, RegisterCommand } from '../shared/commands.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { showProblem } from '../shared/problems.ts';
import { PipedriveSessions } from './authentication.ts';
import { ProductionDecorations } from './decorations.ts';
import { registerConnection } from './connection/index.ts';
import { registerLab } from './lab/index.ts';
import { registerUsage, type UsageOfDay } from './usage/index.ts';

export { mostUsages, type UsageOfDay } from './usage/index.ts';

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
  const usage = registerUsage({ accounts, usages, register, report });
  const tellDemo = () => vscodeCommands.executeCommand('setContext', contextKeys.demo, accounts.active?.id === demoId);
  void tellDemo();
  return Disposable.from(
    usage,
    registerConnection(accounts, register),
    registerLab({ accounts, room, register, report, ended: usage.refresh }),
    accounts.onDidChange(tellDemo),
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
