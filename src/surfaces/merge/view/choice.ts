import { isObject } from '../../../model/isObject.ts';
import type { MergeChoice } from '../messages.ts';

/** A kept choice, as far as it can be read. */
export function choiceOf(kept: unknown): MergeChoice {
  const { turned, ticked } = isObject(kept) ? kept : {};
  return {
    turned: turned === true,
    ticked: Array.isArray(ticked) ? ticked.filter((key): key is string => typeof key === 'string') : [],
  };
}
