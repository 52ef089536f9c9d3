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
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.reading = true;
    this.failure = undefined;
    try {
      const page = await this.#ask(cursor, running.signal);
      const before = cursor === undefined ? [] : (this.items ?? []);
      const known = new Set(before.map(({ id }) => id));
      this.items = [...before, ...page.items.filter(({ id }) => !known.has(id))];
      this.next = page.next;
      this.#came(this.items.length, page.next !== undefined);
    } catch (error) {
      if (!running.signal.aborted) this.failure = sentenceOf(error);
    } finally {
      if (this.#running === running) this.reading = false;
      this.#host.requestUpdate();
    }
  }
}

/** What the host said, for a person. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
