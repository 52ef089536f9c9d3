import { env, l10n } from 'vscode';
import { titleOf } from '../../../kinds/title.ts';
import { displayText } from '../../../model/displayText.ts';
import type { Comparison, Period, Preset } from '../../../model/period.ts';
import type { Step } from '../../../kinds/statistics.ts';
import type { Reading } from './reading.ts';

/** A period as it is read: `Jun 1 – 30, 2026`. Days have no zone, so none is reckoned with. */
export function periodText({ from, until }: Period): string {
  const days = new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`));
}

export const presetWords: Readonly<Record<Preset, () => string>> = {
  last30Days: () => l10n.t('Last 30 days'),
  thisMonth: () => l10n.t('This month'),
  lastMonth: () => l10n.t('Last month'),
  thisQuarter: () => l10n.t('This quarter'),
  lastQuarter: () => l10n.t('Last quarter'),
  thisYear: () => l10n.t('This year'),
  lastYear: () => l10n.t('Last year'),
};

export const comparisonWords: Readonly<Record<Comparison, () => string>> = {
  none: () => l10n.t('Nothing'),
  before: () => l10n.t('The period before'),
  yearBefore: () => l10n.t('The same period a year before'),
  own: () => l10n.t('Own dates'),
};

/** What the record is called: its name, else its kind and id. */
export function nameOf({ address: { kind, id }, record }: Reading, longest = 60): string {
  return titleOf(kind, record ?? { id, values: {} }, longest);
}

/** A step by its id. Numbers of the past may speak of one that was deleted. */
export function stepName(steps: readonly Step[], id: number): string {
  const step = steps.find((one) => one.id === id);
  if (!step) return l10n.t('Deleted stage ({0})', id);
  return displayText(step.label, 60) || l10n.t('Stage {0}', id);
}

export const userName = (name: string, id: number): string => displayText(name, 60) || l10n.t('User {0}', id);
