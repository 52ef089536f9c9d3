/** How patient the request path is; tests shorten the waits, nothing else changes them. */
export interface Pace {
  /** From sending a request to the end of its answer, in milliseconds. */
  readonly timeLimit: number;
  /** The same for a file that is sent or fetched. */
  readonly transferLimit: number;
  /** First wait before a request is repeated, in milliseconds; doubled each time and spread at random up to twofold. */
  readonly backOff: number;
  /** The longest such wait. */
  readonly longestBackOff: number;
  /** How often a request may be sent in all. */
  readonly attempts: number;
  /** The shortest and longest pause after a 429, in milliseconds. */
  readonly pause: readonly [number, number];
  /** How long nothing is sent after the day's tokens were found used up, in milliseconds. */
  readonly askAgain: number;
}

export const pace: Pace = {
  timeLimit: 30_000,
  transferLimit: 600_000,
  backOff: 250,
  longestBackOff: 4_000,
  attempts: 3,
  pause: [1_000, 5_000],
  askAgain: 300_000,
};
