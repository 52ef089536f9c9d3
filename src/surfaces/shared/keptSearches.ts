import { commands as vscodeCommands, EventEmitter, type Disposable } from 'vscode';
import type { Kept, Shelf } from '../../account/shelf.ts';
import { contextKeys } from '../../ids/index.ts';
import type { Question } from '../../kinds/searching.ts';

/** Results of a search that a person keeps as a list. */
export interface KeptSearch extends Omit<Question, 'organization'> {
  readonly kindId: string;
  readonly organization?: { readonly id: number; readonly name: string };
  /** In the order in which Pipedrive gave them. */
  readonly ids: readonly number[];
}

/** A kept search where it is kept. */
export interface KeptEntry extends Kept<KeptSearch> {
  readonly accountId: string;
}

/** What happened to kept searches: they are others, or one of them is to be read again. */
export interface KeptSearchesChange {
  readonly accountId: string;
  readonly again?: string;
}

/** So many are kept of an account; the oldest go. */
export const mostKeptSearches = 20;

/** The searches that are kept of each account, until it signs out. The search makes them, the trees show them. */
export class KeptSearches implements Disposable {
  readonly #shelf: Shelf<KeptSearch>;
  readonly #changed = new EventEmitter<KeptSearchesChange>();
  readonly onDidChange = this.#changed.event;

  constructor(shelf: Shelf<KeptSearch>) {
    this.#shelf = shelf;
  }

  /** The latest first. */
  async of(accountId: string): Promise<readonly KeptEntry[]> {
    const all = await this.#shelf.all(accountId);
    void vscodeCommands.executeCommand('setContext', contextKeys.kept, all.length > 0);
    return all.map((kept) => ({ ...kept, accountId }));
  }

  /** Keeps results; in the place of those that the same question had. */
  async keep(accountId: string, search: KeptSearch): Promise<void> {
    for (const { id, value } of await this.of(accountId)) {
      if (questionOf(value) === questionOf(search)) await this.#shelf.remove(accountId, id);
    }
    await this.#shelf.add(accountId, search);
    await this.#changedOf(accountId);
  }

  async remove({ accountId, id }: KeptEntry): Promise<void> {
    await this.#shelf.remove(accountId, id);
    await this.#changedOf(accountId);
  }

  /** Lets whoever shows it read its records again. */
  refresh({ accountId, id }: KeptEntry): void {
    this.#changed.fire({ accountId, again: id });
  }

  async #changedOf(accountId: string): Promise<void> {
    // Trees that nobody sees do not look.
    await this.of(accountId);
    this.#changed.fire({ accountId });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

const questionOf = ({ kindId, term, fields, exact, organization }: KeptSearch): string =>
  JSON.stringify([kindId, term.toLowerCase(), fields ?? [], exact ?? false, organization?.id ?? 0]);

/** Whether a command's argument is a row of a kept search. */
export function isKeptNode(value: unknown): value is { readonly kept: KeptEntry } {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'kept' && 'kept' in value;
}
