import { commands as vscodeCommands, l10n, window } from 'vscode';
import { commands, type CommandId } from '../../../ids/index.ts';
import { inCompany } from '../../shared/company.ts';
import { logProblem } from '../../shared/problems.ts';
import { withSteps, type Steps } from '../../shared/progress.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { mostNames, reasons } from '../words.ts';
import type { Outcome } from './each.ts';

export interface Button {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** Something that is done with many records. */
export interface Deed {
  /** Names it in the log. */
  readonly command: CommandId;
  /** Said while it runs. */
  readonly title: (targets: readonly Target[]) => string;
  readonly run: (targets: readonly Target[], steps: Steps) => Promise<Outcome>;
  /** Said once all of it is done; empty where nothing need be said. */
  readonly done: (done: readonly Target[]) => string;
  /** Said where some are left. @param left their names and why */
  readonly partly: (done: number, all: number, left: string) => string;
  /** What can be done about it afterwards. */
  readonly buttons?: (done: readonly Target[]) => readonly Button[];
}

/** Does it as one action that can be cancelled; afterwards says what was not done and why, and tries that alone again. */
export async function doMany(deed: Deed, targets: readonly Target[], parts: ActionParts): Promise<void> {
  const outcome = await withSteps(deed.title(targets), targets.length, (steps) => deed.run(targets, steps));
  for (const { target, error } of outcome.left) {
    logProblem(parts.log, `${deed.command} ${target.address.kind.folder}/${target.address.id}`, error);
  }
  tellOutcome(deed, outcome, parts);
}

/** Not awaited: it is over, and its notification may stand for long. */
export function tellOutcome(deed: Deed, { done, left }: Outcome, parts: ActionParts): void {
  const again: Button = {
    title: l10n.t('Retry'),
    run: () =>
      doMany(
        deed,
        left.map(({ target }) => target),
        parts,
      ),
  };
  const log: Button = {
    title: l10n.t('Show Log'),
    run: async () => void (await vscodeCommands.executeCommand(commands.showLog)),
  };
  const own = deed.buttons?.(done) ?? [];
  // The log has every one of them, a sentence the first few.
  const buttons = left.length === 0 ? own : [again, ...own, ...(left.length > mostNames ? [log] : [])];
  const sentence = left.length === 0 ? deed.done(done) : deed.partly(done.length, done.length + left.length, reasons(left));
  if (sentence === '') return;
  const titles = buttons.map(({ title }) => title);
  void parts.attend(deed.command, async () => {
    const say = left.length === 0 ? window.showInformationMessage : window.showWarningMessage;
    const of = (done[0] ?? left[0]?.target)?.address.accountId;
    const chosen = await say(inCompany(sentence, parts.accounts, of), ...titles);
    await buttons.find(({ title }) => title === chosen)?.run();
  });
}
