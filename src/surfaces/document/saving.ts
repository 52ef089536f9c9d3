import type { RecordDocuments } from './documents.ts';
import type { RecordState } from './state.ts';

/** The saves that are under way: of each document one after the other. What a save does is brought in with the first. */
export class Saving {
  readonly #documents: RecordDocuments;
  readonly #running = new Map<RecordState, Promise<void>>();

  constructor(documents: RecordDocuments) {
    this.#documents = documents;
  }

  isSaving(state: RecordState): boolean {
    return this.#running.has(state);
  }

  /** A second save of a document sees what the first has done. */
  async save(state: RecordState, text: string): Promise<void> {
    const before = this.#running.get(state) ?? Promise.resolve();
    const saving = before.then(
      () => this.#save(state, text),
      () => this.#save(state, text),
    );
    this.#running.set(state, saving);
    try {
      await saving;
    } finally {
      if (this.#running.get(state) === saving) this.#running.delete(state);
      this.#documents.changed(state);
    }
  }

  async #save(state: RecordState, text: string): Promise<void> {
    const { Save } = await import('./save.ts');
    await new Save(this.#documents).run(state, text);
  }
}
