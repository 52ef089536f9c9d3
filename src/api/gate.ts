import PQueue from 'p-queue';
import type { Queue } from './types.ts';

/** Pipedrive counts requests in a rolling window of this length (https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting). */
const windowMs = 2_000;
/** Half of the smallest limit Pipedrive gives a token (20), since other clients share it. */
const startCap = 10;
/** Half of the limit of searches, which is 10 on every plan. */
const searchCap = 5;
const inFlight = 4;

const rolling = (cap: number): PQueue => new PQueue({ intervalCap: cap, interval: windowMs, strict: true });

export interface Turn {
  readonly search: boolean;
  /** Higher goes first. */
  readonly priority: number;
  readonly signal: AbortSignal;
}

/**
 * Where every request waits its turn, so that Pipedrive's burst limit is kept before Pipedrive enforces it:
 * at most four in flight, at most `cap` started in any two seconds, searches fewer still, and a pause for all
 * of them when the server asks for one.
 */
export class Gate {
  readonly #turns = new PQueue({ concurrency: inFlight });
  readonly #searches = rolling(searchCap);
  #starts = rolling(startCap);
  #cap = startCap;
  #pausedUntil = 0;
  #waiting = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Runs `send` when its turn comes. Rejects with the signal's reason when that aborts first. */
  async run<T>(turn: Turn, send: () => Promise<T>): Promise<T> {
    const { signal, priority } = turn;
    let waits = true;
    const waited = (): void => {
      if (waits) this.#waiting--;
      waits = false;
    };
    const take = (): Promise<T> =>
      this.#turns.add(
        async () => {
          // Waiting here and not in #turns lets the window be replaced when the limit becomes known.
          await this.#starts.add(() => undefined, { signal });
          waited();
          return send();
        },
        { signal, priority },
      );
    this.#waiting++;
    try {
      return await (turn.search ? this.#searches.add(take, { signal, priority }) : take());
    } finally {
      waited();
    }
  }

  /** How many wait, and for what. */
  get queue(): Queue {
    const pausedFor = this.#pausedUntil - Date.now();
    return { waiting: this.#waiting, atMost: this.#cap, ...(pausedFor > 0 && { pausedFor }) };
  }

  /** Adapts to the limit that an answer told: half of it, so that the company's other clients keep theirs. */
  learn(limit: number): void {
    const cap = Math.max(1, Math.floor(limit / 2));
    if (!Number.isFinite(limit) || limit < 1 || cap === this.#cap) return;
    this.#cap = cap;
    // What started under the old window is forgotten: old and new together stay within the limit itself.
    this.#starts = rolling(cap);
    if (this.#timer !== undefined) this.#starts.pause();
  }

  /** Starts nothing for so many milliseconds; a longer pause already under way stands. */
  pause(ms: number): void {
    const until = Date.now() + ms;
    if (until <= this.#pausedUntil) return;
    this.#pausedUntil = until;
    this.#turns.pause();
    this.#starts.pause();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#resume(), ms);
  }

  /** Stops the clock; what waits ends by its own signal. */
  dispose(): void {
    clearTimeout(this.#timer);
  }

  #resume(): void {
    this.#timer = undefined;
    this.#starts.start();
    this.#turns.start();
  }
}
