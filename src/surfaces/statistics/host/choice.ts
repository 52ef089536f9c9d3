import { isObject } from '../../../model/isObject.ts';
import { comparisons, isDay, periodOf, presets, type Period } from '../../../model/period.ts';
import type { Choice } from '../messages.ts';

/** What is shown until somebody chooses. */
export const firstChoice: Choice = { preset: 'thisMonth', comparison: 'none' };

/** A choice as far as it can be read; what comes from a view, or was kept before a reload, may be anything. */
export function choiceOf(raw: unknown): Choice | undefined {
  if (!isObject(raw)) return undefined;
  const { userId } = raw;
  const preset = presets.find((one) => one === raw['preset']);
  const period = periodIn(raw['period']);
  if (!preset && !period) return undefined;
  const against = periodIn(raw['against']);
  const comparison = comparisons.find((one) => one === raw['comparison']) ?? 'none';
  return {
    ...(preset ? { preset } : { ...(period && { period }) }),
    ...(typeof userId === 'number' && Number.isSafeInteger(userId) && userId > 0 && { userId }),
    comparison: comparison === 'own' && !against ? 'none' : comparison,
    ...(comparison === 'own' && against && { against }),
  };
}

function periodIn(raw: unknown): Period | undefined {
  const { from, until } = isObject(raw) ? raw : {};
  return isDay(from) && isDay(until) && from <= until ? { from, until } : undefined;
}

/** The days that a choice comes to. @param today `YYYY-MM-DD` */
export function daysOf({ preset, period }: Choice, today: string): Period {
  return period ?? periodOf(preset ?? 'thisMonth', today);
}
