import { commands as vscodeCommands, type Disposable } from 'vscode';
import type { CommandId } from '../../ids/index.ts';
import type { ExtensionLog } from './log.ts';
import { isCancelled, logProblem, showProblem } from './problems.ts';

/** What a command does. Arguments come from menus, keybindings and other extensions: check them. */
export type CommandHandler = (...args: readonly unknown[]) => unknown;

/** Registers a command so that all its errors end in one place. */
export type RegisterCommand = (id: CommandId, handler: CommandHandler) => Disposable;

/**
 * Does a person's work so that all its errors end in one place: whatever it throws becomes a sentence with a button and
 * a line in the log; work that was cancelled ends without a word.
 *
 * @param what names the work in the log
 */
export type Attend = (what: string, work: () => unknown) => Promise<void>;

/** The one place where errors of commands end, and of what a notification's button does after one. */
export function attendant(log: ExtensionLog): Attend {
  return async function attend(what, work) {
    try {
      await work();
    } catch (error) {
      if (isCancelled(error)) return;
      logProblem(log, what, error);
      // Not awaited: work is over when it is done, not when its notification is closed.
      void showProblem(error, () => attend(what, work));
    }
  };
}

/** The one wrapper around commands. A command answers nothing, so that no caller gets at what it works with. */
export function commandRegistrar(attend: Attend): RegisterCommand {
  return (id, handler) => vscodeCommands.registerCommand(id, (...args: readonly unknown[]) => attend(id, () => handler(...args)));
}
