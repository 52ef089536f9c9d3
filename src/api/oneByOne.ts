import * as l10n from '@vscode/l10n';
import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';

/** What became of each. */
export interface Result<T> {
  readonly done: readonly T[];
  readonly failed: readonly { readonly item: T; readonly error: unknown }[];
}

export interface OneByOneOptions {
  readonly signal?: AbortSignal;
  /** Told how many are over, done or not. */
  readonly progress?: (over: number) => void;
}

/**
 * Does something with each of many, one after the other. One that fails keeps no other; a fault that would meet every one
 * of them (a day's budget that is spent, a token that is not accepted) ends it at once, and so does cancelling. What was
 * not done then has that for its reason.
 */
export async function oneByOne<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  { signal, progress }: OneByOneOptions = {},
): Promise<Result<T>> {
  const done: T[] = [];
  const failed: { item: T; error: unknown }[] = [];
  for (const [place, item] of items.entries()) {
    const error = signal?.aborted ? new PipedriveError('cancelled', sentences.cancelled()) : await faultOf(() => work(item));
    if (error === undefined) done.push(item);
    else failed.push({ item, error });
    if (PipedriveError.is(error) && !PipedriveError.is(error, ...ofOneRecord)) {
      return { done, failed: [...failed, ...items.slice(place + 1).map((left) => ({ item: left, error }))] };
    }
    progress?.(place + 1);
  }
  return { done, failed };
}

async function faultOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error ?? new Error(l10n.t('Nothing was said of why it failed.'));
  }
}

/** What concerns a record alone. */
const ofOneRecord = ['forbidden', 'invalid', 'notFound', 'gone', 'unknownOutcome', 'unexpected'] as const;
