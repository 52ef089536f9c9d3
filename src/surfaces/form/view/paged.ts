import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page of things that each have an id of their own. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** A list that is read page by page, for an element that shows it; it is asked for once the element is there. */
export class Paged<T extends { readonly id: string }> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;
  readonly #came: (count: number, more: boolean) => void;
  #running: AbortController | undefined;
  #items: readonly T[] | undefined;
  #failure: string | undefined;
  /** Where it goes on; absent at the end. */
  next: string | undefined;
  reading = false;

  /** @param came told how many there are after each page */
  constructor(
    host: ReactiveControllerHost,
    ask: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
    came: (count: number, more: boolean) => void,
  ) {
    this.#host = host;
    this.#ask = ask;
    this.#came = came;
    host.addController(this);
  }

  /** Absent until the first page has come. */
  get items(): readonly T[] | undefined {
    return this.#items;
  }
  set items(items: readonly T[] | undefined) {
    this.#items = items;
    this.#host.requestUpdate();
  }

  /** What went wrong last, as a sentence. */
  get failure(): string | undefined {
    return this.#failure;
  }
  set failure(failure: string | undefined) {
    this.#failure = failure;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    void this.read();
  }

  hostDisconnected(): void {
    this.#running?.abort();
  }

  /** @param cursor of the page to go on with; a list that is begun anew stays in sight until its first page has come */
  async read(cursor?: string): Promise<void> {
    await this.#take(cursor, (page) => {
      const before = cursor === undefined ? [] : (this.items ?? []);
      this.items = [...before, ...lacking(page.items, before)];
      this.next = page.next;
      this.#came(this.items.length, page.next !== undefined);
    });
  }

  /** Reads the first page again for what is new, which stands before what was read already where the two meet. */
  async renew(): Promise<void> {
    await this.#take(undefined, (page) => {
      const before = this.items ?? [];
      const others = lacking(before, page.items);
      const meet = others.length < before.length;
      this.items = meet ? [...page.items, ...others] : page.items;
      if (!meet) this.next = page.next;
    });
  }

  async #take(cursor: string | undefined, take: (page: Page<T>) => void): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.reading = true;
    this.failure = undefined;
    try {
      take(await this.#ask(cursor, running.signal));
    } catch (error) {
      if (!running.signal.aborted) this.failure = sentenceOf(error);
    } finally {
      if (this.#running === running) this.reading = false;
      this.#host.requestUpdate();
    }
  }
}

/** Those of the items that are not among others. */
function lacking<T extends { readonly id: string }>(items: readonly T[], others: readonly T[]): readonly T[] {
  const known = new Set(others.map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id));
}

/** What the host said, for a person. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
