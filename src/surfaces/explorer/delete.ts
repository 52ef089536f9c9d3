import { l10n, window } from 'vscode';
import { commands, views } from '../../ids/index.ts';
import type { Records } from '../../kinds/records.ts';
import { logProblem, Refusal } from '../shared/problems.ts';
import { withSteps, withViewProgress, type Steps } from '../shared/progress.ts';
import { say } from '../shared/say.ts';
import { confirmMany, confirmOne, withHangingOff } from './deleteQuestion.ts';
import type { ActionParts } from './parts.ts';
import type { Target } from './target.ts';
import { called, reasons, type Left } from './words.ts';

/** What became of a deletion. */
interface Outcome {
  readonly removed: readonly Target[];
  readonly left: readonly Left[];
}

/**
 * Deletes records after asking: several as one action that can be cancelled. Rows go as their records do, and nothing is
 * read again. Afterwards it offers to bring back what Pipedrive can, and to try again with what was not deleted.
 *
 * @throws Refusal where none of them can be deleted
 */
export async function deleteRecords(chosen: readonly Target[], parts: ActionParts): Promise<void> {
  const targets = chosen.filter(({ address }) => address.kind.remove);
  const [first, ...more] = targets;
  if (!first) return;
  if (more.length === 0) return deleteOne(first, parts);
  const free = targets.filter((target) => !lockOf(target));
  if (free.length === 0) throw new Refusal(lockOf(first) ?? '');
  const kept = targets.filter((target) => lockOf(target));
  if (await confirmMany(free, kept, parts.room.documents.records)) await deleteMany(free, parts);
}

async function deleteOne(target: Target, parts: ActionParts): Promise<void> {
  const { records } = parts.room.documents;
  const locked = lockOf(target);
  if (locked !== undefined) throw new Refusal(locked);
  const known = await withHangingOff(target, records);
  const lockedNow = lockOf(known);
  if (lockedNow !== undefined) throw new Refusal(lockedNow);
  if (!(await confirmOne(known))) return;
  const { kind } = target.address;
  await withViewProgress(views[kind.view], () => records.remove(target.address));
  tell({ removed: [known], left: [] }, parts);
}

async function deleteMany(targets: readonly Target[], parts: ActionParts): Promise<void> {
  const outcome = await withSteps(l10n.t('Deleting {0}', called(targets)), targets.length, (steps) =>
    removeAll(targets, parts.room.documents.records, steps),
  );
  for (const { target, error } of outcome.left) {
    logProblem(parts.log, `${commands.delete} ${target.address.kind.folder}/${target.address.id}`, error);
  }
  tell(outcome, parts);
}

/** One request for all of a kind where Pipedrive has one. A fault is of its record and keeps no other. */
async function removeAll(targets: readonly Target[], records: Records, { signal, step }: Steps): Promise<Outcome> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const key = `${target.address.accountId}/${target.address.kind.folder}`;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  const removed: Target[] = [];
  const left: Left[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { kind, accountId } = first.address;
    const before = removed.length + left.length;
    const removal = await records.removeMany(
      kind,
      accountId,
      group.map(({ address }) => address.id),
      { signal, progress: (done) => step(before + done) },
    );
    const gone = new Set(removal.removed);
    const errors = new Map(removal.failed.map(({ id, error }) => [id, error]));
    removed.push(...group.filter(({ address }) => gone.has(address.id)));
    left.push(
      ...group.filter(({ address }) => !gone.has(address.id)).map((target) => ({ target, error: errors.get(target.address.id) })),
    );
  }
  return { removed, left };
}

/** Not awaited: the deletion is over, and its notification may stand for long. */
function tell({ removed, left }: Outcome, parts: ActionParts): void {
  const undo = l10n.t('Undo');
  const retry = l10n.t('Retry');
  const restorable = parts.undoing.offered(removed);
  const undoing = restorable.length > 0 ? [undo] : [];
  const all = removed.length + left.length;
  const said = (): Thenable<string | undefined> =>
    left.length === 0
      ? window.showInformationMessage(l10n.t('{0} deleted.', called(removed)), ...undoing)
      : window.showWarningMessage(
          l10n.t('{0} of {1} deleted. Not deleted: {2}', removed.length, all, reasons(left)),
          retry,
          ...undoing,
        );
  // The rows that went say it by themselves.
  if (left.length === 0 && undoing.length === 0) return;
  void parts.attend(commands.delete, async () => {
    const chosen = await said();
    if (chosen === undo) await parts.undoing.restore(restorable);
    if (chosen === retry)
      await deleteMany(
        left.map(({ target }) => target),
        parts,
      );
  });
}

function lockOf({ address: { kind }, record }: Target): string | undefined {
  const locked = record && kind.locked?.(record);
  return locked && say(locked);
}
