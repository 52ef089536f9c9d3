import type { Found } from '../../messages.ts';

/** Where names are asked of a server. */
export const remote = { delay: 250, shortest: 2 };
/** Where they are at hand. */
export const local = { delay: 0, shortest: 0 };

/** One search at a time: it waits until typing rests, and ends the one before. */
export class Search {
  phase: 'idle' | 'searching' | 'done' | 'failed' = 'idle';
  found: readonly Found[] = [];
  /** Why it failed. */
  sentence = '';
  #ask: (term: string, signal: AbortSignal) => Promise<readonly Found[]>;
  #changed: () => void;
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed is told of every change of phase. */
  constructor(ask: (term: string, signal: AbortSignal) => Promise<readonly Found[]>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  start(term: string, { delay, shortest }: typeof remote): void {
    this.stop();
    if (term.length >= shortest) {
      this.phase = 'searching';
      this.#timer = setTimeout(() => void this.#run(term), delay);
    }
    this.#changed();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
    this.phase = 'idle';
    this.found = [];
  }

  async #run(term: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const found = await this.#ask(term, abort.signal);
      if (abort.signal.aborted) return;
      this.found = found;
      this.phase = 'done';
    } catch (error) {
      if (abort.signal.aborted) return;
      this.phase = 'failed';
      this.sentence = error instanceof Error ? error.message : String(error);
    }
    this.#changed();
  }
}
