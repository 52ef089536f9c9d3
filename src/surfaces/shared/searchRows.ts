import { commands as vscodeCommands, env, l10n, type QuickPickItem } from 'vscode';
import { commands } from '../../ids/index.ts';
import { displayText } from '../../model/displayText.ts';
import { wayOut } from './apiVersion.ts';
import { needsSignIn, sentenceOf } from './problems.ts';

/** A row that says something, or does it when it is chosen. */
export interface SaidRow extends QuickPickItem {
  readonly run?: () => unknown;
}

/**
 * A row of words. They stand in the description: VS Code puts those rows first whose labels match what was typed, and an
 * icon matches nothing, so that such a row stays where it was put.
 */
export function said(icon: string, words: string, more: Pick<SaidRow, 'run' | 'detail'> = {}): SaidRow {
  return { label: `$(${icon})`, description: plain(words), alwaysShow: true, ...more };
}

/** Why a search failed, and what helps. */
export function failureRows(error: unknown, retry: () => unknown): readonly SaidRow[] {
  const way = wayOut(error);
  if (needsSignIn(error)) {
    return [saidError(error), said('sign-in', l10n.t('Sign In'), { run: () => vscodeCommands.executeCommand(commands.signIn) })];
  }
  if (way) {
    const run = async () => {
      await vscodeCommands.executeCommand(way.command);
      retry();
    };
    return [saidError(error), said('arrow-swap', way.title, { run })];
  }
  return [saidError(error), said('refresh', l10n.t('Retry'), { run: retry })];
}

/** Loads the next page. @param found how many are shown already */
export function moreRow(found: number, more: () => unknown): SaidRow {
  return said('ellipsis', l10n.t('More results… ({0} shown)', found.toLocaleString(env.language)), { run: more });
}

/** A row is one line high: what helps stands in a second one. */
function saidError(error: unknown): SaidRow {
  const [first = '', ...rest] = sentenceOf(error).split(/(?<=[.!?])\s+/);
  return said('error', first, rest.length > 0 ? { detail: plain(rest.join(' ')) } : {});
}

/** A record's own text in a quick pick, where VS Code makes icons of `$(name)`. */
export function plain(text: string, longest?: number): string {
  return displayText(text, longest).replaceAll('$(', '$\u2060(');
}
