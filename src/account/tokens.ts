import type { Disposable, SecretStorage } from 'vscode';
import type { Log } from '../api/types.ts';
import type { Keep } from './types.ts';

const prefix = 'token/';

/** Keeps tokens, each under a key of its account: in the secret storage, or in memory for this window only. */
export class Tokens {
  readonly #secrets: SecretStorage;
  readonly #log: Log;
  readonly #ofThisWindow = new Map<string, string>();

  constructor(secrets: SecretStorage, log: Log) {
    this.#secrets = secrets;
    this.#log = log;
  }

  /** Rejects when the secret storage cannot be read. */
  async get(accountId: string): Promise<string | undefined> {
    return this.#ofThisWindow.get(accountId) ?? (await this.#secrets.get(prefix + accountId));
  }

  /** Rejects when the secret storage refuses; the token is then kept nowhere. */
  async keep(accountId: string, token: string, where: Keep): Promise<void> {
    if (where === 'secret') {
      await this.#secrets.store(prefix + accountId, token);
      this.#ofThisWindow.delete(accountId);
      return;
    }
    this.#ofThisWindow.set(accountId, token);
    try {
      await this.#secrets.delete(prefix + accountId);
    } catch (error) {
      // Keeping it in memory is what is left where the secret storage fails, so its failure ends nothing here.
      this.#log.warn(`The secret storage refused to forget an earlier token: ${String(error)}`);
    }
  }

  /** Rejects when the secret storage refuses; it may then still hold the token. */
  async forget(accountId: string): Promise<void> {
    this.#ofThisWindow.delete(accountId);
    await this.#secrets.delete(prefix + accountId);
  }

  /** Whether the token lives in this window's memory, which no other window can change. */
  isOfThisWindow(accountId: string): boolean {
    return this.#ofThisWindow.has(accountId);
  }

  /** Calls back with the account whose stored token was changed, by this window or another one. */
  onDidChange(listener: (accountId: string) => void): Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      if (key.startsWith(prefix)) listener(key.slice(prefix.length));
    });
  }
}
