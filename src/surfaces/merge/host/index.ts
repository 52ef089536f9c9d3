import { Disposable, window } from 'vscode';
import { mergeEditor } from '../../../ids/index.ts';
import { registerCommands } from './commands.ts';
import { MergeEditor } from './mergeEditor.ts';
import type { MergeParts } from './parts.ts';

export { mostSnapshots, type Snapshot } from './snapshots.ts';

/** Registers the rehearsal of a merge and the commands that lead to it. */
export function registerMerge(parts: MergeParts): Disposable {
  const editor = new MergeEditor(parts);
  return Disposable.from(
    window.registerCustomEditorProvider(mergeEditor, editor, {
      // The scroll position outlives a switch of tabs.
      webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
      supportsMultipleEditorsPerDocument: true,
    }),
    parts.accounts.onDidChange(({ accountId, change }) => {
      if (change !== 'activated') editor.askAgain(accountId);
    }),
    ...registerCommands(parts, editor),
  );
}
