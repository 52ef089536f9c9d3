import { env, l10n } from 'vscode';
import type { Account } from '../../../account/types.ts';
import { fieldTitle, titleOf } from '../../../kinds/title.ts';
import { displayText } from '../../../model/displayText.ts';
import { showValue } from '../../../model/fieldTypes/index.ts';
import type { MergeRow } from '../../../model/mergePlan.ts';
import { wayOut } from '../../shared/apiVersion.ts';
import { needsSignIn, sentenceOf } from '../../shared/problems.ts';
import { quoted } from '../../shared/quoted.ts';
import type { MergeAction, MergeActionId, MergeField, MergeSide, MergeState } from '../messages.ts';
import { twoOf } from './merge.ts';
import { unsavedWords } from './question.ts';
import type { Rehearsal, Side } from './rehearsal.ts';
import type { KeptSnapshot } from './snapshots.ts';
import { called, movesOf } from './words.ts';

/** What the editor shows, made anew from what is known. @param cost in API tokens; absent while it is not known */
export function mergeState(rehearsal: Rehearsal, account: Account | undefined, cost: number | undefined): MergeState {
  const { stand, sides, notice } = rehearsal;
  const kind = rehearsal.pair.survivor.kind;
  const title = kind.merge?.words.two ?? l10n.t('Merge');
  const more = notice ? [notice.sentence] : [];
  switch (stand.phase) {
    case 'loading':
      return { phase: 'loading', title };
    case 'gone':
      return {
        phase: 'blocked',
        title,
        sentence: l10n.t(
          '{0} is no longer there. It was deleted or merged meanwhile, so there is nothing to merge.',
          goneName(rehearsal, stand.address.id),
        ),
        more,
        actions: actions('retry', 'close'),
      };
    case 'failed':
      return { phase: 'blocked', title, sentence: sentenceOf(stand.error), more, actions: waysOut(stand.error, 'retry') };
    case 'unknown':
      return {
        phase: 'unknown',
        title: l10n.t('Merged or not?'),
        sentence: l10n.t(
          'The answer was lost, and it could not be found out whether the merge was done. Nothing is sent again before that.',
        ),
        more: [sentenceOf(stand.error)],
        actions: waysOut(stand.error, 'findOut'),
      };
    case 'done':
      return done(rehearsal, stand.snapshot);
    case 'ready':
      return sides ? ready(rehearsal, sides, account, cost) : { phase: 'loading', title };
  }
}

/** The tab's title. */
export function mergeTitle({ sides, stand, pair }: Rehearsal): string {
  const isDone = stand.phase === 'done';
  const two = isDone ? stand.snapshot.value : sides && twoOf(sides);
  if (!two) return l10n.t('Merge');
  const [absorbed, survivor] = [two.absorbed, two.survivor].map((record) => titleOf(pair.survivor.kind, record, 24));
  return isDone
    ? l10n.t('Merged {0} into {1}', absorbed ?? '', survivor ?? '')
    : l10n.t('Merge {0} into {1}', absorbed ?? '', survivor ?? '');
}

function done(rehearsal: Rehearsal, { value }: KeptSnapshot): MergeState {
  const two = { kind: rehearsal.pair.survivor.kind, absorbed: value.absorbed, survivor: value.survivor };
  const { absorbed, survivor } = called(two);
  const moves = movesOf(two);
  return {
    phase: 'done',
    title: l10n.t('{0} was merged into {1}', absorbed, survivor),
    sentence: moves ? l10n.t('{0} got {1}.', survivor, moves) : l10n.t('Nothing was attached to {0}.', absorbed),
    more: [
      l10n.t(
        'A copy of both, as they were, stays on this computer. From it the removed one can be begun anew; what moved stays.',
      ),
    ],
    actions: actions('openSurvivor', 'rebuild', 'close'),
  };
}

function ready(
  rehearsal: Rehearsal,
  sides: { readonly absorbed: Side; readonly survivor: Side },
  account: Account | undefined,
  cost: number | undefined,
): MergeState {
  const { plan, notice, choice, busy } = rehearsal;
  const two = twoOf(sides);
  const { absorbed, survivor } = called(two);
  const field = (row: MergeRow) => mergeField(row, sides);
  const filled = plan.filter((row) => row.survivor !== null || row.absorbed !== null);
  const moves = movesOf(two);
  return {
    phase: 'ready',
    title: l10n.t('Keep {0}, remove {1}', survivor, absorbed),
    company: displayText(account?.company ?? '', 60),
    ...(account?.production && { production: l10n.t('Production') }),
    survivor: sideOf(sides.survivor),
    absorbed: sideOf(sides.absorbed),
    choice,
    differing: filled.filter(({ fate }) => fate !== 'same').map(field),
    same: filled.filter(({ fate }) => fate === 'same').map(field),
    moves: moves
      ? l10n.t('{0} gets {1}.', survivor, moves)
      : l10n.t('Nothing is attached to {0}, so nothing moves over.', absorbed),
    sum: sumOf(plan),
    cost: cost === undefined ? '' : l10n.t('{0} API tokens', cost.toLocaleString(env.language)),
    notices: [
      ...(notice ? [notice] : []),
      ...unsavedWords(rehearsal, two).map((sentence) => ({ severity: 'info', sentence }) as const),
    ],
    busy,
  };
}

/** The values that are lost and kept, in numbers. */
function sumOf(plan: readonly MergeRow[]): string {
  const lost = plan.filter((row) => row.lost !== null).length;
  const kept = plan.filter(({ fate }) => fate === 'kept').length;
  const words =
    lost === 0 ? l10n.t('No value is lost') : lost === 1 ? l10n.t('1 value is lost') : l10n.t('{0} values are lost', lost);
  return kept === 0 ? words : l10n.t('{0}, {1} kept by your ticks', words, kept);
}

function mergeField(row: MergeRow, { absorbed, survivor }: { readonly absorbed: Side; readonly survivor: Side }): MergeField {
  const { field, fate, lost, keepable } = row;
  const text = (value: unknown, names: Readonly<Record<string, string>>): string => {
    if (value === null) return '';
    // What is not for people to read, such as a picture's number.
    return field.type === 'other' ? l10n.t('There is one') : displayText(showValue(field, value, names), 2000);
  };
  return {
    key: field.key,
    label: fieldTitle(field, 120),
    fate,
    survivor: text(row.survivor, survivor.names),
    absorbed: text(row.absorbed, absorbed.names),
    ...(lost === null ? {} : { lost: text(lost, (fate === 'kept' ? survivor : absorbed).names) }),
    keepable,
  };
}

function sideOf({ address: { kind }, record }: Side): MergeSide {
  const added = Date.parse(String(record.values['add_time'] ?? ''));
  const since = Number.isNaN(added) ? '' : new Date(added).toLocaleDateString(env.language, { dateStyle: 'medium' });
  const id = l10n.t('Id {0}', record.id);
  return { title: titleOf(kind, record, 60), detail: since ? l10n.t('{0}, since {1}', id, since) : id };
}

function goneName({ sides, pair }: Rehearsal, id: unknown): string {
  const { kind } = pair.survivor;
  const side = [sides?.absorbed, sides?.survivor].find((one) => one?.address.id === id);
  return side ? quoted(titleOf(kind, side.record, 60)) : l10n.t('{0} {1}', kind.words.one, String(id));
}

function waysOut(error: unknown, again: 'retry' | 'findOut'): readonly MergeAction[] {
  if (needsSignIn(error)) return actions('signIn', again);
  const way = wayOut(error);
  return way ? [{ id: 'useOther', label: way.title }, ...actions(again)] : actions(again);
}

const words: Readonly<Record<MergeActionId, () => string>> = {
  merge: () => l10n.t('Merge…'),
  turn: () => l10n.t('Swap'),
  retry: () => l10n.t('Retry'),
  findOut: () => l10n.t('Find Out'),
  useOther: () => l10n.t('Use the Other Version'),
  signIn: () => l10n.t('Sign In'),
  openSurvivor: () => l10n.t('Open the Kept One'),
  openAbsorbed: () => l10n.t('Open the Removed One'),
  rebuild: () => l10n.t('Rebuild the Removed One'),
  close: () => l10n.t('Close'),
};

const actions = (...ids: readonly MergeActionId[]): readonly MergeAction[] => ids.map((id) => ({ id, label: words[id]() }));
