import { l10n, window } from 'vscode';
import type { CommandId } from '../../../ids/index.ts';
import type { Kind } from '../../../kinds/index.ts';
import type { Values } from '../../../model/record.ts';
import { recordUri } from '../../document/address.ts';
import { setValues } from '../../document/changing.ts';
import { companyLine, inCompany } from '../../shared/company.ts';
import { Refusal } from '../../shared/problems.ts';
import { tellInPassing } from '../../shared/progress.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { listed, named } from '../words.ts';
import { doMany } from './deed.ts';
import { eachOf } from './each.ts';
import { costSentence, forEach, forecastOf } from './forecast.ts';

/** Values that many records are to have. */
export interface Assignment {
  readonly command: CommandId;
  /** Asked before it is done with several: `Change the owner of 20 persons to Ann?` */
  readonly question: string;
  /** What the button says. */
  readonly button: string;
  readonly title: (targets: readonly Target[]) => string;
  readonly done: (targets: readonly Target[]) => string;
  readonly partly: (done: number, all: number, left: string) => string;
  /** Made of what a record holds now where it depends on that, which is read first then. */
  readonly values: Values | ((now: Values) => Values);
}

/**
 * Those of them that can be changed so.
 * @throws Refusal where there are none
 */
export function assignable(targets: readonly Target[], can: (kind: Kind) => boolean): readonly Target[] {
  const able = targets.filter(({ address: { kind } }) => kind.update && can(kind));
  const [first] = able;
  if (!first) throw new Refusal(l10n.t('This cannot be changed.'));
  const free = able.filter((target) => !lockOf(target));
  if (free.length === 0) throw new Refusal(lockOf(first) ?? '');
  // A field and its options are one kind's.
  return free.filter(({ address: { kind, accountId } }) => kind === first.address.kind && accountId === first.address.accountId);
}

/** Why it can only be looked at, as far as is known. */
export function lockOf({ address: { kind }, record }: Target): string | undefined {
  const locked = record && kind.locked?.(record);
  return locked;
}

/** What an assignment takes. Edits of documents take nothing before they are saved. @param reading whether each is read first */
export async function assignmentCost(targets: readonly Target[], reading: boolean, parts: ActionParts): Promise<string> {
  const sent = targets.filter((target) => !isEdited(target, parts));
  const plan = ({ assigning }: Kind, count: number) => assigning && forEach(assigning.plan(reading), count);
  return costSentence(await forecastOf(sent, plan, parts.room.documents.records));
}

/** Gives records their values: several after a question, each in one request, a record with unsaved edits in its document. */
export async function assign(assignment: Assignment, targets: readonly Target[], parts: ActionParts): Promise<void> {
  const { command, title, partly, values } = assignment;
  if (targets.length > 1 && !(await confirmed(assignment, targets, parts))) return;
  const inDocuments = new Set<Target>();
  await doMany(
    {
      ...{ command, title, partly },
      run: (some, steps) =>
        eachOf(some, steps, async (target) => {
          const { address, record: known } = target;
          const where = await setValues(parts.room, { address, ...(known && { known }), values, signal: steps.signal });
          if (where === 'document') inDocuments.add(target);
        }),
      done(done) {
        const edited = done.filter((target) => inDocuments.has(target));
        const sentence = assignment.done(done);
        if (edited.length > 0) return `${sentence} ${unsavedSentence(edited)}`;
        if (done.length > 1) return sentence;
        tellInPassing(inCompany(sentence, parts.accounts, targets[0]?.address.accountId));
        return '';
      },
    },
    targets,
    parts,
  );
}

async function confirmed(
  { question, button, values }: Assignment,
  targets: readonly Target[],
  parts: ActionParts,
): Promise<boolean> {
  const edited = targets.filter((target) => isEdited(target, parts));
  const lines = [
    companyLine(
      parts.accounts,
      targets.map(({ address }) => address.accountId),
    ),
    l10n.t('{0}.', named(targets)),
    edited.length > 0 ? unsavedSentence(edited) : '',
    await assignmentCost(targets, typeof values === 'function', parts),
  ];
  const detail = lines.filter((line) => line !== '').join('\n');
  return (await window.showWarningMessage(question, { modal: true, detail }, button)) === button;
}

const isEdited = ({ address: { accountId, kind, id } }: Target, { room: { documents } }: ActionParts): boolean =>
  documents.document(recordUri(accountId, kind, id))?.isDirty ?? false;

const unsavedSentence = (edited: readonly Target[]): string =>
  l10n.t('Unsaved changes: in {0} it becomes one more of them, and is sent when you save.', listed([named(edited)]));
