import type { Told } from './headers.ts';
import type { Budget } from './types.ts';

/** Keeps what is known of the day's API tokens. */
export interface BudgetWatch {
  readonly current: Budget;
  /** @param cost what the answer's request took by the table: counted where the headers do not tell what is left */
  learn(told: Told, cost: number): void;
  /** Pipedrive refused a request because the day's tokens are used up. @param renewsIn milliseconds, where it said so */
  spend(renewsIn?: number): void;
  /** Set while nothing need be sent, since it would be refused; with the time until the renewal where that is known. */
  spent(): { readonly renewsIn?: number } | undefined;
  /** Forgets what was left and that it was used up. */
  renew(): void;
}

/**
 * An empty watch: what is left is absent until a header says it, since some answers carry none.
 *
 * @param askAgain after so many milliseconds requests are let through again, since an admin may have bought tokens and
 * Pipedrive does not say in which time zone its day ends
 */
export function createBudgetWatch(askAgain: number): BudgetWatch {
  let current: Budget = { used: 0 };
  let refusedAt: number | undefined;
  let renewsAt: number | undefined;
  const spent = (): { readonly renewsIn?: number } | undefined => {
    if (refusedAt === undefined) return undefined;
    if (Date.now() - refusedAt > askAgain) return undefined;
    return renewsAt === undefined ? {} : { renewsIn: Math.max(0, renewsAt - Date.now()) };
  };
  return {
    get current() {
      return spent() === undefined ? current : { ...current, spent: true as const };
    },
    learn({ dailyLimit, dailyRemaining }, cost) {
      const left =
        dailyRemaining ?? (current.dailyRemaining === undefined ? undefined : Math.max(1, current.dailyRemaining - cost));
      current = {
        used: current.used + cost,
        ...(dailyLimit === undefined ? current.dailyLimit !== undefined && { dailyLimit: current.dailyLimit } : { dailyLimit }),
        ...(left !== undefined && { dailyRemaining: left }),
      };
      if (dailyRemaining === 0) refusedAt = Date.now();
      else if (cost > 0) refusedAt = undefined;
    },
    spend(renewsIn) {
      refusedAt = Date.now();
      renewsAt = renewsIn === undefined ? undefined : Date.now() + renewsIn;
    },
    spent,
    renew() {
      current = { used: current.used };
      refusedAt = undefined;
      renewsAt = undefined;
    },
  };
}
