import { EventEmitter, type Disposable, type SecretStorage } from 'vscode';
import type { Log } from '../api/types.ts';
import { isAccount } from './accountStore.ts';
import type { Account } from './types.ts';

const prefix = 'account/';

/**
 * Tells the other windows who is signed in and what is marked. Global state tells nobody that it changed and the secret
 * storage does, so what is told lies there; it holds no token. Where the secret storage fails nobody hears, and all else works.
 */
export class Announcements implements Disposable {
  readonly #secrets: SecretStorage;
  readonly #log: Log;
  readonly #heard = new EventEmitter<Account>();
  readonly #listening: Disposable;

  /** What another window told, or this one. */
  readonly onDidHear = this.#heard.event;

  constructor(secrets: SecretStorage, log: Log) {
    this.#secrets = secrets;
    this.#log = log;
    this.#listening = secrets.onDidChange(({ key }) => {
      if (key.startsWith(prefix)) void this.#listen(key);
    });
  }

  tell(account: Account): Promise<void> {
    return this.#attempt(() => this.#secrets.store(prefix + account.id, JSON.stringify(account)));
  }

  forget(accountId: string): Promise<void> {
    return this.#attempt(() => this.#secrets.delete(prefix + accountId));
  }

  #listen(key: string): Promise<void> {
    return this.#attempt(async () => {
      const told: unknown = JSON.parse((await this.#secrets.get(key)) ?? 'null');
      if (isAccount(told) && prefix + told.id === key) this.#heard.fire(told);
    });
  }

  async #attempt(work: () => Thenable<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.warn(`Windows could not tell one another of an account: ${String(error)}`);
    }
  }

  dispose(): void {
    this.#listening.dispose();
    this.#heard.dispose();
  }
}
