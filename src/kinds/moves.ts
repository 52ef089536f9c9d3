import { EventEmitter, type Disposable, type Event } from 'vscode';
import { PipedriveError } from '../api/errors.ts';
import { oneByOne } from '../api/oneByOne.ts';
import type { CallOptions } from '../api/types.ts';
import type { Card, Stage } from './board.ts';
import type { Kind } from './kind.ts';
import type { Records } from './records.ts';

/** A card before it was moved, and as it is now. */
export interface Moved {
  readonly before: Card;
  readonly now: Card;
}

/** What was moved on the boards of a kind, at one time. */
export interface Moving {
  readonly accountId: string;
  readonly kind: Kind;
  readonly moved: readonly Moved[];
}

/** A card, and the stage it is to stand in. */
export interface Move {
  readonly card: Card;
  readonly to: Stage;
}

export interface MoveOptions extends CallOptions {
  /** Told how many are done, moved or not. */
  readonly progress?: (done: number) => void;
}

/** Moves the cards of boards, and tells all surfaces at once what was moved. */
export class Moves implements Disposable {
  readonly #records: Records;
  readonly #moved = new EventEmitter<Moving>();
  readonly onDidMove: Event<Moving> = this.#moved.event;

  constructor(records: Records) {
    this.#records = records;
  }

  /** One update a card. A fault is of its card and keeps no other, unless it would meet every one of them. */
  async move(
    kind: Kind,
    accountId: string,
    moves: readonly Move[],
    { progress, ...options }: MoveOptions = {},
  ): Promise<{ readonly moved: readonly Moved[]; readonly failed: readonly (Move & { readonly error: unknown })[] }> {
    const moved: Moved[] = [];
    const work = async (move: Move) => {
      moved.push({ before: move.card, now: await this.#move(kind, accountId, move, options) });
    };
    const { failed } = await oneByOne(moves, work, { ...options, ...(progress && { progress }) });
    if (moved.length > 0) this.#moved.fire({ accountId, kind, moved });
    return { moved, failed: failed.map(({ item, error }) => ({ ...item, error })) };
  }

  async #move({ id, board }: Kind, accountId: string, { card, to }: Move, options: CallOptions): Promise<Card> {
    if (!board) throw new TypeError(`${id} has no board`);
    const session = await this.#records.session(accountId);
    try {
      return await board.move(session, card, to, options);
    } catch (error) {
      // What was under way when somebody cancelled may have been done as well.
      if (!PipedriveError.is(error, 'unknownOutcome', 'cancelled')) throw error;
      const now = await board.card(session, card.id).catch(() => undefined);
      if (now?.stage !== to.id) throw error;
      return now;
    }
  }

  dispose(): void {
    this.#moved.dispose();
  }
}
