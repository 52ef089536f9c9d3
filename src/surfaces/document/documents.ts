import { EventEmitter, Uri, workspace, type Disposable, type TextDocument } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { schemes } from '../../ids/index.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { fieldTypes } from '../../model/fieldTypes/index.ts';
import { nameKey, type Names } from '../../kinds/names.ts';
import type { Records } from '../../kinds/records.ts';
import { isDraft, parseAddress } from './address.ts';
import type { Bases } from './bases.ts';
import { textOf } from './recordText.ts';
import { schemaUri } from './schema.ts';
import { RecordState } from './state.ts';

/** The record documents of this window: what each stands on, and how it is loaded. */
export class RecordDocuments implements Disposable {
  readonly records: Records;
  readonly names: Names;
  readonly bases: Bases;
  readonly #states = new Map<string, RecordState>();
  readonly #loading = new Map<string, Promise<RecordState>>();
  readonly #spent = new Set<string>();
  readonly #report: (error: unknown) => void;
  #tidied = false;
  readonly #changed = new EventEmitter<RecordState>();
  /** A state changed beside the text: loaded, refused, in conflict, settled. */
  readonly onDidChange = this.#changed.event;

  /** @param report takes an error that nobody waits for */
  constructor(records: Records, names: Names, bases: Bases, report: (error: unknown) => void) {
    this.#report = report;
    this.records = records;
    this.names = names;
    this.bases = bases;
  }

  find(uri: Uri): RecordState | undefined {
    return this.#states.get(uri.toString());
  }

  all(): readonly RecordState[] {
    return [...this.#states.values()];
  }

  /** The state of an address, made where there is none yet. @throws URIError for what is no record's address */
  state(uri: Uri): RecordState {
    const known = this.find(uri);
    if (known) return known;
    const address = parseAddress(uri);
    if (!address) throw new URIError(`${uri.toString()} is no record’s address.`);
    const state = new RecordState(uri, address);
    this.#states.set(uri.toString(), state);
    return state;
  }

  /** Reads the record, one request however many ask. A failure is kept in the state and thrown. */
  load(uri: Uri): Promise<RecordState> {
    const key = uri.toString();
    const running = this.#loading.get(key);
    if (running) return running;
    const state = this.state(uri);
    if (!this.#tidied) void this.bases.tidy().catch(this.#report);
    this.#tidied = true;
    const loading = this.#read(state).finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  /** A document restored with unsaved edits: what it stands on comes from disk, without a request. */
  async restore(document: TextDocument): Promise<RecordState> {
    const state = this.state(document.uri);
    if (state.base && !state.blocked) return state;
    const kept = state.base ? undefined : await this.bases.find(document.uri);
    if (kept) {
      state.base = kept.base;
      state.latest = kept.base;
      state.sent = kept.sent;
      state.created = kept.created;
      state.mtime = Math.max(state.mtime, kept.version);
    }
    try {
      await this.describe(state);
      state.blocked = undefined;
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      state.blocked = blockedBy(error);
    }
    this.changed(state);
    return state;
  }

  /** Reads the fields of the state's kind, kept for the session, and goes for the names its values need. */
  async describe(state: RecordState): Promise<void> {
    const { accountId, kind } = state.address;
    state.known = await this.records.fields(kind, accountId);
    void this.name(state);
  }

  /** The fields of a kind were changed, or may be others: what is open of these goes by the new ones. */
  async describeAnew(states: readonly RecordState[]): Promise<void> {
    for (const state of states) {
      if (state.known.length === 0) continue;
      await this.describe(state);
      this.changed(state);
    }
  }

  /** Names come when they come: until then, and where they cannot be read, the ids stand for them. */
  async name(state: RecordState): Promise<void> {
    const record = state.latest ?? state.base;
    if (!record) return;
    try {
      const names = await this.names.of(state.address.accountId, state.fields, record);
      for (const field of state.fields) {
        const of = fieldTypes[field.type].refersTo;
        const name = names[field.key];
        if (of && name !== undefined) state.names.set(nameKey(of, record.values[field.key]), name);
      }
      this.changed(state);
    } catch (error) {
      // The request path has logged it; the next load asks again.
      if (!PipedriveError.is(error)) throw error;
    }
  }

  /** Takes in an answer; the document shows it once VS Code has read it again. */
  adopt(state: RecordState, record: PipedriveRecord): void {
    state.latest = record;
    state.unread = true;
    state.blocked = undefined;
    state.touch(record);
  }

  /** The text of the state's latest record. */
  textOf(state: RecordState): string {
    return textOf(state.fields, state.latest?.values ?? {}, schemaUri(state));
  }

  changed(state: RecordState): void {
    this.#changed.fire(state);
  }

  /** Keeps on disk what a document stands on, before it is edited; at once where it is kept already. */
  async keep(state: RecordState): Promise<void> {
    const { base } = state;
    if (!base || state.kept === base) return;
    state.kept = base;
    await this.bases.keep(state.uri, {
      version: state.mtime,
      base,
      ...(state.sent ? { sent: state.sent } : {}),
      ...(state.created ? { created: state.created } : {}),
    });
  }

  /** The same for what is kept beside the base, which has changed. */
  async keepAnew(state: RecordState): Promise<void> {
    state.kept = undefined;
    await this.keep(state);
  }

  /** A document that is clean needs no base on disk. */
  async forget(state: RecordState): Promise<void> {
    state.kept = undefined;
    await this.bases.forget(state.uri);
  }

  /** Forgets a closed document; a draft that was saved is spent for good. */
  async close(state: RecordState): Promise<void> {
    if (state.created) this.#spent.add(state.uri.toString());
    this.#states.delete(state.uri.toString());
    await this.bases.forget(state.uri);
  }

  /** After a sign-out only unsaved documents need what they stand on. */
  async forgetAccount(accountId: string): Promise<void> {
    const account = Uri.from({ scheme: schemes.record, path: `/${accountId}` });
    const unsaved = workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uri.scheme === schemes.record);
    await this.bases.forgetAccount(
      account,
      unsaved.map(({ uri }) => uri),
    );
  }

  isSpent(uri: Uri): boolean {
    return this.#spent.has(uri.toString());
  }

  isOpen(uri: Uri): boolean {
    return this.document(uri) !== undefined;
  }

  document(uri: Uri): TextDocument | undefined {
    return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(state: RecordState): Promise<RecordState> {
    const { address } = state;
    try {
      if (isDraft(address)) {
        const { kind, accountId } = address;
        const values = (await kind.defaults?.(await this.records.session(accountId))) ?? {};
        state.latest = { id: address.draft, values, names: {}, extras: {} };
        await this.describe(state);
        this.adopt(state, state.latest);
      } else {
        // Side by side: neither needs the other, and the fields are there after the first record.
        const [record] = await Promise.all([this.records.get(address), this.records.fields(address.kind, address.accountId)]);
        const changed = this.#isNews(state, record);
        state.latest = record;
        await this.describe(state);
        if (changed) this.adopt(state, record);
        state.unread = true;
        state.blocked = undefined;
      }
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      state.blocked = blockedBy(error);
      throw error;
    } finally {
      this.changed(state);
    }
    return state;
  }

  /** Reading the same record twice is no new version. */
  #isNews(state: RecordState, record: PipedriveRecord): boolean {
    return state.mtime === 0 || JSON.stringify(state.latest?.values) !== JSON.stringify(record.values) || !!state.blocked;
  }
}

function blockedBy(error: PipedriveError): RecordState['blocked'] {
  const reason = error.fault === 'signedOut' || error.fault === 'unauthorized' ? 'signedOut' : undefined;
  const gone = error.fault === 'notFound' || error.fault === 'gone' ? 'gone' : undefined;
  return { sentence: error.message, reason: reason ?? gone ?? 'failed', error };
}
