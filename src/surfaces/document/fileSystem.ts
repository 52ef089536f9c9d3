import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type TextDocument,
  type Uri,
} from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { schemes } from '../../ids/index.ts';
import { standing } from '../../model/threeWay.ts';
import type { RecordChange } from '../../kinds/records.ts';
import { titleOf } from '../../kinds/title.ts';
import { parseAddress, recordUri } from './address.ts';
import { deletedSentence, mergedSentence } from './deleted.ts';
import type { RecordDocuments } from './documents.ts';
import type { Saving } from './saving.ts';
import { canWrite, type RecordState } from './state.ts';

const placeholder = '{}\n';

/**
 * Records as files. `stat` asks Pipedrive only about what was never read, and `readFile` shares that
 * answer: the one conflict check is in the save. A record that cannot be read is an empty, read-only file, so that the form
 * opens and can say why and offer what to do.
 */
export class RecordFileSystem implements FileSystemProvider, Disposable {
  readonly #documents: RecordDocuments;
  readonly #saving: Saving;
  readonly #events = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#events.event;
  readonly #subscriptions: Disposable;

  /** @param report takes an error that nobody waits for: a base that could not be kept or removed */
  constructor(documents: RecordDocuments, saving: Saving, report: (error: unknown) => void) {
    this.#documents = documents;
    this.#saving = saving;
    this.#subscriptions = Disposable.from(
      this.#events,
      workspace.onDidOpenTextDocument((document) => void this.#settle(document).catch(report)),
      workspace.onDidChangeTextDocument(({ document }) => void this.#settle(document).catch(report)),
      workspace.onDidSaveTextDocument((document) => void this.#readAgain(document).catch(report)),
      workspace.onDidCloseTextDocument((document) => void this.#closed(document).catch(report)),
      documents.records.onDidChange((change) => this.#heard(change)),
    );
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const state = this.#known(uri);
    if (state.removed) throw FileSystemError.FileNotFound(uri);
    if (state.mtime === 0) await this.#load(state);
    return {
      type: FileType.File,
      ctime: 0,
      mtime: state.mtime,
      size: Buffer.byteLength(state.unread && !state.blocked ? this.#documents.textOf(state) : state.text),
      ...(state.blocked || !canWrite(state) ? { permissions: FilePermission.Readonly } : {}),
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const state = this.#known(uri);
    const isUnsaved = this.#documents.document(uri)?.isDirty === true;
    if (!state.unread) await this.#load(state);
    if (state.blocked && isUnsaved && state.base) {
      // Asked for beside the unsaved text, to compare with: what is typed stays in sight.
      const { sentence } = state.blocked;
      state.blocked = undefined;
      throw FileSystemError.Unavailable(sentence);
    }
    state.unread = false;
    const record = state.latest;
    if (state.blocked || !record) {
      state.text = placeholder;
    } else {
      state.text = this.#documents.textOf(state);
      state.served = { text: state.text, record: standing(state.fields, record) };
    }
    return new TextEncoder().encode(state.text);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const state = this.#known(uri);
    const text = new TextDecoder().decode(content);
    await this.#saving.save(state, text);
    state.text = text;
    if (state.base) state.written = { text, record: state.base };
    state.served = undefined;
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  /** Reads the record again and lets VS Code show it: after a failure, or a sign-in. */
  async reload(uri: Uri): Promise<void> {
    const state = this.#known(uri);
    const document = this.#documents.document(uri);
    if (document?.isDirty) {
      await this.#documents.restore(document);
      return;
    }
    await this.#load(state);
    this.#tell(state);
  }

  /** Lets VS Code read the clean documents again whose text would now be another. */
  showAnew(): void {
    for (const state of this.#documents.all()) {
      if (state.blocked || !state.latest || this.#documents.document(state.uri)?.isDirty !== false) continue;
      if (this.#documents.textOf(state) !== state.text) this.#tell(state);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #known(uri: Uri): RecordState {
    if (!parseAddress(uri)) throw FileSystemError.FileNotFound(uri);
    if (this.#documents.isSpent(uri)) throw FileSystemError.FileNotFound(uri);
    return this.#documents.state(uri);
  }

  /** A failure stays in the state, for the form to show. */
  async #load(state: RecordState): Promise<void> {
    state.removed = false;
    try {
      await this.#documents.load(state.uri);
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      state.unread = true;
      state.mtime += 1;
    }
  }

  /** VS Code reads again only what has a new version. */
  #tell(state: RecordState): void {
    state.unread = true;
    state.mtime += 1;
    this.#events.fire([{ type: FileChangeType.Changed, uri: state.uri }]);
  }

  /** A clean document that shows what was served stands on it; a clean one needs no base on disk. */
  async #settle(document: TextDocument): Promise<void> {
    if (document.uri.scheme !== schemes.record) return;
    const state = this.#documents.find(document.uri);
    if (!state) return;
    if (document.isDirty) return this.#documents.keep(state);
    const text = document.getText();
    const shown = [state.served, state.written].find((one) => one?.text === text);
    if (!shown) return;
    state.base = shown.record;
    if (shown === state.served) state.answered = undefined;
    state.conflicts.clear();
    state.refusal = undefined;
    state.guard = undefined;
    // Read again after the save, and dropped by VS Code because the document was edited meanwhile.
    if (shown === state.written && state.served) this.#tell(state);
    this.#documents.changed(state);
    await this.#documents.forget(state);
  }

  /** What the server changed in what was sent, or a colleague beside it, comes into the saved document. */
  async #readAgain(document: TextDocument): Promise<void> {
    const state = document.uri.scheme === schemes.record ? this.#documents.find(document.uri) : undefined;
    if (!state || document.isDirty) return;
    // Undone while the save ran: VS Code takes the text for saved, and it is not what Pipedrive holds.
    const undone = document.getText() !== state.text;
    if ((state.unread || undone) && !state.created) this.#tell(state);
    await this.#documents.forget(state);
  }

  /** A change of language closes a document and opens it again at once; that is no close. */
  async #closed(document: TextDocument): Promise<void> {
    const state = document.uri.scheme === schemes.record ? this.#documents.find(document.uri) : undefined;
    await Promise.resolve();
    if (state && !this.#documents.isOpen(document.uri)) await this.#documents.close(state);
  }

  /** A write of another surface. A dirty document keeps its text: the save merges by value. */
  #heard({ address, change, record, into }: RecordChange): void {
    const uri = recordUri(address.accountId, address.kind, address.id);
    const state = this.#documents.find(uri);
    if (!state) return;
    if (change === 'removed') {
      state.removed = true;
      const sentence = into ? mergedSentence(titleOf(address.kind, into, 80)) : deletedSentence();
      // What is typed stays in sight, and can be made a record of its own.
      if (!this.#documents.document(uri)?.isDirty) state.blocked = { reason: 'gone', sentence };
      else if (into) state.refusal = { sentence, fields: {}, values: {}, gone: true };
      this.#events.fire([{ type: FileChangeType.Deleted, uri }]);
      this.#documents.changed(state);
    } else if (record && !this.#saving.isSaving(state)) {
      // Brought back after it was deleted: its tab is struck through no more.
      if (state.removed) this.#events.fire([{ type: FileChangeType.Created, uri }]);
      state.removed = false;
      this.#documents.adopt(state, record);
      void this.#documents.name(state);
      this.#tell(state);
      this.#documents.changed(state);
    }
  }
}
