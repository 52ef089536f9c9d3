import type { Told } from './headers.ts';
import type { Budget } from './types.ts';

/** Keeps what the headers said last of the day's API tokens. */
export interface BudgetWatch {
  readonly current: Budget;
  learn(told: Told): void;
}

/** An empty watch: both numbers are absent until a header says them, since some answers carry none. */
export function createBudgetWatch(): BudgetWatch {
  let current: Budget = {};
  return {
    get current() {
      return current;
    },
    learn({ dailyLimit, dailyRemaining }) {
      if (dailyLimit === undefined && dailyRemaining === undefined) return;
      current = {
        ...current,
        ...(dailyLimit !== undefined && { dailyLimit }),
        ...(dailyRemaining !== undefined && { dailyRemaining }),
      };
    },
  };
}
