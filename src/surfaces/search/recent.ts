import { Disposable, window, type Uri } from 'vscode';
import { kinds, type Kind } from '../../kinds/index.ts';
import { titleOf } from '../../kinds/title.ts';
import { isDraft, parseAddress, recordUri } from '../document/address.ts';
import { addressInFront } from '../document/tabs.ts';
import type { Opened, SearchParts } from './parts.ts';

/** So many are remembered of an account. */
export const mostOpened = 20;

/** A record that was opened, with what it is. */
export interface Recent extends Omit<Opened, 'kindId'> {
  readonly kind: Kind;
}

/**
 * The records that were opened last, wherever that was, until their account signs out. A record counts once its tab is in
 * front and what it holds has been read, so that its name is known.
 */
export class RecentlyOpened implements Disposable {
  readonly #parts: SearchParts;
  readonly #listening: Disposable;
  #front: string | undefined;
  /** One write after the other, so that a record stands there once. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(parts: SearchParts) {
    this.#parts = parts;
    const { documents } = parts.room;
    this.#listening = Disposable.from(
      window.tabGroups.onDidChangeTabs(() => this.#look()),
      window.tabGroups.onDidChangeTabGroups(() => this.#look()),
      documents.onDidChange(({ uri }) => {
        if (uri.toString() === addressInFront()?.toString()) this.#look();
      }),
      documents.records.onDidChange(({ address: { accountId, kind, id }, change }) => {
        if (change === 'removed') this.#write(() => this.#forget(accountId, { kindId: kind.id, id }));
      }),
    );
  }

  /** The latest first; by the names they have now, where those are known. */
  async of(accountId: string): Promise<readonly Recent[]> {
    await this.#writing;
    const opened = await this.#parts.opened.all(accountId);
    return opened.flatMap(({ value: { kindId, id, title } }) => {
      const kind = kinds.find((each) => each.id === kindId);
      return kind ? [{ kind, id, title: this.#titleNow(recordUri(accountId, kind, id), kind) ?? title }] : [];
    });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Notes the record in front, once for as long as it stays there. */
  #look(): void {
    const uri = addressInFront();
    const address = uri && parseAddress(uri);
    if (!address || isDraft(address)) return void (this.#front = undefined);
    if (this.#front === uri.toString()) return;
    const { accountId, kind, id } = address;
    const title = this.#titleNow(uri, kind);
    if (title === undefined) return;
    this.#front = uri.toString();
    this.#write(() => this.#note(accountId, { kindId: kind.id, id, title }));
  }

  #titleNow(uri: Uri, kind: Kind): string | undefined {
    const record = this.#parts.room.documents.find(uri)?.latest;
    return record && titleOf(kind, record, 120);
  }

  async #note(accountId: string, opened: Opened): Promise<void> {
    // What an account left open when it signed out is not remembered.
    if (!this.#parts.accounts.get(accountId)) return;
    await this.#forget(accountId, opened);
    await this.#parts.opened.add(accountId, opened);
  }

  async #forget(accountId: string, { kindId, id }: Pick<Opened, 'kindId' | 'id'>): Promise<void> {
    for (const { id: kept, value } of await this.#parts.opened.all(accountId)) {
      if (value.kindId === kindId && value.id === id) await this.#parts.opened.remove(accountId, kept);
    }
  }

  #write(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(write).catch(this.#parts.report);
  }
}
