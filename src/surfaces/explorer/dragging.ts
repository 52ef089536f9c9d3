import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { views, type ViewName } from '../../ids/index.ts';
import type { Stage } from '../../kinds/board.ts';
import { isCardNode, type CardNode, type Node } from './nodes.ts';

/** Drags the cards of a view's boards from stage to stage. @param move puts them into a stage */
export function cardDragging(
  view: ViewName,
  move: (cards: readonly CardNode[], to: Stage) => Promise<void>,
): TreeDragAndDropController<Node> {
  const type = `application/vnd.code.tree.${views[view].toLowerCase()}`;
  return {
    dragMimeTypes: [type],
    dropMimeTypes: [type],
    handleDrag(source, data) {
      const cards = source.filter(isCardNode);
      if (cards.length > 0) data.set(type, new DataTransferItem(cards));
    },
    async handleDrop(target, data: DataTransfer) {
      const dragged: unknown = data.get(type)?.value;
      // Dropped on a card it is meant for the stage that the card is in.
      const stage = target?.type === 'card' ? target.in : target;
      if (stage?.type !== 'stage' || !Array.isArray(dragged)) return;
      const cards = dragged.filter(isCardNode).filter(({ in: { of } }) => of.account.id === stage.of.account.id);
      await move(cards, stage.stage);
    },
  };
}
