import type { PipedriveRecord } from '../model/record.ts';
import { sentence } from '../model/sentence.ts';
import type { HangingOff } from './hangingOff.ts';

/** Says the counts that a record carries, save those that are nothing. @param words of one and of several, by key */
export function counted(words: Readonly<Record<string, readonly [one: string, several: string]>>): HangingOff {
  return {
    needs: Object.keys(words),
    of: ({ values }: PipedriveRecord) =>
      Object.entries(words).flatMap(([key, [one, several]]) => {
        const count = Number(values[key] ?? 0);
        return count > 0 ? [sentence(count === 1 ? one : several, count)] : [];
      }),
  };
}
