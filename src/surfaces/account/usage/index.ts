import { Disposable } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import type { Shelf } from '../../../account/shelf.ts';
import { commands } from '../../../ids/index.ts';
import type { RegisterCommand } from '../../shared/commands.ts';
import type { UsageOfDay } from './day.ts';
import { accountItem, type AccountItem } from './statusBar.ts';
import type { Usage } from './usage.ts';

export type { UsageOfDay } from './day.ts';

/** So many counts a day are kept: one of each window, and those of windows that were closed or reloaded. */
export const mostUsages = 200;

export interface UsageParts {
  readonly accounts: Accounts;
  /** What each window has asked today. */
  readonly usages: Shelf<UsageOfDay>;
  readonly register: RegisterCommand;
  readonly report: (error: unknown) => void;
}

/** The account in the status bar, and behind it what was asked; the counting is brought in with the first request. */
export function registerUsage({ accounts, usages, register, report }: UsageParts): AccountItem {
  let counting: Promise<Usage> | undefined;
  const usage = (): Promise<Usage> =>
    (counting ??= import('./usage.ts').then((brought) => new brought.Usage(accounts, usages, report)));
  const item = accountItem(accounts, report);
  const all = Disposable.from(
    item,
    new Disposable(() => counting?.then((begun) => begun.dispose())),
    accounts.onDidRequest((request) => usage().then((begun) => begun.count(request), report)),
    register(commands.showUsage, async () => (await import('./view.ts')).showUsage(accounts, await usage())),
  );
  return { refresh: item.refresh, dispose: () => all.dispose() };
}
