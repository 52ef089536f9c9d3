/** How much a search for doubles holds on to. */
export interface Limits {
  /** So many records may have a value in common; where more have it, nobody is paired by it. */
  readonly crowd: number;
  /** So many pairs are kept, the likeliest. */
  readonly pairs: number;
}

export const usualLimits: Limits = { crowd: 20, pairs: 5_000 };
