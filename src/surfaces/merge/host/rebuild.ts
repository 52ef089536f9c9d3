import { commands as vscodeCommands, env, l10n, window, type QuickPickItem } from 'vscode';
import type { Kind } from '../../../kinds/index.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import { titleOf } from '../../../kinds/title.ts';
import { formEditor } from '../../../ids/index.ts';
import { draftOf } from '../../document/duplicate.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { plain } from '../../shared/searchRows.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';

/** Begins a new record, unsaved, with what a merge removed. */
export async function rebuild(
  room: DocumentRoom,
  of: Pick<RecordAddress, 'accountId' | 'kind'>,
  { absorbed }: Snapshot,
): Promise<void> {
  await vscodeCommands.executeCommand('vscode.openWith', await draftOf(room, of, absorbed.values), formEditor);
}

/** Picks one of those that merges on this computer have removed; none where there is none, which it says. */
export async function pickRemoved(snapshots: Snapshots, accountId: string, kind: Kind): Promise<Snapshot | undefined> {
  const kept = (await snapshots.all(accountId)).filter(({ value }) => value.kindId === kind.id);
  if (kept.length === 0) {
    void window.showInformationMessage(l10n.t('No merge was made on this computer that could be rebuilt from.'));
    return undefined;
  }
  const items = kept.map(({ value }): QuickPickItem & { readonly value: Snapshot } => ({
    label: plain(titleOf(kind, value.absorbed, 80)),
    description: plain(l10n.t('merged into {0}', titleOf(kind, value.survivor, 80))),
    detail: new Date(value.time).toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' }),
    value,
  }));
  const placeHolder = l10n.t('Which one do you want to rebuild? It is begun anew; what moved stays where it is.');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.value;
}
