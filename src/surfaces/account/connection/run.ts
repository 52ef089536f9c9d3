import { env, l10n, ProgressLocation, window, workspace, type Uri } from 'vscode';
import type { Account, Accounts } from '../../../account/index.ts';
import { PipedriveError } from '../../../api/errors.ts';
import { displayText } from '../../../model/displayText.ts';
import { unlinked } from '../../shared/problems.ts';
import { signalOf } from '../../shared/progress.ts';
import { check } from './check.ts';
import { reportOf, type Reports } from './report.ts';
import type { StepResult } from './steps.ts';

/**
 * Checks the way to Pipedrive of the active account: each result stands in a document as it comes, and the check can be
 * cancelled. At the end it says in one sentence whether something is wrong.
 *
 * @throws PipedriveError `signedOut` without an account
 */
export async function checkConnection(accounts: Accounts, reports: Reports): Promise<void> {
  const account = accounts.active;
  if (!account) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  const uri = reports.uri(account);
  const results: StepResult[] = [];
  reports.write(uri, reportOf(account, results));
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  await run(accounts, account, results, (running) => reports.write(uri, reportOf(account, results, running)));
  void tell(account, results, uri);
}

async function run(
  accounts: Accounts,
  account: Account,
  results: StepResult[],
  write: (running?: string) => void,
): Promise<void> {
  const title = l10n.t('Checking the connection to {0}, for about 9 API tokens', displayText(account.company, 60));
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (progress, token) =>
    check({
      ...{ accounts, account, signal: signalOf(token) },
      begins(name) {
        progress.report({ message: name });
        write(name);
      },
      found(result) {
        results.push(result);
        write();
      },
    }).catch((error: unknown) => {
      results.push({ name: l10n.t('End'), outcome: 'skipped', sentence: l10n.t('The check was ended before it was done.') });
      write();
      if (!token.isCancellationRequested) throw error;
    }),
  );
}

/** Not awaited: the check is done when it is done, not when its notification is closed. */
async function tell(account: Account, results: readonly StepResult[], uri: Uri): Promise<void> {
  const fault = results.find(({ outcome }) => outcome === 'fault');
  const copy = l10n.t('Copy Report');
  const chosen = fault
    ? await window.showWarningMessage(unlinked(l10n.t('{0}: {1}', fault.name, fault.sentence)), copy)
    : await window.showInformationMessage(unlinked(endOf(account, results)), copy);
  if (chosen === copy) await env.clipboard.writeText((await workspace.openTextDocument(uri)).getText());
}

function endOf(account: Account, results: readonly StepResult[]): string {
  const company = displayText(account.company, 60);
  if (results.at(-1)?.outcome === 'skipped') return l10n.t('The check of {0} was ended before it was done.', company);
  const notes = results.filter(({ outcome }) => outcome === 'note').length;
  if (notes === 0) return l10n.t('The connection to {0} works.', company);
  return notes === 1
    ? l10n.t('The connection to {0} works, with one note.', company)
    : l10n.t('The connection to {0} works, with {1} notes.', company, notes);
}
