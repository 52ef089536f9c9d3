import { l10n } from 'vscode';
import type { Simulation } from '../../../account/index.ts';

/** What can be tried, with one line on what a person will see. */
export interface Choice {
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}

export const simulations: { readonly [S in Simulation]: () => Choice } = {
  burst: () => ({
    icon: 'dashboard',
    label: l10n.t('The Burst Limit'),
    detail: l10n.t('No more requests for the moment: they wait, are sent again, and then fail with Retry.'),
  }),
  budget: () => ({
    icon: 'error',
    label: l10n.t('An Exhausted Budget'),
    detail: l10n.t('The day’s API tokens are used up: nothing is read or saved, and the status bar says so.'),
  }),
  away: () => ({
    icon: 'debug-disconnect',
    label: l10n.t('Pipedrive Away'),
    detail: l10n.t('Pipedrive cannot be reached: a save fails, and what you typed stays.'),
  }),
  token: () => ({
    icon: 'key',
    label: l10n.t('An Expired Token'),
    detail: l10n.t('Pipedrive no longer accepts the API token: a save fails and offers to sign in.'),
  }),
};

/** How long one lasts, in milliseconds; until it is ended where it says nothing. */
export const durations = (): readonly { readonly label: string; readonly lasts?: number }[] => [
  { label: l10n.t('For 30 Seconds'), lasts: 30_000 },
  { label: l10n.t('For 2 Minutes'), lasts: 120_000 },
  { label: l10n.t('For 10 Minutes'), lasts: 600_000 },
  { label: l10n.t('Until I End It') },
];
