/** How patient the request path is; tests shorten the waits, nothing else changes them. */
export interface Pace {
  /** From sending a request to the end of its answer, in milliseconds. */
  readonly timeLimit: number;
  /** First wait before a read is repeated, in milliseconds; doubled each time and spread at random up to twofold. */
  readonly backOff: number;
  /** How often a request may be sent in all. */
  readonly attempts: number;
  /** The shortest and longest pause after a 429, in milliseconds. */
  readonly pause: readonly [number, number];
}

export const pace: Pace = { timeLimit: 30_000, backOff: 250, attempts: 3, pause: [1_000, 5_000] };
