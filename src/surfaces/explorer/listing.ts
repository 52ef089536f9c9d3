import type { ListOptions } from '../../api/types.ts';
import type { Page } from '../../model/record.ts';

export interface ListingSource<T> {
  page(options: ListOptions): Promise<Page<T>>;
  key(item: T): string;
  /** True for short lists that are read to the end at once. */
  readonly whole: boolean;
}

/** A load that failed: the first of a list, or one that was to continue it. */
export interface ListingFailure {
  readonly at: 'start' | 'end';
  readonly error: unknown;
}

interface Load {
  /** How many pages to read; one at least. */
  readonly pages: number;
  /** The cursor to continue from; absent to begin. */
  readonly after?: string;
  /** Whether to read again what is kept elsewhere. */
  readonly refresh?: boolean;
}

/**
 * What is loaded of a paged list. Loads one thing at a time: a newer load cancels the one before.
 * Nothing here rejects; a failure is part of the state, beside what was loaded until then.
 */
export class Listing<T> {
  readonly #source: ListingSource<T>;
  #items = new Map<string, T>();
  #pages = 0;
  #next: string | undefined;
  #failure: ListingFailure | undefined;
  #told: number | undefined;
  #stale = true;
  #run: { readonly abort: AbortController; done: Promise<void> } | undefined;
  /** What changed while a load ran, which the load's answer may not know yet. */
  readonly #meanwhile = new Map<string, T | undefined>();

  constructor(source: ListingSource<T>) {
    this.#source = source;
  }

  get items(): readonly T[] {
    return [...this.#items.values()];
  }

  get size(): number {
    return this.#items.size;
  }

  get(key: string): T | undefined {
    return this.#items.get(key);
  }

  /** How many there are in all, where an answer told it or all of them are loaded. */
  get total(): number | undefined {
    if (this.#pages === 0 || this.#failure?.at === 'start') return undefined;
    return this.#next === undefined && !this.#failure ? this.#items.size : this.#told;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  get failure(): ListingFailure | undefined {
    return this.#failure;
  }

  /** Whether it was ever asked to load; what was not has nothing to refresh. */
  get opened(): boolean {
    return this.#pages > 0 || this.#failure !== undefined || this.#run !== undefined;
  }

  /** Loads the first page when nothing was loaded or what was loaded is stale; joins a load that runs. */
  async load(): Promise<void> {
    if (this.#stale && !this.#run && !this.#failure) void this.#start({ pages: this.#pages });
    // A load may be replaced by a newer one while it is waited for.
    while (this.#run) await this.#run.done;
  }

  /** Reads again as many pages as are loaded, also what is kept elsewhere. What is shown stays until the answer is there. */
  reload(): Promise<void> {
    return this.#start({ pages: this.#pages, refresh: true });
  }

  /** Reads the next page. */
  more(): Promise<void> {
    if (this.#next === undefined) return Promise.resolve();
    return this.#start({ pages: 1, after: this.#next });
  }

  /** Does again what failed. */
  retry(): Promise<void> {
    return this.#failure?.at === 'end' ? this.more() : this.reload();
  }

  /** Lets the next `load` read again. */
  markStale(): void {
    this.#stale = true;
    this.#failure = undefined;
  }

  /** Replaces an item in its place; an item that is not loaded is left alone. */
  replace(item: T): boolean {
    const key = this.#source.key(item);
    const loaded = this.#items.has(key);
    if (loaded) this.#items.set(key, item);
    if (this.#run && loaded) this.#meanwhile.set(key, item);
    return loaded;
  }

  /** Puts a new item at the top of what is loaded. */
  add(item: T): boolean {
    if (!this.opened) return false;
    this.#putFirst(item);
    if (this.#run) this.#meanwhile.set(this.#source.key(item), item);
    return true;
  }

  remove(key: string): boolean {
    if (this.#run) this.#meanwhile.set(key, undefined);
    return this.#items.delete(key);
  }

  /** Ends a load that runs; what it would have brought is not shown. */
  cancel(): void {
    this.#run?.abort.abort();
    this.#run = undefined;
    this.#meanwhile.clear();
  }

  #start(load: Load): Promise<void> {
    this.cancel();
    const run = { abort: new AbortController(), done: Promise.resolve() };
    this.#run = run;
    run.done = this.#read(load, run.abort.signal);
    return run.done;
  }

  async #read({ pages: wanted, after, refresh = false }: Load, signal: AbortSignal): Promise<void> {
    const continued = after !== undefined;
    const found = new Map(continued ? this.#items : []);
    let pages = continued ? this.#pages : 0;
    let next = after;
    let told = continued ? this.#told : undefined;
    let failure: ListingFailure | undefined;
    try {
      for (let read = 0; read === 0 || (next !== undefined && (this.#source.whole || read < wanted)); read++) {
        const page = await this.#source.page({ signal, refresh, ...(next === undefined ? {} : { cursor: next }) });
        if (signal.aborted) return;
        // An item that moved between two pages while they were read comes twice; its later form counts.
        for (const item of page.items) found.set(this.#source.key(item), item);
        next = page.next;
        told = page.total ?? told;
        pages++;
      }
    } catch (error) {
      if (signal.aborted) return;
      // A refresh that failed half-way would show less than before it: what was loaded stays.
      const keepsOld = !continued && (this.#items.size > 0 || pages === 0);
      failure = { at: keepsOld ? 'start' : 'end', error };
    }
    this.#run = undefined;
    this.#failure = failure;
    this.#stale = false;
    if (failure?.at !== 'start') {
      this.#items = found;
      this.#pages = pages;
      this.#next = next;
      this.#told = told;
    }
    this.#applyMeanwhile();
  }

  #applyMeanwhile(): void {
    for (const [key, item] of this.#meanwhile) {
      if (item === undefined) this.#items.delete(key);
      else if (this.#items.has(key)) this.#items.set(key, item);
      else this.#putFirst(item);
    }
    this.#meanwhile.clear();
  }

  #putFirst(item: T): void {
    const key = this.#source.key(item);
    this.#items.delete(key);
    this.#items = new Map([[key, item], ...this.#items]);
  }
}
