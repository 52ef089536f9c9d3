import { Disposable, window } from 'vscode';
import { commands, mergeCommands, mergeEditor } from '../../../ids/index.ts';
import { kinds, type Kind } from '../../../kinds/index.ts';
import type { MergeEditor } from './mergeEditor.ts';
import type { MergeParts } from './parts.ts';

export { mostSnapshots, type Snapshot } from './snapshots.ts';

/** Registers the rehearsal of a merge and the commands that lead to it; what they do is loaded when it is used. */
export function registerMerge(parts: MergeParts): Disposable {
  const { register } = parts;
  let made: Promise<MergeEditor> | undefined;
  const editor = (): Promise<MergeEditor> => (made ??= import('./mergeEditor.ts').then((room) => new room.MergeEditor(parts)));
  const load = () => import('./commands.ts');
  const ofKind = (kind: Kind): readonly Disposable[] => {
    const ids = mergeCommands(kind.id);
    return [
      register(ids.merge, async (...args) => (await load()).mergeTwo(kind, args, parts)),
      register(ids.mergeInto, async (...args) => (await load()).mergeInto(kind, args, parts)),
      register(ids.rebuild, async () => (await load()).rebuildRemoved(kind, parts)),
    ];
  };
  return Disposable.from(
    window.registerCustomEditorProvider(
      mergeEditor,
      {
        openCustomDocument: async (uri) => (await editor()).openCustomDocument(uri),
        resolveCustomEditor: async (document, panel) => (await editor()).resolveCustomEditor(document, panel),
      },
      {
        // The scroll position outlives a switch of tabs.
        webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
        supportsMultipleEditorsPerDocument: true,
      },
    ),
    parts.accounts.onDidChange(({ accountId, change }) => {
      if (change !== 'activated' && change !== 'marked') made?.then((one) => one.askAgain(accountId)).catch(parts.report);
    }),
    register(commands.merge, async (argument) => (await load()).openAsked(argument, await editor())),
    register(commands.mergeNow, async () => (await editor()).merge()),
    register(commands.swapMerge, async () => (await editor()).front?.turn()),
    ...kinds.filter((kind) => kind.merge).flatMap(ofKind),
  );
}
