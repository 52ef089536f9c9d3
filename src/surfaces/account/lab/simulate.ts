import { l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Accounts, Simulation } from '../../../account/index.ts';
import { demoId } from '../../../ids/index.ts';
import { displayText } from '../../../model/displayText.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { Refusal } from '../../shared/problems.ts';
import { makeConflict } from './conflict.ts';
import type { Running } from './running.ts';
import { durations, simulations } from './simulations.ts';

/** The one fault that happens once. */
const conflict = 'conflict';

/** In seconds. */
const longest = 3600;

interface Item extends QuickPickItem {
  readonly simulation?: Simulation;
}

/** What is needed to simulate. */
export interface Lab {
  readonly accounts: Accounts;
  readonly room: DocumentRoom;
  readonly running: Running;
}

/**
 * Lets something go wrong in the demo, for a while: what a keybinding says, else what a person chooses.
 *
 * @param given `{ "fault": "away", "seconds": 60 }`, or `"conflict"` as the fault; without seconds until it is ended
 * @throws Refusal where another account is active, or for a fault or a time that there is not
 */
export async function simulate({ accounts, room, running }: Lab, given?: unknown): Promise<void> {
  if (accounts.active?.id !== demoId) throw new Refusal(l10n.t('Only the demo account can simulate faults. Switch to it first.'));
  if (typeof given === 'object' && given !== null && 'fault' in given) {
    const { fault, seconds } = given as { readonly fault: unknown; readonly seconds?: unknown };
    if (fault === conflict) return makeConflict(accounts, room);
    return running.begin(named(fault), lasting(seconds));
  }
  const title = l10n.t('Simulate in the Demo');
  const once: Item = {
    label: l10n.t('A Conflict'),
    detail: l10n.t('A colleague changes the open record once; saving your change of it asks which to keep.'),
    iconPath: new ThemeIcon('git-merge'),
  };
  const others = (Object.keys(simulations) as Simulation[]).map((simulation): Item => {
    const { icon, label, detail } = simulations[simulation]();
    return { label, detail, iconPath: new ThemeIcon(icon), simulation };
  });
  const chosen = await window.showQuickPick([once, ...others], {
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

function named(fault: unknown): Simulation {
  const known = Object.keys(simulations) as Simulation[];
  const found = known.find((one) => one === fault);
  if (found) return found;
  const names = [...known, conflict].join(', ');
  throw new Refusal(
    l10n.t('“{0}” cannot be simulated. The argument “fault” is one of: {1}.', displayText(String(fault), 40), names),
  );
}

/** In milliseconds. */
function lasting(seconds: unknown): number | undefined {
  if (seconds === undefined) return undefined;
  if (typeof seconds === 'number' && seconds > 0 && seconds <= longest) return seconds * 1000;
  throw new Refusal(l10n.t('The argument “seconds” is a number from 1 to {0}.', longest));
}
