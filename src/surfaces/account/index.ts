import { Disposable, l10n, window } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import { commands, demoId } from '../../ids/index.ts';
import { useVersion } from '../shared/apiVersion.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { showProblem } from '../shared/problems.ts';

export interface AccountParts {
  readonly accounts: Accounts;
  readonly log: ExtensionLog;
  readonly register: RegisterCommand;
}

/** Signing in and out, and what a person is told of accounts. */
export function registerAccount({ accounts, log, register }: AccountParts): Disposable {
  const exploreDemo = async (): Promise<void> => {
    await accounts.activate(demoId);
    void window.showInformationMessage(
      l10n.t('Demo account: made-up data on your own computer, afresh each time the window reloads.'),
    );
  };
  // Its steps are brought in with the first sign-in.
  const signInWith = async (given: unknown): Promise<void> => (await import('./signIn.ts')).signIn(accounts, log, given);
  return Disposable.from(
    register(commands.signIn, signInWith),
    register(commands.signOut, async () => (await import('./signOut.ts')).signOut(accounts)),
    register(commands.exploreDemo, exploreDemo),
    register(commands.switchAccount, async () => {
      const { switchAccount } = await import('./switchAccount.ts');
      await switchAccount(accounts, () => signInWith(undefined), exploreDemo);
    }),
    register(commands.useVersion1, () => useVersion('v1')),
    register(commands.useVersion2, () => useVersion('v2')),
    register(commands.showLog, () => log.show()),
    // Commands say the same of a refused token; VS Code shows the same notification once.
    accounts.onDidRefuse((error) => void showProblem(error)),
    accounts.onDidChange(({ change }) => {
      if (change !== 'restarted') return;
      void window.showWarningMessage(l10n.t('The demo account had stopped and started afresh: what was changed in it is gone.'));
    }),
  );
}
