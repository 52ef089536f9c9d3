import { l10n, Uri } from 'vscode';
import type { Account } from '../../../account/index.ts';
import { schemes } from '../../../ids/index.ts';
import { displayText } from '../../../model/displayText.ts';
import type { Outcome, StepResult } from './steps.ts';

const words: { readonly [O in Outcome]: () => string } = {
  good: () => l10n.t('OK'),
  note: () => l10n.t('Note'),
  fault: () => l10n.t('FAULT'),
  skipped: () => l10n.t('–'),
};

/** How many letters a line has at most, so that what is to be done stands in sight beside an open side bar. */
const lineLength = 76;

/** A line of the report: an outcome in a column that all of them fit into, and a sentence that is wrapped beside it. */
function lineOf(outcome: string, sentence: string): string {
  const column = Math.max(...Object.values(words).map((word) => word().length)) + 2;
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (longer.length <= lineLength - column) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return outcome.padEnd(column) + lines.filter(Boolean).join(`\n${' '.repeat(column)}`);
}

/**
 * Reports of checks, as read-only documents that grow while a check runs. They hold sentences of this extension and
 * addresses of hosts: no token, no proxy's password, no path of a file.
 */
export class Reports {
  readonly #texts = new Map<string, string>();
  readonly #written: (uri: Uri) => void;

  /** @param written told of each change of a report */
  constructor(written: (uri: Uri) => void) {
    this.#written = written;
  }

  /** The address of an account's report. */
  uri(account: Account): Uri {
    return Uri.from({ scheme: schemes.check, path: `/${account.id}/${l10n.t('Connection')}.txt` });
  }

  write(uri: Uri, text: string): void {
    this.#texts.set(uri.path, text);
    this.#written(uri);
  }

  /** A report as it is now; a sentence where it was made by another session of the window. */
  text({ path }: Uri): string {
    return this.#texts.get(path) ?? l10n.t('This report is gone. Run “Pipedrive: Check Connection” again.');
  }
}

/** A report's text. @param running what is looked at now */
export function reportOf(account: Account, results: readonly StepResult[], running?: string): string {
  const who = account.demo ? l10n.t('the demo account') : displayText(account.domain ?? account.id);
  const lines = results.map(({ name, outcome, sentence }) => lineOf(words[outcome](), `${name}: ${displayText(sentence, 600)}`));
  const end = running === undefined ? [] : [lineOf('…', running)];
  return [l10n.t('Connection to Pipedrive: {0}', who), '', ...lines, ...end, ''].join('\n');
}
