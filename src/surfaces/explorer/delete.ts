import { l10n } from 'vscode';
import { commands, views } from '../../ids/index.ts';
import type { Records } from '../../kinds/records.ts';
import { Refusal } from '../shared/problems.ts';
import { withViewProgress, type Steps } from '../shared/progress.ts';
import { confirmMany, confirmOne, withHangingOff } from './deleteQuestion.ts';
import { lockOf } from './many/assign.ts';
import { doMany, tellOutcome, type Deed } from './many/deed.ts';
import type { Outcome } from './many/each.ts';
import type { ActionParts } from './parts.ts';
import type { Target } from './target.ts';
import { called, type Left } from './words.ts';

/**
 * Deletes records after asking: several as one action that can be cancelled. Rows go as their records do, and nothing is
 * read again. Afterwards it offers to bring back what Pipedrive can, and to try again with what was not deleted.
 *
 * @param leave told once the person has said yes, while their rows are still there
 * @throws Refusal where none of them can be deleted
 */
export async function deleteRecords(chosen: readonly Target[], parts: ActionParts, leave: () => void): Promise<void> {
  const targets = chosen.filter(({ address }) => address.kind.remove);
  const [first, ...more] = targets;
  if (!first) return;
  if (more.length === 0) return deleteOne(first, parts, leave);
  const free = targets.filter((target) => !lockOf(target));
  if (free.length === 0) throw new Refusal(lockOf(first) ?? '');
  const kept = targets.filter((target) => lockOf(target));
  if (!(await confirmMany(free, kept, parts))) return;
  leave();
  await doMany(deletion(parts), free, parts);
}

async function deleteOne(target: Target, parts: ActionParts, leave: () => void): Promise<void> {
  const { records } = parts.room.documents;
  const locked = lockOf(target);
  if (locked !== undefined) throw new Refusal(locked);
  const known = await withHangingOff(target, records);
  const lockedNow = lockOf(known);
  if (lockedNow !== undefined) throw new Refusal(lockedNow);
  if (!(await confirmOne(known, parts.accounts))) return;
  leave();
  const { kind } = target.address;
  await withViewProgress(views[kind.view], () => records.remove(target.address));
  tellOutcome(deletion(parts), { done: [known], left: [] }, parts);
}

function deletion({ room, undoing }: ActionParts): Deed {
  return {
    command: commands.delete,
    title: (targets) => l10n.t('Deleting {0}', called(targets)),
    run: (targets, steps) => removeAll(targets, room.documents.records, steps),
    // Where there is nothing to undo the rows that went say it by themselves.
    done: (removed) => (undoing.offered(removed).length > 0 ? l10n.t('{0} deleted.', called(removed)) : ''),
    partly: (removed, all, left) => l10n.t('{0} of {1} deleted. Not deleted: {2}', removed, all, left),
    buttons(removed) {
      const restorable = undoing.offered(removed);
      return restorable.length > 0 ? [{ title: l10n.t('Undo'), run: () => undoing.restore(restorable) }] : [];
    },
  };
}

/** One request for all of a kind where Pipedrive has one. A fault is of its record and keeps no other. */
async function removeAll(targets: readonly Target[], records: Records, { signal, step }: Steps): Promise<Outcome> {
  const groups = Map.groupBy(targets, ({ address }) => `${address.accountId}/${address.kind.folder}`);
  const done: Target[] = [];
  const left: Left[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { kind, accountId } = first.address;
    const before = done.length + left.length;
    const removal = await records.removeMany(
      kind,
      accountId,
      group.map(({ address }) => address.id),
      { signal, progress: (over) => step(before + over) },
    );
    const gone = new Set(removal.removed);
    const errors = new Map(removal.failed.map(({ id, error }) => [id, error]));
    done.push(...group.filter(({ address }) => gone.has(address.id)));
    left.push(
      ...group.filter(({ address }) => !gone.has(address.id)).map((target) => ({ target, error: errors.get(target.address.id) })),
    );
  }
  return { done, left };
}
