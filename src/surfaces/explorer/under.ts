import type { BoardChoice } from '../../kinds/board.ts';
import { usualChoice } from '../../kinds/boardChoice.ts';
import type { Moved } from '../../kinds/moves.ts';
import { BoardRows } from './boardRows.ts';
import type { Node, RecordNode, RelatedNode, StageNode } from './nodes.ts';
import { RelatedRows, type RelatedRowsParts } from './relatedRows.ts';

export interface UnderParts extends RelatedRowsParts {
  /** What it shows where it is a board; absent for what is usual. */
  readonly choice?: BoardChoice | undefined;
}

/** What one record opens to beside its values and collections. Made when it is opened, so that no other takes room. */
export class Under {
  readonly of: RecordNode;
  readonly #board: BoardRows | undefined;
  readonly #related: RelatedRows;

  constructor({ of, records, run, choice, hanging }: UnderParts) {
    const { board } = of.kind;
    this.of = of;
    this.#board = board && new BoardRows({ of, board, choice: choice ?? usualChoice(board), records, run });
    this.#related = new RelatedRows({ of, records, run, hanging });
  }

  async rows(): Promise<Node[]> {
    return [...((await this.#board?.rows()) ?? []), ...(await this.#related.rows())];
  }

  async rowsUnder(node: RelatedNode | StageNode): Promise<Node[]> {
    return node.type === 'related' ? this.#related.rowsUnder(node) : ((await this.#board?.rowsUnder(node)) ?? []);
  }

  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    await Promise.all([this.#board?.refresh(isOpen), this.#related.refresh(isOpen)]);
  }

  /** The record is another now. */
  renew(): void {
    this.#board?.renew(this.of.record);
  }

  async moved(moved: readonly Moved[]): Promise<void> {
    await this.#board?.moved(moved);
  }

  dispose(): void {
    this.#board?.dispose();
    this.#related.dispose();
  }
}
