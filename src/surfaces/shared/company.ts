import { l10n } from 'vscode';
import type { Account } from '../../account/types.ts';
import { displayText } from '../../model/displayText.ts';
import { unlinked } from './problems.ts';

/** What tells whose records something is about; of accounts, as `Accounts` is. */
export interface Known {
  readonly all: readonly Account[];
  get(accountId: string): Account | undefined;
}

/** An account's company, marked where it is production: `Production: Acme`. Empty for one that is not signed in. */
export function companyOf(account: Account | undefined): string {
  if (!account) return '';
  const company = unlinked(displayText(account.company, 60));
  return account.production ? l10n.t('Production: {0}', company) : company;
}

/** The line of a question before something is written: whose records that changes. */
export const accountLine = (account: Account): string =>
  account.production ? companyOf(account) : l10n.t('Account: {0}', companyOf(account));

/** The same of several accounts, a line each. */
export function companyLine(accounts: Known, accountIds: Iterable<string>): string {
  return [...new Set(accountIds)]
    .map((id) => accounts.get(id))
    .filter((account) => account !== undefined)
    .map(accountLine)
    .join('\n');
}

/** A sentence, or a title, with its company before it where that could be another one, or is production. */
export function inCompany(sentence: string, accounts: Known, accountId: string | undefined): string {
  const account = accountId === undefined ? undefined : accounts.get(accountId);
  if (sentence === '' || !account || (accounts.all.length < 2 && !account.production)) return sentence;
  return l10n.t('{0} · {1}', companyOf(account), sentence);
}
