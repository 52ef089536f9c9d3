import { EventEmitter, FileDecoration, ThemeColor, type Disposable, type FileDecorationProvider, type Uri } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import { colors, schemes } from '../../ids/index.ts';
import { companyOf } from '../shared/company.ts';

const decorated: readonly string[] = [schemes.record, schemes.merge];

/** Marks the tabs of production accounts' records, also those whose editor has no head that says so. */
export class ProductionDecorations implements FileDecorationProvider, Disposable {
  readonly #accounts: Accounts;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listening: Disposable;
  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
    this.#listening = accounts.onDidChange(({ change }) => {
      if (change !== 'activated') this.#changed.fire(undefined);
    });
  }

  provideFileDecoration({ scheme, path }: Uri): FileDecoration | undefined {
    if (!decorated.includes(scheme)) return undefined;
    const account = this.#accounts.get(path.split('/')[1] ?? '');
    return account?.production ? new FileDecoration('P', companyOf(account), new ThemeColor(colors.production)) : undefined;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }
}
