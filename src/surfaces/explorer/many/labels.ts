import { l10n, type QuickPickItem } from 'vscode';
import { commands } from '../../../ids/index.ts';
import { fieldTitle } from '../../../kinds/title.ts';
import type { Field } from '../../../model/field.ts';
import { valueOf } from '../../../model/fieldTypes/index.ts';
import type { Values } from '../../../model/record.ts';
import { inCompany } from '../../shared/company.ts';
import { Refusal } from '../../shared/problems.ts';
import { quoted } from '../../shared/quoted.ts';
import { askChoices, choiceOf, type Choice } from '../ask.ts';
import { chooseOne } from '../choose.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { called, listed } from '../words.ts';
import { assign, assignable, assignmentCost, type Assignment } from './assign.ts';

/** What is done with the labels that are picked. */
interface Way {
  readonly label: string;
  readonly prompt: string;
  /** Whether a record's present labels matter. */
  readonly reading: boolean;
  /** None picked is a choice too. */
  readonly none: boolean;
  readonly labels: (held: readonly unknown[], picked: readonly unknown[]) => readonly unknown[];
  readonly question: (targets: string, labels: string) => string;
  readonly done: (targets: string, labels: string) => string;
}

/**
 * Asks whether labels are added, removed or set, and which. A record holds them as one value, which is written whole: to add
 * to it each record is read right before its write, for a fifth of what that costs, since a list may be hours old and writing
 * back what it shows would take away what a colleague has set.
 */
export async function changeLabel(chosen: readonly Target[], parts: ActionParts): Promise<void> {
  const targets = assignable(chosen, ({ assigning }) => assigning?.labels !== undefined);
  const [first] = targets;
  if (!first) return;
  const field = await fieldOf(first, parts);
  const way = await askWay(targets, parts);
  const picked = way && (await askLabels(field, way, targets, parts));
  if (picked) await assign(assignmentOf(way, field, picked, called(targets)), targets, parts);
}

async function fieldOf({ address: { kind, accountId } }: Target, { room }: ActionParts): Promise<Field> {
  const fields = await room.documents.records.fields(kind, accountId);
  const field = fields.find(({ key, writable }) => key === kind.assigning?.labels && writable);
  if (!field) throw new Refusal(l10n.t('This cannot be changed.'));
  if (field.options.length === 0) throw new Refusal(l10n.t('This field has no options yet.'));
  return field;
}

async function askWay(targets: readonly Target[], parts: ActionParts): Promise<Way | undefined> {
  const [blind, reading] = await Promise.all([assignmentCost(targets, false, parts), assignmentCost(targets, true, parts)]);
  const items: readonly (QuickPickItem & { readonly way: Way })[] = ways().map((way) => ({
    label: way.label,
    detail: way.reading ? reading : blind,
    way,
  }));
  const placeholder = l10n.t('What is to become of the labels?');
  return (await chooseOne({ title: titleOf(targets, parts), placeholder, items }))?.way;
}

async function askLabels(
  field: Field,
  { prompt, none }: Way,
  targets: readonly Target[],
  parts: ActionParts,
): Promise<readonly Choice[] | undefined> {
  let picked: readonly Choice[] = [];
  const save = async (choices: readonly Choice[]) => void (picked = choices);
  await askChoices({ title: titleOf(targets, parts), prompt, choices: field.options.map(choiceOf), picked: [], save });
  return picked.length > 0 || none ? picked : undefined;
}

const titleOf = (targets: readonly Target[], { accounts }: ActionParts): string =>
  inCompany(l10n.t('Change the Labels of {0}', called(targets)), accounts, targets[0]?.address.accountId);

function assignmentOf(way: Way, field: Field, picked: readonly Choice[], targets: string): Assignment {
  const ids = picked.map(({ id }) => id);
  const names = listed(picked.map(({ label }) => quoted(label)));
  const held = (now: Values): readonly unknown[] => {
    const value = valueOf(field, now);
    return Array.isArray(value) ? value : [];
  };
  return {
    command: commands.changeLabel,
    question: way.question(targets, names),
    button: l10n.t('Change Labels'),
    title: (some) => l10n.t('Changing the labels of {0}', called(some)),
    done: (done) => way.done(called(done), names),
    partly: (done, all, left) => l10n.t('“{0}” of {1} of {2} changed. Not changed: {3}', fieldTitle(field), done, all, left),
    values: way.reading ? (now) => ({ [field.key]: way.labels(held(now), ids) }) : { [field.key]: way.labels([], ids) },
  };
}

const ways = (): readonly Way[] => [
  {
    ...{
      label: l10n.t('Add Labels…'),
      prompt: l10n.t('Which ones are added to those that are there?'),
      reading: true,
      none: false,
    },
    labels: (held, picked) => [...held, ...picked.filter((id) => !held.includes(id))],
    question: (targets, labels) => l10n.t('Add {1} to {0}?', targets, labels),
    done: (targets, labels) => l10n.t('{0}: {1} added.', targets, labels),
  },
  {
    ...{ label: l10n.t('Remove Labels…'), prompt: l10n.t('Which ones are taken away?'), reading: true, none: false },
    labels: (held, picked) => held.filter((id) => !picked.includes(id)),
    question: (targets, labels) => l10n.t('Take {1} away from {0}?', targets, labels),
    done: (targets, labels) => l10n.t('{0}: {1} taken away.', targets, labels),
  },
  {
    ...{
      label: l10n.t('Set Labels…'),
      prompt: l10n.t('Which ones in place of all others? None takes all away.'),
      reading: false,
      none: true,
    },
    labels: (_held, picked) => picked,
    question: (targets, labels) =>
      labels === ''
        ? l10n.t('Take all labels away from {0}?', targets)
        : l10n.t('Give {0} {1} in place of all others?', targets, labels),
    done: (targets, labels) =>
      labels === '' ? l10n.t('{0}: no labels any more.', targets) : l10n.t('{0}: {1} set.', targets, labels),
  },
];
