import { l10n, window } from 'vscode';
import { commands } from '../../ids/index.ts';
import type { Card, Stage } from '../../kinds/board.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Move, Moves } from '../../kinds/moves.ts';
import type { Records } from '../../kinds/records.ts';
import { displayText } from '../../model/displayText.ts';
import type { Attend } from '../shared/commands.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { inCompany, type Known } from '../shared/company.ts';
import { logProblem, sentenceOf, unlinked } from '../shared/problems.ts';
import { withSteps } from '../shared/progress.ts';
import { quoted } from '../shared/quoted.ts';
import type { RecordNode } from './nodes.ts';
import { countOf } from '../../kinds/counted.ts';

/** What moving cards works with. */
export interface MovingParts {
  readonly moves: Moves;
  readonly accounts: Known;
  readonly records: Records;
  readonly attend: Attend;
  readonly log: ExtensionLog;
}

/** The board's kind and account, which all cards of one action share. */
type Place = Pick<RecordNode, 'kind' | 'account'>;

/** A card on its board, as its row is. */
export interface Movable {
  readonly card: Card;
  readonly in: { readonly of: Pick<RecordNode, 'kind' | 'account' | 'record'> };
}

/** Puts cards into a stage without asking, says so, and offers to put them back. */
export async function moveCards(cards: readonly Movable[], to: Stage, parts: MovingParts): Promise<void> {
  const [first] = cards;
  if (!first) return;
  const moves = cards.filter(({ card }) => card.stage !== to.id).map(({ card }) => ({ card, to }));
  await run(first.in.of, moves, parts);
}

async function run(place: Place, moves: readonly Move[], parts: MovingParts): Promise<void> {
  const [first] = moves;
  if (!first) return;
  const { kind, account } = place;
  const title = l10n.t('Moving {0}', calledOf(kind, moves));
  const { moved, failed } = await withSteps(title, moves.length, ({ signal, step }) =>
    parts.moves.move(kind, account.id, moves, { signal, progress: step }),
  );
  for (const { card, error } of failed) logProblem(parts.log, `${commands.moveToStage} ${card.id}`, error);
  const back = moved.map(({ before, now }) => ({
    card: now,
    to: { id: before.stage, label: '', board: before.board },
  }));
  const stage = displayText(first.to.label, 60);
  const whose = (sentence: string) => inCompany(sentence, parts.accounts, account.id);
  const undo = l10n.t('Undo');
  const retry = l10n.t('Retry');
  // Not awaited: the move is done, and its notification may stand for long.
  void parts.attend(commands.moveToStage, async () => {
    const undoing = back.length > 0 ? [undo] : [];
    const said =
      stage === '' ? l10n.t('Moved {0} back', calledOf(kind, moved)) : l10n.t('Moved {0} to {1}', calledOf(kind, moved), stage);
    const chosen =
      failed.length === 0
        ? await window.showInformationMessage(whose(unlinked(said)), ...(stage === '' ? [] : undoing))
        : await window.showWarningMessage(whose(unlinked(left(failed))), retry, ...undoing);
    if (chosen === undo) await run(place, back, parts);
    if (chosen === retry) await run(place, failed, parts);
  });
}

/** `“Big deal” was not moved: why`; those with the same reason stand together. */
function left(failed: readonly (Move & { readonly error: unknown })[]): string {
  const by = Map.groupBy(failed, ({ error }) => sentenceOf(error));
  return [...by]
    .map(([reason, all]) => l10n.t('Not moved: {0}. {1}', all.map(({ card }) => named(card.title)).join(', '), reason))
    .join(' ');
}

const named = (title: string): string => quoted(displayText(title, 60));

/** One by its name, several by their number. */
export function calledOf(
  kind: Kind,
  all: readonly ({ readonly card: { readonly title: string } } | { readonly now: { readonly title: string } })[],
): string {
  const [only] = all;
  if (only && all.length === 1) return named('card' in only ? only.card.title : only.now.title);
  return kind.board ? countOf(kind.board.words.counted, all.length) : '';
}
