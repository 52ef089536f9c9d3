/** What a polling stands on; a test gives its own. */
export interface PollingParts {
  /** Minutes between two questions; 0 for none. */
  readonly minutes: () => number;
  /** Whether somebody is looking. */
  readonly watched: () => boolean;
  readonly ask: () => Promise<void>;
  /** Takes what `ask` throws: it is asked again after the next interval. */
  readonly failed: (error: unknown) => void;
  readonly now: () => number;
  /** Calls back after a while; answers what calls that off. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** Asks now and then, while somebody is looking; what fell due meanwhile is asked once, when somebody looks again. */
export class Polling {
  readonly #parts: PollingParts;
  #last: number;
  #off: (() => void) | undefined;
  #asking = false;

  constructor(parts: PollingParts) {
    this.#parts = parts;
    this.#last = parts.now();
  }

  /** The interval may be another, or somebody may have begun or ceased to look. */
  look(): void {
    this.#off?.();
    this.#off = undefined;
    const { minutes, watched, now, later } = this.#parts;
    const wanted = minutes();
    // Each question costs; a setting may hold what its own limits refuse.
    const every = Math.max(wanted, 1) * 60_000;
    if (!(wanted > 0) || !watched() || this.#asking) return;
    const due = this.#last + every - now();
    if (due > 0) this.#off = later(() => this.look(), due);
    else void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    try {
      await this.#parts.ask();
    } catch (error) {
      this.#parts.failed(error);
    }
    this.#asking = false;
    this.#last = this.#parts.now();
    this.look();
  }

  dispose(): void {
    this.#off?.();
  }
}
