import { EventEmitter, type Disposable, type Event } from 'vscode';
import type { Session, Sessions } from '../account/types.ts';
import type { CallOptions, ListOptions } from '../api/types.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Kind } from './kind.ts';

/** Names one record of one account. */
export interface RecordAddress {
  readonly accountId: string;
  readonly kind: Kind;
  readonly id: RecordId;
}

/** What happened to a record, as its own answer told it. */
export interface RecordChange {
  readonly address: RecordAddress;
  readonly change: 'created' | 'updated' | 'removed';
  /** The record as it is now; absent when removed. */
  readonly record?: PipedriveRecord;
}

/**
 * The one door through which surfaces reach records. A write made in any surface is heard by
 * every other, so that none reads again what an answer already told.
 */
export class Records implements Disposable {
  readonly #sessions: Sessions;
  readonly #changed = new EventEmitter<RecordChange>();
  readonly onDidChange: Event<RecordChange> = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  session(accountId: string): Promise<Session> {
    return this.#sessions.session(accountId);
  }

  async fields(kind: Kind, accountId: string, options?: CallOptions): Promise<readonly Field[]> {
    return kind.fields(await this.session(accountId), options);
  }

  async list(kind: Kind, accountId: string, options?: ListOptions): Promise<Page<PipedriveRecord>> {
    return kind.list(await this.session(accountId), options);
  }

  async get(address: RecordAddress, options?: CallOptions): Promise<PipedriveRecord> {
    return address.kind.get(await this.session(address.accountId), address.id, options);
  }

  /** @throws PipedriveError; `unknownOutcome` when the answer was lost and the record may exist. */
  async create(kind: Kind, accountId: string, values: Values): Promise<PipedriveRecord> {
    if (!kind.create) throw new TypeError(`${kind.id} cannot be created`);
    const record = await kind.create(await this.session(accountId), values);
    this.#changed.fire({ address: { accountId, kind, id: record.id }, change: 'created', record });
    return record;
  }

  /** Tells of a record that was made by an earlier `create` whose answer was lost. */
  found(address: RecordAddress, record: PipedriveRecord): void {
    this.#changed.fire({ address, change: 'created', record });
  }

  /** @param changes only what differs; `null` or an empty list clears. */
  async update(address: RecordAddress, changes: Values): Promise<PipedriveRecord> {
    if (!address.kind.update) throw new TypeError(`${address.kind.id} cannot be updated`);
    const record = await address.kind.update(await this.session(address.accountId), address.id, changes);
    this.#changed.fire({ address, change: 'updated', record });
    return record;
  }

  async remove(address: RecordAddress): Promise<void> {
    if (!address.kind.remove) throw new TypeError(`${address.kind.id} cannot be deleted`);
    await address.kind.remove(await this.session(address.accountId), address.id);
    this.#changed.fire({ address, change: 'removed' });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
