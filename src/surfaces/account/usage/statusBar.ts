import { l10n, StatusBarAlignment, window, type Disposable } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import { commands } from '../../../ids/index.ts';

export interface AccountItem extends Disposable {
  /** Says anew what is left. */
  readonly refresh: () => void;
}

/**
 * The account that the side bar shows, and what is left of its company's API tokens, as the last answer told it. It asks
 * nothing by itself: before there was an answer it names the account and no more. Its words are brought in with an account.
 */
export function accountItem(accounts: Accounts, report: (error: unknown) => void): AccountItem {
  const item = window.createStatusBarItem('account', StatusBarAlignment.Left, 10);
  item.name = l10n.t('Pipedrive Account and API Budget');
  item.command = commands.showUsage;
  const refresh = (): void => {
    if (accounts.active) import('./shown.ts').then(({ show }) => show(item, accounts)).catch(report);
    else item.hide();
  };
  const watching = [accounts.onDidChange(refresh), accounts.onDidRequest(refresh)];
  refresh();
  return {
    refresh,
    dispose() {
      for (const each of [...watching, item]) each.dispose();
    },
  };
}
