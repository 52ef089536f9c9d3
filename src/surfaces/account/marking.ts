import { l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import { Refusal } from '../shared/problems.ts';
import { plain } from '../shared/searchRows.ts';

/** Marks an account as production, or not: the only one that can be, else one that is picked. @throws Refusal where none can be */
export async function mark(accounts: Accounts, production: boolean): Promise<void> {
  const able = accounts.all.filter((account) => !account.demo && (account.production === true) !== production);
  if (able.length === 0) throw new Refusal(production ? nothingToMark(accounts) : l10n.t('No account is marked as production.'));
  const account = able.length === 1 ? able[0] : await pick(able, production);
  if (account) await accounts.markProduction(account.id, production);
}

const nothingToMark = ({ all }: Accounts): string =>
  all.some(({ demo }) => !demo)
    ? l10n.t('Every account is marked as production already.')
    : l10n.t('The demo account is no company’s. Sign in to a company to mark it as production.');

async function pick(able: readonly Account[], production: boolean): Promise<Account | undefined> {
  const items = able.map((account): QuickPickItem & { readonly account: Account } => ({
    label: plain(account.company, 60),
    description: plain(account.domain ?? '', 80),
    iconPath: new ThemeIcon('account'),
    account,
  }));
  const title = production ? l10n.t('Mark as Production') : l10n.t('Not Production');
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Which account?') }))?.account;
}
