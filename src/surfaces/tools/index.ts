import { Disposable, lm, workspace } from 'vscode';
import { settings, tools } from '../../ids/index.ts';
import type { ToolParts } from './parts.ts';
import type { Toolbox } from './toolbox.ts';

const isOn = (): boolean => workspace.getConfiguration(settings.section).get(settings.languageModelTools, true);

/** Registers the tools for language models as long as the setting lets them. What they do is loaded with the first call. */
export function registerTools(parts: ToolParts): Disposable {
  let toolbox: Promise<Toolbox> | undefined;
  const box = (): Promise<Toolbox> => (toolbox ??= import('./toolbox.ts').then((room) => new room.Toolbox(parts)));
  const registered: Disposable[] = [];
  const remove = () => {
    for (const one of registered.splice(0)) one.dispose();
  };
  const follow = () => {
    remove();
    if (!isOn()) return;
    for (const id of Object.keys(tools) as (keyof typeof tools)[]) {
      registered.push(
        lm.registerTool<unknown>(tools[id], {
          invoke: async (options, token) => (await box()).invoke(id, options, token),
          prepareInvocation: async ({ input }, token) => (await box()).prepare(id, input, token),
        }),
      );
    }
  };
  follow();
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.languageModelTools}`)) follow();
    }),
    { dispose: remove },
    { dispose: () => void toolbox?.then((one) => one.dispose()) },
  );
}
