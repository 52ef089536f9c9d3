import type { Budget } from '../../../api/types.ts';

/** How much of the day's tokens is left, as a person would say it. */
export type Left = 'unknown' | 'none' | 'little' | 'aQuarter' | 'half' | 'threeQuarters' | 'nearlyAll';

/** From so much on there is no need to worry. */
const little = 0.1;

/** `unknown` before an answer has told it. */
export function leftOf({ dailyLimit, dailyRemaining, spent }: Budget): Left {
  if (spent === true || dailyRemaining === 0) return 'none';
  if (dailyLimit === undefined || dailyRemaining === undefined || dailyLimit <= 0) return 'unknown';
  const share = dailyRemaining / dailyLimit;
  if (share < little) return 'little';
  if (share < 0.375) return 'aQuarter';
  if (share < 0.625) return 'half';
  return share < 0.875 ? 'threeQuarters' : 'nearlyAll';
}
