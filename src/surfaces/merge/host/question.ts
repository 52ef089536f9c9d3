import { env, l10n, window } from 'vscode';
import type { MergeRow } from '../../../model/mergePlan.ts';
import { accountLine } from '../../shared/company.ts';
import type { Rehearsal } from './rehearsal.ts';
import { called, fieldsOf, movesOf, type Two } from './words.ts';
import { isUnsaved } from './documents.ts';

/** What the merge takes, with the readings around it. */
export async function costOf(rehearsal: Rehearsal): Promise<number> {
  const { kind, accountId } = rehearsal.pair.survivor;
  const { api } = await rehearsal.room.documents.records.session(accountId);
  return api.forecast(kind.merge?.plan(rehearsal.plan.some(({ fate }) => fate === 'kept')) ?? []);
}

/** Asks once whether to merge, and says what that does and what it takes. */
export async function confirmMerge(rehearsal: Rehearsal, two: Two, plan: readonly MergeRow[]): Promise<boolean> {
  const { absorbed, survivor } = called(two);
  const kept = plan.filter(({ fate }) => fate === 'kept');
  const lost = plan.filter((row) => row.fate !== 'kept' && row.lost !== null);
  const moves = movesOf(two);
  const { account } = await rehearsal.room.documents.records.session(rehearsal.pair.survivor.accountId);
  const detail = [
    accountLine(account),
    moves && l10n.t('{0} gets {1}.', survivor, moves),
    kept.length > 0 ? l10n.t('It takes over what you ticked: {0}.', fieldsOf(kept)) : '',
    lost.length > 0 ? l10n.t('Lost of {0}: {1}.', absorbed, fieldsOf(lost)) : l10n.t('No value of {0} is lost.', absorbed),
    ...unsavedWords(rehearsal, two),
    l10n.t('Pipedrive cannot undo this. A copy of both stays on this computer, so that the removed one can be rebuilt.'),
    l10n.t('This takes {0} API tokens.', (await costOf(rehearsal)).toLocaleString(env.language)),
  ];
  const confirmed = l10n.t('Merge');
  const lines = detail.filter((line) => line !== '').join('\n');
  const question = l10n.t('Keep {0}, remove {1}?', survivor, absorbed);
  return (await window.showWarningMessage(question, { modal: true, detail: lines }, confirmed)) === confirmed;
}

/** What becomes of edits that are not saved. */
export function unsavedWords({ room, pair }: Rehearsal, two: Two): string[] {
  const { absorbed, survivor } = called(two);
  return [
    isUnsaved(room, pair.survivor)
      ? l10n.t('{0} has unsaved edits, which are not compared here. They stay in its editor, unsaved.', survivor)
      : '',
    isUnsaved(room, pair.absorbed)
      ? l10n.t(
          '{0} has unsaved edits, which are not merged. Its editor stays open with them, and offers to create it anew.',
          absorbed,
        )
      : '',
  ].filter((line) => line !== '');
}
