import { env, l10n } from 'vscode';
import { displayText } from '../../../model/displayText.ts';
import { comparisons, dayOf, periodOf, presets } from '../../../model/period.ts';
import { wayOut } from '../../shared/apiVersion.ts';
import { needsSignIn, sentenceOf } from '../../shared/problems.ts';
import type { ActionId, Body, Controls, StatisticsAction, StatisticsState } from '../messages.ts';
import type { Reading, Result } from './reading.ts';
import { sectionsOf } from './sections.ts';
import { comparisonWords, nameOf, periodText, presetWords, userName } from './words.ts';

/** What the editor shows, made anew from what is known. @param costOf what a reading of so many periods takes, in API tokens */
export function statisticsState(reading: Reading, company: string, costOf: (periods: number) => number): StatisticsState {
  return {
    title: nameOf(reading),
    company: displayText(company, 60),
    ...(reading.mine > 0 && { controls: controlsOf(reading, costOf) }),
    body: bodyOf(reading),
  };
}

/** The tab's title. */
export const statisticsTitle = (reading: Reading): string => l10n.t('Statistics of {0}', nameOf(reading, 40));

function controlsOf(reading: Reading, costOf: (periods: number) => number): Controls {
  const { users, mine, choice, period, userId } = reading;
  const today = dayOf(new Date());
  const cost = (periods: number) => l10n.t('Reading takes {0} API tokens.', costOf(periods).toLocaleString(env.language));
  const label = ({ id, name }: (typeof users)[number]) =>
    id === mine ? l10n.t('{0} (you)', userName(name, id)) : userName(name, id);
  const known = users.some(({ id }) => id === userId) ? users : [...users, { id: userId, name: '' }];
  return {
    presets: presets.map((id) => ({ id, label: presetWords[id](), ...periodOf(id, today) })),
    users: known.map((user) => ({ id: user.id, label: label(user) })),
    comparisons: comparisons.map((id) => ({ id, label: comparisonWords[id]() })),
    choice,
    period,
    userId,
    costs: { one: cost(1), two: cost(2) },
  };
}

function bodyOf({ stand }: Reading): Body {
  switch (stand.phase) {
    case 'loading':
      return { phase: 'loading' };
    case 'failed':
      return { phase: 'blocked', sentence: sentenceOf(stand.error), actions: waysOut(stand.error) };
    case 'ready':
      return ready(stand.result);
  }
}

function ready(result: Result): Body {
  const { user, period, before, time } = result;
  const clock = time.toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const isEmpty = [result.now, result.earlier].every(
    (one) => !one || [one.movement.moved, ...counts(one)].every((count) => count === 0),
  );
  return {
    phase: 'ready',
    scope: scopeOf(result),
    read: l10n.t('Read {0}', clock),
    heads: { now: periodText(period), ...(before && { before: periodText(before) }) },
    ...(isEmpty && {
      empty: l10n.t('No deals of {0} here in this period. Choose another period or another user.', userName(user.name, user.id)),
    }),
    sections: sectionsOf(result),
  };
}

const counts = ({ movement: { started, open, won, lost } }: Result['now']): readonly number[] =>
  [started, open, won, lost].map(({ count }) => count);

/** Whose deals, and of when. */
function scopeOf({ user, period, before }: Result): string {
  const name = userName(user.name, user.id);
  return before
    ? l10n.t('Deals of {0} · {1}, compared with {2}', name, periodText(period), periodText(before))
    : l10n.t('Deals of {0} · {1}', name, periodText(period));
}

function waysOut(error: unknown): readonly StatisticsAction[] {
  if (needsSignIn(error)) return actions('signIn', 'retry');
  const way = wayOut(error);
  return way ? [{ id: 'useOther', label: way.title }, ...actions('retry')] : actions('retry');
}

const words: Readonly<Record<Exclude<ActionId, 'export'>, () => string>> = {
  retry: () => l10n.t('Retry'),
  signIn: () => l10n.t('Sign In'),
  useOther: () => l10n.t('Use the Other Version'),
};

const actions = (...ids: readonly Exclude<ActionId, 'export'>[]): readonly StatisticsAction[] =>
  ids.map((id) => ({ id, label: words[id]() }));
