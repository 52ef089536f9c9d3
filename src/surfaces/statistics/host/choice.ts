import type { Memento } from 'vscode';
import { isObject } from '../../../model/isObject.ts';
import { comparisons, isDay, periodOf, presets, type Period } from '../../../model/period.ts';
import type { Choice } from '../messages.ts';

/** What is shown until somebody chooses: days that have passed, on the first of a month too. */
export const firstChoice = { preset: 'last30Days', comparison: 'none' } as const satisfies Choice;

const key = 'statistics.period';

/** What statistics begin with: the named period that was chosen last, of one's own deals and for the price of one reading. */
export function rememberedChoice(state: Memento): Choice {
  const preset = presets.find((one) => one === state.get(key));
  return preset ? { ...firstChoice, preset } : firstChoice;
}

/** Days that were typed are of the pipeline that they were typed for, and are not kept. */
export async function rememberChoice(state: Memento, { preset }: Choice): Promise<void> {
  if (preset && preset !== state.get(key)) await state.update(key, preset);
}

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
  return period ?? periodOf(preset ?? firstChoice.preset, today);
}
