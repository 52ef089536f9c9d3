import { oneByOne } from '../../../api/oneByOne.ts';
import type { Steps } from '../../shared/progress.ts';
import type { Target } from '../target.ts';
import type { Left } from '../words.ts';

/** What became of each record. */
export interface Outcome {
  readonly done: readonly Target[];
  readonly left: readonly Left[];
}

/** One record after the other. A fault is of its record and keeps no other, unless it would meet every one of them. */
export async function eachOf(
  targets: readonly Target[],
  { signal, step }: Steps,
  work: (target: Target) => Promise<unknown>,
): Promise<Outcome> {
  const { done, failed } = await oneByOne(targets, work, { signal, progress: step });
  return { done, left: failed.map(({ item, error }) => ({ target: item, error })) };
}
