import type { Memento } from 'vscode';
import { type ViewName, viewNames } from '../../ids/index.ts';
import type { Listed } from '../../kinds/listed/listed.ts';
import { readShown, type Shown } from '../../kinds/listed/shown.ts';

const keyOf = (accountId: string, view: ViewName): string => `shown/${accountId}/${view}`;

/** How each account's lists were last shown, from window to window. */
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

  async forget(accountId: string): Promise<void> {
    for (const view of viewNames) await this.#state.update(keyOf(accountId, view), undefined);
  }
}
