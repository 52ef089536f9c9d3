/** What the document's steps back and forth need of the host. */
interface StepCalls {
  edit(key: string, value: unknown): Promise<void>;
  /** Undoes, or redoes, the last step once the edits sent before are in the document. */
  step(back: boolean): Promise<void>;
}

/** What is told of a key by the event of its press. */
interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  preventDefault(): void;
  stopPropagation(): void;
}

/**
 * Keeps an undo behind the edits it is meant for. VS Code hears the key at once, an edit reaches the document by way of the
 * host: an undo right after it would take back the step before.
 */
export class Steps {
  readonly #calls: StepCalls;
  #underWay = 0;

  constructor(calls: StepCalls) {
    this.#calls = calls;
  }

  edit(key: string, value: unknown): Promise<void> {
    return this.#count(this.#calls.edit(key, value));
  }

  /** Takes the key where an edit is under way; otherwise it is VS Code's. Answers the step taken, if it was. */
  hear(event: Key): Promise<void> | undefined {
    const key = event.key.toLowerCase();
    if (this.#underWay === 0 || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return undefined;
    event.preventDefault();
    event.stopPropagation();
    return this.#count(this.#calls.step(key === 'z' && !event.shiftKey));
  }

  async #count(call: Promise<void>): Promise<void> {
    this.#underWay++;
    try {
      await call;
    } finally {
      this.#underWay--;
    }
  }
}
