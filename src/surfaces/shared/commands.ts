import { commands as vscodeCommands, type Disposable } from 'vscode';
import type { CommandId } from '../../ids/index.ts';
import type { ExtensionLog } from './log.ts';
import { isCancelled, logProblem, showProblem } from './problems.ts';

/** What a command does. Arguments come from menus, keybindings and other extensions: check them. */
export type CommandHandler = (...args: readonly unknown[]) => unknown;

/** Registers a command so that all its errors end in one place. */
export type RegisterCommand = (id: CommandId, handler: CommandHandler) => Disposable;

/**
 * The one wrapper around commands: whatever a handler throws becomes a sentence with a button
 * and a line in the log; a cancelled command ends without a word. A command answers nothing,
 * so that no caller gets at what it works with.
 */
export function commandRegistrar(log: ExtensionLog): RegisterCommand {
  return (id, handler) => {
    const run = async (...args: readonly unknown[]): Promise<void> => {
      try {
        await handler(...args);
      } catch (error) {
        if (isCancelled(error)) return;
        logProblem(log, id, error);
        // Not awaited: a command is over when its work is, not when its notification is closed.
        void showProblem(error, () => run(...args));
      }
    };
    return vscodeCommands.registerCommand(id, run);
  };
}
