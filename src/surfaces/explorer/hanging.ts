import { l10n, type Disposable } from 'vscode';
import { boardCommands, commands } from '../../ids/index.ts';
import { kinds } from '../../kinds/index.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import type { pickCard } from './chooseCard.ts';
import type { Movable, MovingParts } from './moveCards.ts';
import { isAttachedNode, isCardNode, isRelatedNode, isStageNode, type CardNode, type Node } from './nodes.ts';
import type { ShownView } from './shownView.ts';

export interface HangingParts extends MovingParts {
  readonly register: RegisterCommand;
  readonly shown: readonly ShownView[];
  /** What is selected in the side bar. */
  readonly selected: () => readonly Node[];
}

/** The commands on what hangs off records and on boards. What they work with is loaded when it is used. */
export function registerHanging(parts: HangingParts): readonly Disposable[] {
  const { register, shown, selected, records } = parts;
  const anyCard = async (pick: typeof pickCard): Promise<readonly Movable[]> => {
    const kind = kinds.find(({ board }) => board);
    const account = shown.find(({ board }) => board)?.account;
    return kind?.board && account ? [await pick(kind, kind.board, account, records)] : [];
  };
  return [
    register(commands.openItem, async (node) => {
      if (isAttachedNode(node) || isCardNode(node)) await (await import('./openItem.ts')).openItem(node, records);
    }),
    register(commands.saveItem, async (node) => {
      if (isAttachedNode(node)) await (await import('./openItem.ts')).saveItem(node, records);
    }),
    register(commands.filterList, async (node) => {
      if (isRelatedNode(node)) await node.choose(await (await import('./chooseListed.ts')).chooseListed(node));
    }),
    /** Takes the stage's node that they are to be moved to, or asks. The palette means what is selected in the side bar, or asks. */
    register(commands.moveToStage, async (node, rows, to) => {
      const called = Array.isArray(rows) ? (rows as readonly unknown[]) : [node];
      const of = (node === undefined ? selected() : called).filter(isCardNode);
      const [{ moveCards }, { pickCard, pickStage }] = await Promise.all([import('./moveCards.ts'), import('./chooseCard.ts')]);
      const cards: readonly Movable[] = of.length > 0 || node !== undefined ? of : await anyCard(pickCard);
      const stage = isStageNode(to) ? to.stage : await pickStage(cards, records);
      if (stage) await moveCards(cards, stage, parts);
    }),
    ...shown
      .filter(({ board }) => board)
      .flatMap((view) => [
        register(boardCommands[view.name].whose, async () => {
          const { account, board } = view;
          if (!account || !board) return;
          const { chooseWhose } = await import('./chooseBoard.ts');
          await view.choose(await chooseWhose(board, await records.session(account.id), view.choice));
        }),
        register(boardCommands[view.name].totals, async () => {
          const { account } = view;
          if (!account) return;
          const { chooseCurrency } = await import('./chooseBoard.ts');
          await view.choose(await chooseCurrency(l10n.t('Totals in'), await records.session(account.id), view.choice));
        }),
      ]),
  ];
}

/** Moves cards that were dropped on a stage, as the command does. */
export const dropped =
  (parts: MovingParts) =>
  (cards: readonly CardNode[], to: CardNode['in']['stage']): Promise<void> =>
    parts.attend(commands.moveToStage, async () => (await import('./moveCards.ts')).moveCards(cards, to, parts));
