import { homedir } from 'node:os';
import { commands as vscodeCommands, l10n, Uri, window, workspace } from 'vscode';
import { commands } from '../../../ids/index.ts';
import { fieldTitle } from '../../../kinds/title.ts';
import type { Field } from '../../../model/field.ts';
import { showValue } from '../../../model/fieldTypes/index.ts';
import type { PipedriveRecord } from '../../../model/record.ts';
import { Refusal } from '../../shared/problems.ts';
import { withCancellableProgress } from '../../shared/progress.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { called } from '../words.ts';

/** Asks where to, and writes the records there as comma-separated text, with names in place of ids. */
export async function exportCsv(targets: readonly Target[], parts: ActionParts): Promise<void> {
  const [first] = targets;
  if (!first) return;
  const { kind } = first.address;
  if (targets.some(({ address }) => address.kind !== kind)) {
    throw new Refusal(l10n.t('A table has the columns of one kind. Select records of one kind.'));
  }
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const file = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `${kind.folder}.csv`),
    filters: { [l10n.t('Comma-separated values')]: ['csv'] },
    title: l10n.t('Export {0}', called(targets)),
    saveLabel: l10n.t('Export'),
  });
  if (!file) return;
  const text = await withCancellableProgress(l10n.t('Exporting {0}', called(targets)), (signal) =>
    tableOf(targets, signal, parts),
  );
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  void parts.attend(commands.exportCsv, async () => {
    const open = l10n.t('Open');
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const said = l10n.t('{0} exported to {1}.', called(targets), name);
    if ((await window.showInformationMessage(said, open)) === open) await vscodeCommands.executeCommand('vscode.open', file);
  });
}

async function tableOf(targets: readonly Target[], signal: AbortSignal, { room }: ActionParts): Promise<string> {
  const { records, names } = room.documents;
  const [first] = targets;
  if (!first) return '';
  const { kind, accountId } = first.address;
  const [{ csvOf }, fields] = await Promise.all([import('../../shared/csv.ts'), records.fields(kind, accountId, { signal })]);
  const read: PipedriveRecord[] = [];
  for (const { address, record } of targets) read.push(record ?? (await records.get(address, { signal })));
  await names.learn(accountId, fields, read, { signal });
  const rows: string[][] = [];
  for (const record of read) {
    signal.throwIfAborted();
    const named = await names.of(accountId, fields, record);
    rows.push(fields.map((field) => showValue(field, valueIn(field, record), named)));
  }
  return csvOf(
    fields.map((field) => fieldTitle(field)),
    rows,
  );
}

/** Its id stands beside a record's values. */
const valueIn = ({ key }: Field, { id, values }: PipedriveRecord): unknown => (key === 'id' ? id : values[key]);
