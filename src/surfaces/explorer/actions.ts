import { commands as vscodeCommands, env, l10n, Uri, window, type Disposable } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import { PipedriveError } from '../../api/errors.ts';
import { commands, createCommand, formEditor } from '../../ids/index.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import { draftUri } from '../document/address.ts';
import type { RecordDocuments } from '../document/documents.ts';
import { duplicate } from '../document/duplicate.ts';
import type { DocumentRoom } from '../document/index.ts';
import { copyText } from '../document/json/copy.ts';
import { follow } from '../shared/apiVersion.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import { isLoadNode, isRecordNode } from './nodes.ts';
import { documentOf, nameOf, recordOf } from './target.ts';

/** The commands on records: open, create, show elsewhere, delete. */
export function registerActions(
  register: RegisterCommand,
  accounts: Accounts,
  { documents, editing }: DocumentRoom,
): readonly Disposable[] {
  const run = async (node: unknown): Promise<void> => {
    if (isLoadNode(node)) await node.run();
  };
  return [
    register(commands.open, (argument) => openWith(formEditor, argument)),
    register(commands.openAsJson, (argument) => openWith('default', argument)),
    register(commands.copyAsJson, (argument) => copy(argument, documents)),
    register(commands.openInPipedrive, (argument) => openInPipedrive(argument, accounts)),
    register(commands.duplicate, async (argument) => {
      const uri = documentOf(argument);
      if (uri) await openWith(formEditor, await duplicate(documents, editing, uri));
    }),
    register(commands.delete, (argument) => remove(argument, documents)),
    register(commands.loadMore, run),
    register(commands.retry, async (node) => {
      if (isLoadNode(node) && node.type === 'retry') await follow(node.error);
      await run(node);
    }),
    ...kinds.filter((kind) => kind.create).map((kind) => register(createCommand(kind.id), () => create(kind, accounts))),
  ];
}

async function openWith(editor: string, argument: unknown): Promise<void> {
  const uri = documentOf(argument);
  if (uri) await vscodeCommands.executeCommand('vscode.openWith', uri, editor);
}

async function copy(argument: unknown, documents: RecordDocuments): Promise<void> {
  const uri = documentOf(argument);
  if (!uri) return;
  await env.clipboard.writeText(await copyText(documents, uri, isRecordNode(argument) ? argument.record : undefined));
  window.setStatusBarMessage(l10n.t('Copied as JSON'), 3000);
}

async function create(kind: Kind, accounts: Accounts): Promise<void> {
  const { active } = accounts;
  if (!active) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  await vscodeCommands.executeCommand('vscode.openWith', draftUri(active.id, kind), formEditor);
}

async function openInPipedrive(argument: unknown, accounts: Accounts): Promise<void> {
  const address = recordOf(argument);
  const webUrl = address && accounts.get(address.accountId)?.webUrl;
  const path = address?.kind.webPath?.(address);
  if (webUrl === undefined || path === undefined) {
    void window.showInformationMessage(l10n.t('This has no page in Pipedrive.'));
    return;
  }
  await env.openExternal(Uri.parse(webUrl + path, true));
}

async function remove(argument: unknown, documents: RecordDocuments): Promise<void> {
  const address = recordOf(argument);
  if (!address?.kind.remove) return;
  const confirm = l10n.t('Delete');
  const chosen = await window.showWarningMessage(
    l10n.t('Delete “{0}”?', await nameOf(argument, address, documents)),
    { modal: true, detail: l10n.t('It is deleted in Pipedrive, for everyone in the company.') },
    confirm,
  );
  if (chosen === confirm) await documents.records.remove(address);
}
