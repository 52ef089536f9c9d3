import type { PipedriveRecord } from '../model/record.ts';
import { language } from '../model/language.ts';
import type { HangingOff } from './hangingOff.ts';

/** A number with what it counts. @param words of one and of several, with `{0}` in the number's place */
export const countOf = ([one, several]: readonly [one: string, several: string], count: number): string =>
  (count === 1 ? one : several).replace('{0}', count.toLocaleString(language()));

/** Says the counts that a record carries, save those that are nothing. @param words of one and of several, by key */
export function counted(words: Readonly<Record<string, readonly [one: string, several: string]>>): HangingOff {
  return {
    needs: Object.keys(words),
    of: ({ values }: PipedriveRecord) =>
      Object.entries(words).flatMap(([key, [one, several]]) => {
        const count = Number(values[key] ?? 0);
        return count > 0 ? [countOf([one, several], count)] : [];
      }),
  };
}
