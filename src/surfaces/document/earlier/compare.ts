import { CancellationError, commands as vscodeCommands, l10n, ProgressLocation, window } from 'vscode';
import { fieldTitle, titleOf } from '../../../kinds/title.ts';
import type { Records, RecordAddress } from '../../../kinds/records.ts';
import { Refusal, unlinked } from '../../shared/problems.ts';
import { signalOf } from '../../shared/progress.ts';
import { quoted } from '../../shared/quoted.ts';
import { recordUri } from '../address.ts';
import { earlierUri, momentText } from './address.ts';
import type { EarlierFiles } from './files.ts';
import { pickMoment, type Moment } from './pick.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';

/**
 * Opens the comparison of a record as it was with its document.
 *
 * @param at in milliseconds; asked for where it is not given
 * @throws PipedriveError; Refusal for a record whose changes Pipedrive does not keep
 */
export async function compareWithEarlier(
  records: Records,
  files: EarlierFiles,
  record: RecordAddress,
  at?: number,
): Promise<void> {
  const { kind } = record;
  if (!kind.history?.changes) {
    throw new Refusal(l10n.t('Pipedrive keeps no history of the values of: {0}.', kind.words.many));
  }
  const moment = at === undefined ? await pickMoment(records, record) : { at };
  if (!moment) return;
  const rebuilt = await withProgress(records, record, moment);
  const title = titleOf(kind, { id: record.id, values: rebuilt.now }, 60);
  if (!rebuilt.changed) {
    void window.showInformationMessage(unlinked(l10n.t('Nothing of “{0}” has changed since {1}.', title, momentText(moment.at))));
    return;
  }
  const uri = earlierUri({ record, at: moment.at }, title);
  files.keep(uri, rebuilt.text);
  const label = l10n.t('{0} ({1} ↔ now)', title, momentText(moment.at));
  await vscodeCommands.executeCommand('vscode.diff', uri, recordUri(record.accountId, kind, record.id), label, {
    preview: false,
  });
  if (rebuilt.left.length === 0) return;
  const names = rebuilt.left.map(({ field }) => quoted(fieldTitle(field, 60))).join(', ');
  void window.showWarningMessage(unlinked(l10n.t('Not all of it could be rebuilt. Shown as it is now: {0}.', names)));
}

async function withProgress(records: Records, record: RecordAddress, { at, first }: Moment): Promise<Rebuilt> {
  const title = l10n.t('Reading what has changed since {0}', momentText(at));
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    const rebuilt = await rebuild(
      records,
      { record, at },
      {
        signal: signalOf(token),
        ...(first && { first }),
        progress: (read) => progress.report({ message: read === 1 ? l10n.t('1 change') : l10n.t('{0} changes', read) }),
      },
    );
    if (token.isCancellationRequested) throw new CancellationError();
    return rebuilt;
  });
}
