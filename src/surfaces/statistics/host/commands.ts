import { commands as vscodeCommands, l10n, Uri, window } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { statisticsEditor } from '../../../ids/index.ts';
import type { Kind } from '../../../kinds/index.ts';
import { titleOf } from '../../../kinds/title.ts';
import { isObject } from '../../../model/isObject.ts';
import type { PipedriveRecord } from '../../../model/record.ts';
import { isDraft, parseAddress } from '../../document/address.ts';
import { addressInFront } from '../../document/tabs.ts';
import { Refusal } from '../../shared/problems.ts';
import { withCancellableProgress } from '../../shared/progress.ts';
import { plain } from '../../shared/searchRows.ts';
import { statisticsUri } from './address.ts';
import type { StatisticsParts } from './parts.ts';

/** Shows the statistics of a row, of the document in front, else of a record that is picked. */
export async function showStatistics(kind: Kind, [given]: readonly unknown[], parts: StatisticsParts): Promise<void> {
  const uri = ofRow(kind, given) ?? ofDocument(kind, given ?? addressInFront()) ?? (await picked(kind, parts));
  if (uri) await vscodeCommands.executeCommand('vscode.openWith', uri, statisticsEditor);
}

/** A row of a record as the side bar has it. */
function ofRow(kind: Kind, row: unknown): Uri | undefined {
  if (!isObject(row) || row['type'] !== 'record' || row['kind'] !== kind || !isObject(row['account'])) return undefined;
  return statisticsUri(String(row['account']['id']), kind, (row['record'] as PipedriveRecord).id);
}

function ofDocument(kind: Kind, uri: unknown): Uri | undefined {
  const address = uri instanceof Uri ? parseAddress(uri) : undefined;
  if (!address || address.kind !== kind) return undefined;
  if (isDraft(address)) throw new Refusal(l10n.t('This record is not saved yet. Save it first, or close it to discard it.'));
  return statisticsUri(address.accountId, kind, address.id);
}

async function picked(kind: Kind, { accounts, room }: StatisticsParts): Promise<Uri | undefined> {
  const account = accounts.active;
  if (!account) {
    throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  }
  const { items } = await withCancellableProgress(l10n.t('Reading {0}', kind.words.several), (signal) =>
    room.documents.records.list(kind, account.id, { signal }),
  );
  if (items.length === 0) throw new Refusal(kind.words.none);
  const rows = items.map((record) => ({ label: plain(titleOf(kind, record), 80), record }));
  const row = await window.showQuickPick(rows, {
    title: kind.statistics?.words.show ?? '',
    placeHolder: kind.statistics?.words.which ?? '',
  });
  return row && statisticsUri(account.id, kind, row.record.id);
}
