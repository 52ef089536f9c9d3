import { EventEmitter, type Disposable, type Event } from 'vscode';
import type { AccountRequest, Accounts } from '../../../account/index.ts';
import type { Shelf } from '../../../account/shelf.ts';
import { demoId } from '../../../ids/index.ts';
import { dayOf, together, withRequest, type UsageOfDay } from './day.ts';

/** How long it is counted on before that is put on the disk, in milliseconds. */
const rest = 1_000;

/**
 * Counts what this extension has asked today, by account and operation. Each window keeps its own count on the account's
 * shelf, so that none writes over another's; all of them together are the day's. The demo begins afresh with its window,
 * and so does its count.
 */
export class Usage implements Disposable {
  readonly #shelf: Shelf<UsageOfDay>;
  readonly #report: (error: unknown) => void;
  readonly #own = new Map<string, UsageOfDay>();
  /** What this window has on each account's shelf. */
  readonly #kept = new Map<string, string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #watching: Disposable;
  readonly #changed = new EventEmitter<string>();
  /** Tells the account that a request was counted for. */
  readonly onDidChange: Event<string> = this.#changed.event;
  #keeping: Promise<void> = Promise.resolve();

  constructor(accounts: Accounts, shelf: Shelf<UsageOfDay>, report: (error: unknown) => void) {
    this.#shelf = shelf;
    this.#report = report;
    this.#watching = accounts.onDidChange(({ accountId, change }) => {
      if (change === 'signedOut' || change === 'restarted') this.#forget(accountId);
    });
  }

  /** What this window has asked today. */
  own(accountId: string): UsageOfDay {
    return together([this.#own.get(accountId) ?? { day: '', operations: {} }], dayOf(new Date()));
  }

  /** What other windows have asked today, and this one before it was reloaded. Counts of other days are thrown away. */
  async others(accountId: string): Promise<UsageOfDay> {
    const today = dayOf(new Date());
    const all = (await this.#shelf.all(accountId)).filter(({ id }) => id !== this.#kept.get(accountId));
    for (const { id } of all.filter(({ value }) => value.day < today)) await this.#shelf.remove(accountId, id);
    return together(
      all.map(({ value }) => value),
      today,
    );
  }

  /** Counts one more request, which Pipedrive has answered. */
  count({ accountId, operation, tokens }: AccountRequest): void {
    this.#own.set(accountId, withRequest(this.#own.get(accountId), operation, tokens, new Date()));
    this.#changed.fire(accountId);
    if (accountId === demoId || this.#timers.has(accountId)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(accountId);
      this.#keeping = this.#keeping.then(() => this.#keep(accountId)).catch(this.#report);
    }, rest);
    this.#timers.set(accountId, timer);
  }

  /** The new count first: one that is counted twice for a moment is better than one that is lost. */
  async #keep(accountId: string): Promise<void> {
    const count = this.#own.get(accountId);
    if (count === undefined) return;
    const before = this.#kept.get(accountId);
    this.#kept.set(accountId, await this.#shelf.add(accountId, count));
    if (before !== undefined) await this.#shelf.remove(accountId, before);
  }

  #forget(accountId: string): void {
    clearTimeout(this.#timers.get(accountId));
    this.#timers.delete(accountId);
    this.#own.delete(accountId);
    this.#kept.delete(accountId);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#watching.dispose();
    this.#changed.dispose();
  }
}
