import { homedir } from 'node:os';
import { commands as vscodeCommands, l10n, Uri, window, workspace } from 'vscode';
import { commands } from '../../../ids/index.ts';
import { csvRows } from './csvRows.ts';
import type { StatisticsParts } from './parts.ts';
import { shown, type Reading } from './reading.ts';
import { nameOf, stepName, userName } from './words.ts';

/** Asks where to, and writes the numbers that are shown there. */
export async function exportNumbers(reading: Reading, { attend }: StatisticsParts): Promise<void> {
  const result = shown(reading);
  const name = nameOf(reading);
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const { from, until } = result.period;
  const file = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `statistics-${reading.address.id}-${from}-${until}.csv`),
    filters: { [l10n.t('Comma-separated values')]: ['csv'] },
    title: l10n.t('Export the statistics of {0}', name),
    saveLabel: l10n.t('Export'),
  });
  if (!file) return;
  const { csvOf } = await import('../../shared/csv.ts');
  const words = {
    columns: [
      l10n.t('User'),
      l10n.t('From'),
      l10n.t('Until'),
      l10n.t({ message: 'Number', comment: ['what a figure tells'] }),
      l10n.t('Of'),
      l10n.t('Value'),
      l10n.t('Unit'),
    ],
    rate: l10n.t('Conversion'),
    started: l10n.t('New'),
    open: l10n.t('Left open'),
    won: l10n.t('Won'),
    lost: l10n.t('Lost'),
    moved: l10n.t('Movements between stages'),
    age: l10n.t('Average age'),
    all: l10n.t('All stages'),
    deals: l10n.t('deals'),
    days: l10n.t('days'),
  };
  const periods = [
    { ...result.period, numbers: result.now },
    ...(result.before && result.earlier ? [{ ...result.before, numbers: result.earlier }] : []),
  ];
  const step = (id: number) => stepName(result.steps, id);
  const text = csvOf(words.columns, csvRows(userName(result.user.name, result.user.id), periods, step, words));
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  void attend(commands.exportStatistics, async () => {
    const open = l10n.t('Open');
    const said = l10n.t('Statistics exported to {0}.', file.path.slice(file.path.lastIndexOf('/') + 1));
    if ((await window.showInformationMessage(said, open)) === open) await vscodeCommands.executeCommand('vscode.open', file);
  });
}
