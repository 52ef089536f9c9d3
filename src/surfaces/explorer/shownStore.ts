import type { Memento } from 'vscode';
import { type ViewName, viewNames } from '../../ids/index.ts';
import type { Board, BoardChoice } from '../../kinds/board.ts';
import { readChoice } from '../../kinds/boardChoice.ts';
import type { Listed } from '../../kinds/listed/listed.ts';
import { readShown, type Shown } from '../../kinds/listed/shown.ts';
import type { KeptChoices } from './hangingChoices.ts';

const keyOf = (accountId: string, view: ViewName): string => `shown/${accountId}/${view}`;

const hangingKeyOf = (accountId: string): string => `hanging/${accountId}`;

const boardKeyOf = (accountId: string, view: ViewName): string => `board/${accountId}/${view}`;

/** How each account's lists and boards were last shown, from window to window. */
export class ShownStore {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  get(accountId: string, view: ViewName, listed: Listed): Shown {
    return readShown(listed, this.#state.get(keyOf(accountId, view)));
  }

  async set(accountId: string, view: ViewName, shown: Shown): Promise<void> {
    await this.#state.update(keyOf(accountId, view), shown);
  }

  choice(accountId: string, view: ViewName, board: Board): BoardChoice {
    return readChoice(board, this.#state.get(boardKeyOf(accountId, view)));
  }

  async choose(accountId: string, view: ViewName, choice: BoardChoice): Promise<void> {
    await this.#state.update(boardKeyOf(accountId, view), choice);
  }

  /** What was chosen last of the lists that hang off an account's records. */
  hanging(accountId: string): KeptChoices {
    const key = hangingKeyOf(accountId);
    return { get: () => this.#state.get(key), set: async (chosen) => this.#state.update(key, chosen) };
  }

  async forget(accountId: string): Promise<void> {
    await this.#state.update(hangingKeyOf(accountId), undefined);
    for (const view of viewNames) {
      await this.#state.update(keyOf(accountId, view), undefined);
      await this.#state.update(boardKeyOf(accountId, view), undefined);
    }
  }
}
