/** A page of what was found. */
export interface Answer<T> {
  readonly items: readonly T[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
}

export interface Asking {
  /** Aborted as soon as nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** `next` of the page before; absent for the first. */
  readonly cursor?: string;
}

/** How long typing rests before it is searched, in milliseconds: a search costs as much as twenty records. */
export const usualRest = 300;
/** How long an answer is taken for what a new one would be, in milliseconds. */
const keptFor = 30_000;
const mostKept = 20;

interface Kept<T> extends Answer<T> {
  readonly at: number;
}

/**
 * What one person looks for, as it is typed: it waits until typing rests, ends the request before, and asks nothing twice
 * that was answered just now. Nothing here rejects; a failure is part of the state. Host and views use it alike.
 */
export class SearchSession<Q, T> {
  phase: 'idle' | 'searching' | 'done' | 'failed' = 'idle';
  found: readonly T[] = [];
  /** What was found is of the question before. */
  stale = false;
  /** Why it failed. */
  error: unknown;
  readonly #ask: (question: Q, asking: Asking) => Promise<Answer<T>>;
  readonly #changed: () => void;
  readonly #keyOf: (item: T) => unknown;
  readonly #kept = new Map<string, Kept<T>>();
  #question: Q | undefined;
  #next: string | undefined;
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param changed is told of every change of phase
   * @param keyOf tells two found ones apart
   */
  constructor(
    ask: (question: Q, asking: Asking) => Promise<Answer<T>>,
    changed: () => void,
    keyOf: (item: T) => unknown = (item) => item,
  ) {
    this.#ask = ask;
    this.#changed = changed;
    this.#keyOf = keyOf;
  }

  /** Whether there is another page. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Asks once typing rests. @param rest 0 for what is at hand, which is asked at once and each time */
  start(question: Q, rest = usualRest): void {
    this.#end();
    this.#question = question;
    this.#next = undefined;
    const kept = rest > 0 ? this.#remembered(question) : undefined;
    if (kept) this.#show(kept);
    else {
      this.phase = 'searching';
      this.stale = true;
      this.#timer = setTimeout(() => void this.#run(question), rest);
    }
    this.#changed();
  }

  /** Asks for the next page. */
  more(): void {
    if (this.phase !== 'searching' && this.#next !== undefined) this.#again();
  }

  /** Asks again for what failed. */
  retry(): void {
    if (this.phase === 'failed') this.#again();
  }

  /** Ends what runs, and forgets what was found; what was answered just now is kept. */
  stop(): void {
    this.#end();
    this.phase = 'idle';
    this.found = [];
    this.stale = false;
    this.#question = undefined;
    this.#next = undefined;
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
  }

  #again(): void {
    if (this.#question === undefined) return;
    this.phase = 'searching';
    void this.#run(this.#question, this.#next);
    this.#changed();
  }

  async #run(question: Q, cursor?: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const page = await this.#ask(question, { signal: abort.signal, ...(cursor !== undefined && { cursor }) });
      if (abort.signal.aborted) return;
      const items = cursor === undefined ? page.items : this.#with(page.items);
      this.#show({ items, ...(page.next !== undefined && { next: page.next }) });
      this.#remember(question);
    } catch (error) {
      if (abort.signal.aborted) return;
      // What was found before the page that failed stays, and so does the place to go on from.
      if (cursor === undefined) this.found = [];
      this.stale = false;
      this.phase = 'failed';
      this.error = error;
    }
    this.#changed();
  }

  /** What was found and more; what moved between two pages while they were read comes twice. */
  #with(more: readonly T[]): readonly T[] {
    const known = new Set(this.found.map(this.#keyOf));
    return [...this.found, ...more.filter((item) => !known.has(this.#keyOf(item)))];
  }

  #show({ items, next }: Answer<T>): void {
    this.phase = 'done';
    this.found = items;
    this.stale = false;
    this.#next = next;
  }

  #remember(question: Q): void {
    const key = JSON.stringify(question);
    this.#kept.delete(key);
    this.#kept.set(key, { items: this.found, at: Date.now(), ...(this.#next !== undefined && { next: this.#next }) });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }

  #remembered(question: Q): Kept<T> | undefined {
    const kept = this.#kept.get(JSON.stringify(question));
    return kept && Date.now() - kept.at < keptFor ? kept : undefined;
  }
}
