import { Disposable, window } from 'vscode';
import { commands, statisticsCommand, statisticsEditor } from '../../../ids/index.ts';
import { kinds } from '../../../kinds/index.ts';
import type { StatisticsParts } from './parts.ts';
import type { StatisticsEditor } from './statisticsEditor.ts';

/** Registers the statistics and the commands that lead to them; what they do is loaded when it is used. */
export function registerStatistics(parts: StatisticsParts): Disposable {
  const { register } = parts;
  let made: Promise<StatisticsEditor> | undefined;
  const editor = (): Promise<StatisticsEditor> =>
    (made ??= import('./statisticsEditor.ts').then((room) => new room.StatisticsEditor(parts)));
  return Disposable.from(
    window.registerCustomEditorProvider(
      statisticsEditor,
      {
        openCustomDocument: async (uri) => (await editor()).openCustomDocument(uri),
        resolveCustomEditor: async (document, panel) => (await editor()).resolveCustomEditor(document, panel),
      },
      {
        // The scroll position, and days that are half-typed, outlive a switch of tabs.
        webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
        supportsMultipleEditorsPerDocument: true,
      },
    ),
    parts.accounts.onDidChange(({ accountId, change }) => {
      if (change !== 'activated') made?.then((one) => one.askAgain(accountId)).catch(parts.report);
    }),
    register(commands.refreshStatistics, async () => (await editor()).front?.load()),
    register(commands.exportStatistics, async () => (await editor()).export()),
    ...kinds
      .filter((kind) => kind.statistics)
      .map((kind) =>
        register(statisticsCommand(kind.id), async (...args) =>
          (await import('./commands.ts')).showStatistics(kind, args, parts),
        ),
      ),
  );
}
