import { type BudgetWatch, createBudgetWatch } from './budget.ts';
import type { Endpoint } from './endpoint.ts';
import { PipedriveError } from './errors.ts';
import { isBudgetSpent } from './faults.ts';
import { Gate } from './gate.ts';
import type { Pace } from './pace.ts';
import type { Received } from './send.ts';
import { sentences } from './sentences.ts';

/** How long a client that Pipedrive's firewall refused after 429s keeps still, in milliseconds. */
const blockedFor = 60_000;

/** A wait as short as this is the burst limit's and tells nothing of the day. */
const shortWait = 60_000;

/** What the answers so far say of how much may be asked, and the gate that keeps to it. */
export interface Limits {
  readonly gate: Gate;
  readonly budget: BudgetWatch;
  /** Learns from every answer, good or bad; returns the pause that a 429 calls for. */
  learn(received: Received, endpoint: Endpoint): number | undefined;
  /** Why nothing may be sent now; undefined where it may. */
  refusal(): PipedriveError | undefined;
}

/** What an answer's request took of the day's tokens: nothing where it was turned away at the door. */
export const charged = (status: number, { cost }: Endpoint): number => (status === 429 || status === 401 ? 0 : cost);

/** @param pace shortened by tests */
export function createLimits(pace: Pace): Limits {
  const gate = new Gate();
  const budget = createBudgetWatch(pace.askAgain);
  let lastRefusal = Number.NEGATIVE_INFINITY;
  let blockedUntil = 0;
  return {
    gate,
    budget,
    learn(received, endpoint) {
      const { told, status, body } = received;
      budget.learn(told, charged(status, endpoint));
      // A search's headers tell of the searches' own limit.
      if (told.burstLimit !== undefined && !endpoint.search) gate.learn(told.burstLimit);
      if (status === 429) {
        lastRefusal = Date.now();
        if (isBudgetSpent(told, endpoint.search)) {
          const renewsIn = told.wait !== undefined && told.wait > shortWait ? told.wait : undefined;
          budget.spend(renewsIn);
          return renewsIn;
        }
        const [shortest, longest] = pace.pause;
        const wait = Math.min(longest, Math.max(shortest, told.wait ?? shortest));
        gate.pause(wait);
        return wait;
      }
      if (status === 403 && body === undefined && Date.now() - lastRefusal < blockedFor) blockedUntil = Date.now() + blockedFor;
      return undefined;
    },
    refusal() {
      if (Date.now() < blockedUntil) {
        const retryAfter = blockedUntil - Date.now();
        return new PipedriveError('forbidden', sentences.blocked(), { status: 403, retryAfter });
      }
      const spent = budget.spent();
      if (spent === undefined) return undefined;
      const { renewsIn } = spent;
      return new PipedriveError('budgetSpent', sentences.budgetSpent(renewsIn), {
        status: 429,
        ...(renewsIn !== undefined && { retryAfter: renewsIn }),
      });
    },
  };
}
