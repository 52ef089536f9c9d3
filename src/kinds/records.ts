import { EventEmitter, type Disposable, type Event } from 'vscode';
import type { Session, Sessions } from '../account/types.ts';
import { PipedriveError } from '../api/errors.ts';
import type {
  CallOptions,
  ImageContent,
  ListOptions,
  Removal,
  RemovalOptions,
  SearchHit,
  UploadOptions,
  WriteOptions,
} from '../api/types.ts';
import type { Field } from '../model/field.ts';
import type { Page, PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Kind } from './kind.ts';
import type { NewPicture, Picturing } from './picturing.ts';
import type { Question } from './searching.ts';

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
  /** The record that a removed one is part of now. */
  readonly into?: PipedriveRecord;
  /** What an update of ours set out from, and the keys that it wrote. */
  readonly wrote?: { readonly before: PipedriveRecord; readonly keys: readonly string[] };
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

  /** What was changed since a time; none of a kind that cannot be asked so. */
  async changes(kind: Kind, accountId: string, since: string, options?: ListOptions): Promise<Page<PipedriveRecord>> {
    return (await kind.listed?.changes?.(await this.session(accountId), since, options)) ?? { items: [], misfits: [] };
  }

  async list(kind: Kind, accountId: string, options?: ListOptions): Promise<Page<PipedriveRecord>> {
    return kind.list(await this.session(accountId), options);
  }

  /** What a question finds, page by page; nothing of a kind without a search. */
  async search(kind: Kind, accountId: string, question: Question, options?: ListOptions): Promise<Page<SearchHit>> {
    return (await kind.search?.run(await this.session(accountId), question, options)) ?? { items: [], misfits: [] };
  }

  /** Those of the ids that are still there, in one request. @param ids at most `mostIds` */
  async byIds(
    kind: Kind,
    accountId: string,
    ids: readonly RecordId[],
    options?: ListOptions,
  ): Promise<readonly PipedriveRecord[]> {
    return (await kind.search?.read(await this.session(accountId), ids, options)) ?? [];
  }

  async get(address: RecordAddress, options?: CallOptions): Promise<PipedriveRecord> {
    return address.kind.get(await this.session(address.accountId), address.id, options);
  }

  /**
   * @throws PipedriveError; `unknownOutcome` when the answer was lost and the record may exist; with `record` where it was
   * made and not all of it was written
   */
  async create(kind: Kind, accountId: string, values: Values, options?: WriteOptions): Promise<PipedriveRecord> {
    if (!kind.create) throw new TypeError(`${kind.id} cannot be created`);
    const create = kind.create(await this.session(accountId), values, options);
    return this.#told('created', create, (record) => ({ accountId, kind, id: record.id }));
  }

  /** Tells of a record that was made by an earlier `create` whose answer was lost. */
  found(address: RecordAddress, record: PipedriveRecord): void {
    this.#changed.fire({ address, change: 'created', record });
  }

  /**
   * @param current the record as it was just read
   * @param changes only what differs; `null` or an empty list clears
   * @throws PipedriveError; with `record` where only a part was done
   */
  async update(
    address: RecordAddress,
    current: PipedriveRecord,
    changes: Values,
    options?: WriteOptions,
  ): Promise<PipedriveRecord> {
    if (!address.kind.update) throw new TypeError(`${address.kind.id} cannot be updated`);
    const update = address.kind.update(await this.session(address.accountId), current, changes, options);
    return this.#told('updated', update, () => address, { before: current, keys: Object.keys(changes) });
  }

  /** Deletes a record; one that was deleted already counts as deleted. */
  async remove(address: RecordAddress): Promise<void> {
    await this.#remove(address);
    this.#changed.fire({ address, change: 'removed' });
  }

  async #remove({ accountId, kind, id }: RecordAddress, options?: CallOptions): Promise<void> {
    if (!kind.remove) throw new TypeError(`${kind.id} cannot be deleted`);
    try {
      await kind.remove(await this.session(accountId), id, options);
    } catch (error) {
      // Somebody else was faster: it is as it was to be.
      if (!PipedriveError.is(error, 'notFound', 'gone')) throw error;
    }
  }

  /** Deletes many of a kind, and says of each whether it is gone; each is told of as soon as it is. */
  async removeMany(kind: Kind, accountId: string, ids: readonly RecordId[], options?: RemovalOptions): Promise<Removal> {
    const removed = (id: RecordId): void => {
      this.#changed.fire({ address: { accountId, kind, id }, change: 'removed' });
      options?.removed?.(id);
    };
    if (kind.removeMany) return kind.removeMany.run(await this.session(accountId), ids, { ...options, removed });
    return this.#removeOneByOne(kind, accountId, ids, { ...options, removed });
  }

  async #removeOneByOne(
    kind: Kind,
    accountId: string,
    ids: readonly RecordId[],
    { signal, removed, progress }: RemovalOptions,
  ): Promise<Removal> {
    const failed: { id: RecordId; error: PipedriveError }[] = [];
    for (const [place, id] of ids.entries()) {
      try {
        await this.#remove({ accountId, kind, id }, { ...(signal && { signal }) });
        removed?.(id);
      } catch (error) {
        if (!PipedriveError.is(error)) throw error;
        failed.push({ id, error });
      }
      progress?.(place + 1);
    }
    const left = new Set(failed.map(({ id }) => id));
    return { removed: ids.filter((id) => !left.has(id)), failed };
  }

  /**
   * Makes two records of a kind one, for good. Answers the survivor as it is afterwards.
   * @throws PipedriveError; where it is none of `notDone`, ask `merged` what became of it before anything is sent again
   */
  async merge(absorbed: RecordAddress, survivor: RecordAddress): Promise<PipedriveRecord> {
    if (!survivor.kind.merge) throw new TypeError(`${survivor.kind.id} cannot be merged`);
    const answer = await survivor.kind.merge.run(await this.session(survivor.accountId), absorbed.id, survivor.id);
    return this.#mergedInto(absorbed, survivor, await this.#now(survivor, answer));
  }

  /**
   * Whether a merge whose answer was lost has happened: the absorbed record is gone and the survivor is there.
   * Answers the survivor if it has.
   * @throws PipedriveError where it cannot be found out
   */
  async merged(absorbed: RecordAddress, survivor: RecordAddress): Promise<PipedriveRecord | undefined> {
    if (await this.find(absorbed)) return undefined;
    const record = await this.find(survivor);
    return record && this.#mergedInto(absorbed, survivor, record);
  }

  /** The record, if it is there and not deleted. @throws PipedriveError where that cannot be told */
  async find(address: RecordAddress, options?: CallOptions): Promise<PipedriveRecord | undefined> {
    try {
      const record = await this.get(address, options);
      // Pipedrive answers a deleted record for a while, marked so.
      return record.values['is_deleted'] === true ? undefined : record;
    } catch (error) {
      if (PipedriveError.is(error, 'notFound', 'gone')) return undefined;
      throw error;
    }
  }

  /** The record read again; as a write's answer told it where it cannot be read. */
  async #now(address: RecordAddress, answer: PipedriveRecord): Promise<PipedriveRecord> {
    try {
      return await this.get(address);
    } catch (error) {
      if (PipedriveError.is(error)) return answer;
      throw error;
    }
  }

  #mergedInto(absorbed: RecordAddress, survivor: RecordAddress, record: PipedriveRecord): PipedriveRecord {
    this.#changed.fire({ address: survivor, change: 'updated', record });
    this.#changed.fire({ address: absorbed, change: 'removed', into: record });
    return record;
  }

  /** The record's picture, if it has one. */
  async picture({ accountId, kind, id }: RecordAddress, options?: CallOptions): Promise<ImageContent | undefined> {
    return kind.picture?.content(await this.session(accountId), id, options);
  }

  /**
   * Gives a record another picture.
   * @param current the record as it was read last
   * @throws PipedriveError; where the answer was lost, only after the record was read again and still has the picture it had
   */
  async setPicture(
    address: RecordAddress,
    current: PipedriveRecord,
    picture: NewPicture,
    options?: UploadOptions,
  ): Promise<void> {
    await this.#pictured(address, current, (kept, session) => kept.set(session, address.id, picture, options));
  }

  /** Takes a record's picture away, as `setPicture` gives it one. */
  async removePicture(address: RecordAddress, current: PipedriveRecord): Promise<void> {
    await this.#pictured(address, current, async (kept, session) => {
      await kept.remove(session, address.id);
      return null;
    });
  }

  async #pictured(
    address: RecordAddress,
    current: PipedriveRecord,
    write: (kept: Picturing, session: Session) => Promise<number | null | undefined>,
  ): Promise<void> {
    const { picture } = address.kind;
    if (!picture) throw new TypeError(`${address.kind.id} has no pictures`);
    const { key } = picture;
    let record: PipedriveRecord;
    try {
      const id = await write(picture, await this.session(address.accountId));
      record = await this.#now(address, { ...current, values: { ...current.values, [key]: id } });
    } catch (error) {
      // What was under way when somebody cancelled may have been done as well.
      if (!PipedriveError.is(error, 'unknownOutcome', 'cancelled')) throw error;
      const found = await this.#foundOut(address, error);
      if (found.values[key] === current.values[key]) throw error;
      record = found;
    }
    this.#changed.fire({ address, change: 'updated', record });
  }

  /** The record as it is after a write whose outcome is open. @throws what the write ended in, where it cannot be read */
  async #foundOut(address: RecordAddress, outcome: PipedriveError): Promise<PipedriveRecord> {
    try {
      return await this.get(address);
    } catch (error) {
      throw PipedriveError.is(error) ? outcome : error;
    }
  }

  /** Brings back what was deleted; false where it is still deleted afterwards. */
  async restore(address: RecordAddress, options?: CallOptions): Promise<boolean> {
    const record = await address.kind.restore?.(await this.session(address.accountId), address.id, options);
    if (record) this.#changed.fire({ address, change: 'created', record });
    return record !== undefined;
  }

  /** A write's answer is told to all, also that of a write that was done in part. */
  async #told(
    change: 'created' | 'updated',
    write: Promise<PipedriveRecord>,
    addressOf: (record: PipedriveRecord) => RecordAddress,
    wrote?: RecordChange['wrote'],
  ): Promise<PipedriveRecord> {
    const tell = (record: PipedriveRecord) =>
      this.#changed.fire({ address: addressOf(record), change, record, ...(wrote && { wrote }) });
    try {
      const record = await write;
      tell(record);
      return record;
    } catch (error) {
      if (PipedriveError.is(error) && error.record) tell(error.record);
      throw error;
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
