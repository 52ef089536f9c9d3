import { commands as vscodeCommands, l10n, window, type Uri, type UriHandler } from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import { commands, demoId, formEditor } from '../../ids/index.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { recordUri } from '../document/address.ts';
import { parseDeepLink } from '../document/deepLink.ts';
import type { Attend } from '../shared/commands.ts';
import { companyOf } from '../shared/company.ts';
import { Refusal } from '../shared/problems.ts';

/**
 * Opens records by links such as `vscode://…/acme/persons/42`. Any page or program may have made one, so that it does nothing
 * but open a document to be read: it switches no account and writes nothing. Nothing is asked of Pipedrive for an account that
 * is not the one in sight before the person said yes.
 */
export class DeepLinks implements UriHandler {
  readonly #accounts: Accounts;
  readonly #attend: Attend;

  constructor(accounts: Accounts, attend: Attend) {
    this.#accounts = accounts;
    this.#attend = attend;
  }

  handleUri(uri: Uri): Promise<void> {
    return this.#attend('link', () => this.#open(uri));
  }

  async #open(uri: Uri): Promise<void> {
    const address = parseDeepLink(uri);
    if (!address) {
      throw new Refusal(
        l10n.t(
          'This link names no record. Such links end in a company’s domain, the sort of record and its number: acme/persons/42.',
        ),
      );
    }
    const account = this.#accounts.get(address.accountId);
    if (!account) return tellUnknown(address);
    if (account.id !== this.#accounts.active?.id && !(await mayOpen(address, account))) return;
    const { accountId, kind, id } = address;
    await vscodeCommands.executeCommand('vscode.openWith', recordUri(accountId, kind, id), formEditor);
  }
}

/** Asks before another account than the one in sight is looked into. */
async function mayOpen({ kind, id }: RecordAddress, account: Account): Promise<boolean> {
  const open = l10n.t('Open');
  const question = l10n.t('Open a record of {0}?', companyOf(account));
  const detail = l10n.t(
    'A link asks for {0} {1} of this account, which is not the one that the side bar shows. The side bar stays as it is.',
    kind.words.one,
    String(id),
  );
  return (await window.showWarningMessage(question, { modal: true, detail }, open)) === open;
}

async function tellUnknown({ accountId }: RecordAddress): Promise<void> {
  const demo = accountId === demoId;
  const button = demo ? l10n.t('Explore the Demo Account') : l10n.t('Sign In');
  const sentence = demo
    ? l10n.t('This link is for the demo account, which is not open. Open it, then follow the link again.')
    : l10n.t('This link is for an account that you are not signed in to: {0}. Sign in, then follow the link again.', accountId);
  if ((await window.showWarningMessage(sentence, button)) !== button) return;
  await vscodeCommands.executeCommand(demo ? commands.exploreDemo : commands.signIn);
}
