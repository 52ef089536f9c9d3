import { commands as vscodeCommands, env, l10n, Uri, window, type TextDocumentShowOptions } from 'vscode';
import type { Account } from '../../../account/types.ts';
import { formEditor } from '../../../ids/index.ts';
import { kinds } from '../../../kinds/index.ts';
import type { Opened } from '../../../kinds/related/related.ts';
import type { Records } from '../../../kinds/records.ts';
import { Refusal } from '../../shared/problems.ts';
import { withCancellableProgress } from '../../shared/progress.ts';
import { recordUri } from '../address.ts';
import { attachedUri, fileName, type AttachedAddress } from './address.ts';

/** What VS Code shows by itself, by the name's ending: text and pictures. */
const shownHere =
  /\.(txt|text|md|markdown|log|csv|tsv|json|jsonc|xml|ya?ml|html?|css|js|ts|ini|toml|eml|ics|vcf|sql|svg|png|jpe?g|gif|webp|bmp|ico)$/i;

/** Beside the editor that led there, which may be a look in passing and would else give way. */
const toStay = { preview: false };

/** In bytes; what is larger is saved instead. */
const largestShown = 20_000_000;

/** Opens an item as what it is: text to be read, a file, a page in Pipedrive, a record's form. */
export async function openAttached(
  records: Records,
  address: AttachedAddress,
  how: TextDocumentShowOptions = toStay,
): Promise<void> {
  const { related, id, record } = address;
  if (!related.open) return;
  const session = await records.session(record.accountId);
  const opened = await related.open(session, id);
  switch (opened.as) {
    case 'text':
      await vscodeCommands.executeCommand('vscode.open', attachedUri(address, `${fileName(opened.title)}.txt`), how);
      return;
    case 'file':
      if (!shownHere.test(opened.name) || (opened.size ?? 0) > largestShown) return save(opened);
      await vscodeCommands.executeCommand('vscode.open', attachedUri(address, opened.name), how);
      return;
    case 'page':
      return openPage(session.account, opened.path);
    case 'record': {
      const kind = kinds.find((one) => one.id === opened.kindId);
      if (kind)
        await vscodeCommands.executeCommand('vscode.openWith', recordUri(record.accountId, kind, opened.id), formEditor, how);
      return;
    }
  }
}

/** Opens a page in Pipedrive, in the browser. @param path `/deal/7` @throws Refusal for the demo account, which has none */
export async function openPage({ webUrl }: Account, path: string): Promise<void> {
  if (!webUrl) throw new Refusal(l10n.t('The demo account has no pages in Pipedrive. Sign in to a company to open them.'));
  await env.openExternal(Uri.parse(webUrl).with({ path }));
}

/** Saves a file where the person says. */
export async function saveAttached(records: Records, { related, id, record }: AttachedAddress): Promise<void> {
  const opened = await related.open?.(await records.session(record.accountId), id);
  if (opened?.as === 'file') await save(opened);
}

async function save(file: Extract<Opened, { as: 'file' }>): Promise<void> {
  const name = fileName(file.name);
  const target = await window.showSaveDialog({ defaultUri: Uri.file(name), title: l10n.t('Save “{0}”', name) });
  if (!target) return;
  if (target.scheme !== 'file')
    throw new Refusal(l10n.t('Files can be saved on the computer that VS Code works on. Choose a folder there.'));
  await withCancellableProgress(l10n.t('Saving “{0}”…', name), (signal) => file.save(target.fsPath, { signal }));
}
