import { l10n, window, workspace } from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import { displayText } from '../../model/displayText.ts';
import { parseAddress } from '../document/address.ts';
import { companyOf } from '../shared/company.ts';
import { tellInPassing } from '../shared/progress.ts';

/** Signs an account out, the active one without another. Its open documents stay as they are, unsaved edits included. */
export async function signOut(accounts: Accounts, account = accounts.active): Promise<void> {
  if (!account || !(await mayLeave(account))) return;
  await accounts.signOut(account.id);
  tellInPassing(l10n.t('Signed out of {0}', displayText(account.company, 60)));
}

async function mayLeave(account: Account): Promise<boolean> {
  const unsaved = workspace.textDocuments.filter(
    (document) => document.isDirty && parseAddress(document.uri)?.accountId === account.id,
  ).length;
  if (unsaved === 0) return true;
  const confirm = l10n.t('Sign Out');
  const question =
    unsaved === 1
      ? l10n.t('One record of {0} has unsaved changes. Sign out?', companyOf(account))
      : l10n.t('{1} records of {0} have unsaved changes. Sign out?', companyOf(account), unsaved);
  const detail = account.demo
    ? l10n.t('They stay open and unsaved. The demo’s own data begins afresh when it is used again.')
    : l10n.t('They stay open and unsaved, and can be saved once you are signed in again.');
  return (await window.showWarningMessage(question, { modal: true, detail }, confirm)) === confirm;
}
