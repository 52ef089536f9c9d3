import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';
import type { KeptOptions } from './types.ts';

/** Answers that are read once and kept, by key. A failed reading is forgotten, so that the next call tries again. */
export interface Kept<T> {
  /**
   * The kept answer, or `read`'s. Callers share one reading; a caller's signal lets only that caller go.
   * @throws what `read` throws; PipedriveError `cancelled`
   */
  get(key: string, read: () => Promise<T>, options?: KeptOptions): Promise<T>;
  forget(key: string): void;
}

export function createKept<T>(): Kept<T> {
  const readings = new Map<string, Promise<T>>();
  return {
    get(key, read, { signal, refresh = false } = {}) {
      let reading = refresh ? undefined : readings.get(key);
      if (reading === undefined) {
        reading = read();
        readings.set(key, reading);
        const started = reading;
        // Only the bookkeeping ends here: whoever called gets the rejection itself.
        void started.then(undefined, () => {
          if (readings.get(key) === started) readings.delete(key);
        });
      }
      return signal === undefined ? reading : withSignal(reading, signal);
    },
    forget(key) {
      readings.delete(key);
    },
  };
}

function withSignal<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const cancel = (): void => reject(new PipedriveError('cancelled', sentences.cancelled()));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  void reading.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  return promise;
}
