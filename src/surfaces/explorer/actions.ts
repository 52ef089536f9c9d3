import { commands as vscodeCommands, env, l10n, Uri, window, type Disposable } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import { PipedriveError } from '../../api/errors.ts';
import { commands, createCommand, formEditor } from '../../ids/index.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { draftUri } from '../document/address.ts';
import type { RecordDocuments } from '../document/documents.ts';
import { copyText } from '../document/json/copy.ts';
import { follow } from '../shared/apiVersion.ts';
import type { CommandHandler, RegisterCommand } from '../shared/commands.ts';
import { isLoadNode, isRecordNode, isValueNode } from './nodes.ts';
import type { ActionParts } from './parts.ts';
import { documentOf, subjectsOf, targetOf, targetsOf, type RowsOf } from './target.ts';

/** The commands on records; most of what they do is loaded when it is done. @param rowsOf the rows that a key in a view is meant for */
export function registerActions(register: RegisterCommand, parts: ActionParts, rowsOf: RowsOf): readonly Disposable[] {
  const { accounts, room } = parts;
  const { documents, editing } = room;
  const load: CommandHandler = async (node) => {
    if (isLoadNode(node)) await node.run();
  };
  /** Of several rows it is meant for the first. */
  const change: CommandHandler = async (...args) => {
    for (const subject of (await subjectsOf(args, rowsOf)).slice(0, 1)) {
      const target = isValueNode(subject) ? undefined : targetOf(subject, documents);
      if (isValueNode(subject)) await (await import('./editValue.ts')).editValue(subject, parts);
      else if (target) await (await import('./rename.ts')).renameRecord(target, parts);
    }
  };
  return [
    register(commands.open, (argument) => openWith(formEditor, argument)),
    register(commands.openAsJson, (argument) => openWith('default', argument)),
    register(commands.copyAsJson, (argument) => copy(argument, documents)),
    register(commands.openInPipedrive, (argument) => openInPipedrive(targetOf(argument, documents)?.address, accounts)),
    register(commands.duplicate, async (argument) => {
      const uri = documentOf(argument);
      if (!uri) return;
      const { duplicate } = await import('../document/duplicate.ts');
      await openWith(formEditor, await duplicate(documents, editing, uri));
    }),
    register(commands.rename, change),
    register(commands.editValue, change),
    register(commands.delete, async (...args) => {
      // Asked for at once: what is selected may be another row by the time that the rest has been brought in.
      const targets = targetsOf(await subjectsOf(args, rowsOf), documents);
      const { deleteRecords } = await import('./delete.ts');
      await deleteRecords(targets, parts);
    }),
    register(commands.loadMore, load),
    register(commands.retry, async (node) => {
      if (isLoadNode(node) && node.type === 'retry') await follow(node.error);
      await load(node);
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

async function openInPipedrive(address: RecordAddress | undefined, accounts: Accounts): Promise<void> {
  const webUrl = address && accounts.get(address.accountId)?.webUrl;
  const path = address?.kind.webPath?.(address);
  if (webUrl === undefined || path === undefined) {
    void window.showInformationMessage(l10n.t('This has no page in Pipedrive.'));
    return;
  }
  await env.openExternal(Uri.parse(webUrl + path, true));
}
