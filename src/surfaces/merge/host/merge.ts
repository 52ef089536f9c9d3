import { l10n } from 'vscode';
import { notDone, PipedriveError } from '../../../api/errors.ts';
import { equalValues, valueOf } from '../../../model/fieldTypes/index.ts';
import { keptValues, type MergeRow } from '../../../model/mergePlan.ts';
import { changedFields } from '../../../model/threeWay.ts';
import { sentenceOf } from '../../shared/problems.ts';
import type { MergeNotice } from '../messages.ts';
import { closeClean, flushForms } from './documents.ts';
import { confirmMerge } from './question.ts';
import type { Rehearsal, Side } from './rehearsal.ts';
import { snapshotOf, type Snapshots } from './snapshots.ts';
import { called, fieldsOf, type Two } from './words.ts';

/**
 * Merges after asking. Both are read again first, and where one has changed it is shown and nothing is sent. A copy of
 * both is kept before anything is written. What is to be kept is written to the survivor; then they are merged, once:
 * where the answer is lost, `findOut` is what comes next.
 */
export async function merge(rehearsal: Rehearsal, snapshots: Snapshots): Promise<void> {
  await rehearsal.loaded;
  if (rehearsal.busy || rehearsal.stand.phase !== 'ready') return;
  rehearsal.notice = undefined;
  await alone(rehearsal, async () => {
    const { sides, pair, room } = rehearsal;
    if (!sides) return;
    await flushForms(room, pair.absorbed);
    await flushForms(room, pair.survivor);
    if (!(await confirmMerge(rehearsal, twoOf(sides), rehearsal.plan))) return;
    const before = await rehearsal.read();
    if (!before) return;
    const news = newsOf(rehearsal, before);
    if (news) rehearsal.notice = news;
    else await mergeForGood(rehearsal, snapshots);
  });
}

/** Finds out whether a merge whose answer was lost has happened. Sends nothing but questions. */
export async function findOut(rehearsal: Rehearsal, snapshots: Snapshots): Promise<void> {
  if (rehearsal.busy) return;
  await alone(rehearsal, async () => settle(rehearsal, snapshots, await lookFor(rehearsal, snapshots)));
}

async function alone(rehearsal: Rehearsal, work: () => Promise<void>): Promise<void> {
  rehearsal.busy = true;
  rehearsal.changed();
  try {
    await work();
  } finally {
    rehearsal.busy = false;
    rehearsal.changed();
  }
}

async function mergeForGood(rehearsal: Rehearsal, snapshots: Snapshots): Promise<void> {
  const { sides, pair, plan } = rehearsal;
  if (!sides) return;
  const two = twoOf(sides);
  const { accountId, kind } = pair.survivor;
  const { absorbed, survivor } = two;
  await snapshots.add(accountId, { kindId: kind.id, time: new Date().toISOString(), absorbed, survivor });
  const kept = plan.filter(({ fate }) => fate === 'kept');
  const problem = (await keep(rehearsal, sides.survivor, kept)) ?? (await mergeOnce(rehearsal, snapshots, two, kept));
  await settle(rehearsal, snapshots, problem);
}

/** Where it was not merged, the copy is of no use, and both are shown as they are now. */
async function settle(rehearsal: Rehearsal, snapshots: Snapshots, problem: MergeNotice | undefined): Promise<void> {
  if (!problem) return;
  const copy = await snapshotOf(snapshots, rehearsal.pair);
  if (copy) await snapshots.remove(rehearsal.pair.survivor.accountId, copy.id);
  await rehearsal.read();
  rehearsal.notice = problem;
}

/** Writes what is to be kept. @returns why the merge must not follow */
async function keep({ room, pair }: Rehearsal, { record }: Side, kept: readonly MergeRow[]): Promise<MergeNotice | undefined> {
  if (kept.length === 0) return undefined;
  const passedOver: string[] = [];
  try {
    const answer = await room.documents.records.update(pair.survivor, record, keptValues(kept), {
      notice: ({ sentence }) => passedOver.push(sentence),
    });
    const left = kept.filter(({ field, survivor }) => equalValues(field, valueOf(field, answer.values), survivor));
    if (left.length === 0 && passedOver.length === 0) return undefined;
    const why = passedOver.join(' ') || l10n.t('Pipedrive left {0} as it was.', fieldsOf(left));
    return failed(l10n.t('Nothing was merged, because not all could be kept. {0}', why));
  } catch (error) {
    if (!PipedriveError.is(error)) throw error;
    return failed(
      PipedriveError.is(error, ...notDone)
        ? l10n.t('Nothing was merged, because what you ticked could not be written: {0}', sentenceOf(error))
        : l10n.t('Nothing was merged. What you ticked may or may not have been written; it is shown as it is now.'),
    );
  }
}

/** @returns why it was not merged */
async function mergeOnce(
  rehearsal: Rehearsal,
  snapshots: Snapshots,
  two: Two,
  kept: readonly MergeRow[],
): Promise<MergeNotice | undefined> {
  const { room, pair } = rehearsal;
  try {
    await room.documents.records.merge(pair.absorbed, pair.survivor);
    await finish(rehearsal, snapshots);
    return undefined;
  } catch (error) {
    if (!PipedriveError.is(error)) throw error;
    if (!PipedriveError.is(error, ...notDone)) {
      const problem = await lookFor(rehearsal, snapshots);
      if (!problem || kept.length === 0) return problem;
      return failed(l10n.t('{0} {1} has taken over {2} already.', problem.sentence, called(two).survivor, fieldsOf(kept)));
    }
    if (kept.length === 0) return failed(l10n.t('Nothing was merged. {0}', sentenceOf(error)));
    return failed(
      l10n.t(
        '{0} has taken over {1}, and then the merge was refused: {2} Both are still there. Merge again, or leave it at that.',
        called(two).survivor,
        fieldsOf(kept),
        sentenceOf(error),
      ),
    );
  }
}

/** Reads what became of a merge whose answer was lost. @returns why it was not merged; nothing also where nobody knows */
async function lookFor(rehearsal: Rehearsal, snapshots: Snapshots): Promise<MergeNotice | undefined> {
  const { room, pair } = rehearsal;
  try {
    if (!(await room.documents.records.merged(pair.absorbed, pair.survivor))) {
      return failed(l10n.t('The answer was lost, and the merge was not done. Look at both again before you merge.'));
    }
    await finish(rehearsal, snapshots);
  } catch (error) {
    if (!PipedriveError.is(error)) throw error;
    rehearsal.stand = { phase: 'unknown', error };
  }
  return undefined;
}

/** The absorbed one is gone: its copy tells what it was. */
async function finish(rehearsal: Rehearsal, snapshots: Snapshots): Promise<void> {
  const { room, pair } = rehearsal;
  const snapshot = await snapshotOf(snapshots, pair);
  rehearsal.stand = snapshot ? { phase: 'done', snapshot } : { phase: 'gone', address: pair.absorbed };
  await closeClean(room, pair.absorbed);
}

/** What a colleague changed since both were shown; nothing where all that a merge decides about is as it was. */
function newsOf({ sides, fields }: Rehearsal, before: readonly Side[]): MergeNotice | undefined {
  if (!sides) return undefined;
  const names = called(twoOf(sides));
  const news = (['survivor', 'absorbed'] as const).flatMap((which) => {
    const { address, record } = sides[which];
    const shown = before.find((side) => side.address.id === address.id)?.record.values ?? {};
    // Of the fields that a merge decides about also those that nobody can write.
    const deciding = fields.map((field) => ({ ...field, writable: true }));
    const changed = changedFields(deciding, shown, record.values).map(({ key }) => key);
    const rows = fields.filter(({ key }) => changed.includes(key)).map((field) => ({ field }));
    return rows.length > 0
      ? [l10n.t({ message: '{0} of {1}', args: [fieldsOf(rows), names[which]], comment: ['fields of a record'] })]
      : [];
  });
  if (news.length === 0) return undefined;
  const sentence = l10n.t('Nothing was merged: a colleague changed {0} meanwhile. Look again, then merge.', news.join('; '));
  return { severity: 'warning', sentence };
}

export const twoOf = ({ absorbed, survivor }: { readonly absorbed: Side; readonly survivor: Side }): Two => ({
  kind: survivor.address.kind,
  absorbed: absorbed.record,
  survivor: survivor.record,
});

const failed = (sentence: string): MergeNotice => ({ severity: 'error', sentence });
