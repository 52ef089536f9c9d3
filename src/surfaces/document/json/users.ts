import { EventEmitter, type Disposable } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { User } from '../../../api/types.ts';
import type { Records } from '../../../kinds/records.ts';

/** The users of each account that a text has needed them of; the session keeps them, and the form reads the same. */
export class Users implements Disposable {
  readonly #records: Records;
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, readonly User[]>();
  readonly #asked = new Set<string>();
  readonly #came = new EventEmitter<void>();
  readonly onDidChange = this.#came.event;

  /** @param report takes what is no fault of a request */
  constructor(records: Records, report: (error: unknown) => void) {
    this.#records = records;
    this.#report = report;
  }

  /** The account's users as far as they are known; the first call goes for them. */
  of(accountId: string): readonly User[] {
    if (!this.#asked.has(accountId)) void this.#ask(accountId);
    return this.#known.get(accountId) ?? [];
  }

  /** The account's users may be others now, or can be read again. */
  forget(accountId: string): void {
    this.#asked.delete(accountId);
  }

  dispose(): void {
    this.#came.dispose();
  }

  async #ask(accountId: string): Promise<void> {
    this.#asked.add(accountId);
    try {
      const { api } = await this.#records.session(accountId);
      this.#known.set(accountId, await api.users());
      this.#came.fire();
    } catch (error) {
      // Ids stand for the names until the account answers again.
      if (!PipedriveError.is(error)) this.#report(error);
    }
  }
}
