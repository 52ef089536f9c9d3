import { CancellationError, commands as vscodeCommands, l10n, window } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { commands } from '../../ids/index.ts';
import { displayText } from '../../model/displayText.ts';
import { wayOut } from './apiVersion.ts';
import type { ExtensionLog } from './log.ts';

/** Something that cannot be done, in a sentence for a person. Without a name, because VS Code prints it before the sentence. */
export class Refusal extends Error {
  override readonly name = '';
}

/** Whether somebody cancelled, which is no problem to speak of. */
export function isCancelled(error: unknown): boolean {
  return error instanceof CancellationError || PipedriveError.is(error, 'cancelled');
}

/** Whether signing in is what helps. */
export function needsSignIn(error: unknown): boolean {
  return PipedriveError.is(error, 'signedOut', 'unauthorized');
}

/** An error as a sentence for a person: Pipedrive's own words where it had some, never a stack. */
export function sentenceOf(error: unknown): string {
  if (PipedriveError.is(error) || error instanceof Refusal) return displayText(error.message, 600);
  return l10n.t('Something went wrong that Pipedrive Explorer did not expect. The log tells more.');
}

/** Faults that pass by themselves, so that trying again is worth a button. */
const passing = ['unreachable', 'timeout', 'rateLimited', 'server', 'unexpected'] as const;

/** Writes an error to the log, a sentence as one line as it may quote a record, with the stack where it is none of Pipedrive's. */
export function logProblem(log: ExtensionLog, what: string, error: unknown): void {
  if (PipedriveError.is(error)) {
    const request = error.requestId === undefined ? '' : ` (request ${error.requestId})`;
    log.warn(`${what}: ${error.fault}${request}: ${displayText(error.message, 600)}`);
    return;
  }
  if (error instanceof Refusal) return log.info(`${what}: ${displayText(error.message, 600)}`);
  log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

/** Shows an error as a notification with the button that helps, and does what the button says. */
export async function showProblem(error: unknown, retry?: () => unknown): Promise<void> {
  if (isCancelled(error)) return;
  const signIn = l10n.t('Sign In');
  const again = l10n.t('Retry');
  const showLog = l10n.t('Show Log');
  const way = wayOut(error);
  const buttons: string[] = way ? [way.title] : [];
  if (needsSignIn(error)) buttons.push(signIn);
  else if (!PipedriveError.is(error) && !(error instanceof Refusal)) buttons.push(showLog);
  else if (retry && PipedriveError.is(error, ...passing)) buttons.push(again);
  const chosen = await window.showErrorMessage(unlinked(sentenceOf(error)), ...buttons);
  if (chosen === signIn) await vscodeCommands.executeCommand(commands.signIn);
  if (chosen === showLog) await vscodeCommands.executeCommand(commands.showLog);
  if (way && chosen === way.title) {
    await vscodeCommands.executeCommand(way.command);
    await retry?.();
  }
  if (chosen === again) await retry?.();
}

/** VS Code makes links, commands among them, of `[text](target)` in a notification; a record's text must make none. */
export function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
