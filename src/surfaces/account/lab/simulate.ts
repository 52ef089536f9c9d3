import { l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Accounts, Simulation } from '../../../account/index.ts';
import { demoId } from '../../../ids/index.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { Refusal } from '../../shared/problems.ts';
import { makeConflict } from './conflict.ts';
import type { Running } from './running.ts';
import { durations, simulations } from './simulations.ts';

interface Item extends QuickPickItem {
  readonly simulation?: Simulation;
}

/** Asks what shall go wrong in the demo, and for how long. @throws Refusal where another account is active */
export async function simulate(accounts: Accounts, room: DocumentRoom, running: Running): Promise<void> {
  if (accounts.active?.id !== demoId) throw new Refusal(l10n.t('Only the demo account can simulate faults. Switch to it first.'));
  const title = l10n.t('Simulate in the Demo');
  const conflict: Item = {
    label: l10n.t('A Conflict'),
    detail: l10n.t('A colleague changes the open record once: saving your change of the same field asks which to keep.'),
    iconPath: new ThemeIcon('git-merge'),
  };
  const others = (Object.keys(simulations) as Simulation[]).map((simulation): Item => {
    const { icon, label, detail } = simulations[simulation]();
    return { label, detail, iconPath: new ThemeIcon(icon), simulation };
  });
  const chosen = await window.showQuickPick([conflict, ...others], {
    // The form may take the focus back as it is drawn anew.
    ...{ title, placeHolder: l10n.t('What shall happen?'), ignoreFocusOut: true },
  });
  if (!chosen) return;
  if (chosen.simulation === undefined) return makeConflict(accounts, room);
  const time = await window.showQuickPick(durations(), {
    ...{ title, placeHolder: l10n.t('For how long? A click in the status bar ends it sooner.'), ignoreFocusOut: true },
  });
  if (time) await running.begin(chosen.simulation, time.lasts);
}
