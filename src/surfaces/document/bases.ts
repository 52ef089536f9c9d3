import { createHash } from 'node:crypto';
import { FileSystemError, Uri, workspace, type Memento } from 'vscode';
import type { PipedriveRecord, RecordId, Values } from '../../model/record.ts';

const windowKey = 'window';
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** What a document with unsaved edits stands on; without it a restored text could not be merged. */
export interface KeptBase {
  readonly version: number;
  readonly base: PipedriveRecord;
  /**
   * A draft's creation that was sent and may have happened: with what, and when by the server's time; what was there
   * before, of a kind whose records do not tell when they were made.
   */
  readonly sent?: { readonly values: Values; readonly since: string; readonly before?: readonly RecordId[] };
  /** The record that a draft's creation made. */
  readonly created?: PipedriveRecord;
}

/**
 * The bases of dirty documents on disk, by address and version, from before the first edit until
 * the document is clean. Two windows may stand on different versions of a record: each keeps its own.
 */
export class Bases {
  readonly #folder: Uri;
  readonly #window: Memento;
  #begun: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param window what survives a reload of this window alone (`workspaceState`) */
  constructor(storage: Uri, window: Memento) {
    this.#folder = Uri.joinPath(storage, 'bases');
    this.#window = window;
  }

  keep(uri: Uri, kept: KeptBase): Promise<void> {
    return this.#inTurn(() => this.#keep(uri, kept));
  }

  async #keep(uri: Uri, kept: KeptBase): Promise<void> {
    await this.#begin();
    const text = new TextEncoder().encode(JSON.stringify(kept));
    const before = this.#window.get<number>(this.#key(uri));
    await workspace.fs.writeFile(this.#file(uri, kept.version), text);
    await this.#window.update(this.#key(uri), kept.version);
    if (before !== undefined && before !== kept.version) await this.#remove(this.#file(uri, before));
  }

  /** The base this window's document stands on; `undefined` where none was kept. */
  async find(uri: Uri): Promise<KeptBase | undefined> {
    const version = this.#window.get<number>(this.#key(uri));
    if (version === undefined) return undefined;
    try {
      const bytes = await workspace.fs.readFile(this.#file(uri, version));
      return JSON.parse(new TextDecoder().decode(bytes)) as KeptBase;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  forget(uri: Uri): Promise<void> {
    return this.#inTurn(() => this.#forget(uri));
  }

  /** Removes this window's bases of an account, which each window does for itself, but those of documents that are still unsaved in this window. */
  forgetAccount(account: Uri, unsaved: readonly Uri[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#begin();
      const needed = new Set(unsaved.map((uri) => this.#file(uri, this.#window.get<number>(this.#key(uri)) ?? 0).path));
      for (const [name] of await workspace.fs.readDirectory(this.#folder)) {
        const file = Uri.joinPath(this.#folder, name);
        if (name.startsWith(this.#own(account)) && !needed.has(file.path)) await this.#remove(file);
      }
    });
  }

  /** Removes what windows that never came back left behind. */
  tidy(): Promise<void> {
    return this.#inTurn(() => this.#begin());
  }

  async #forget(uri: Uri): Promise<void> {
    const version = this.#window.get<number>(this.#key(uri));
    if (version === undefined) return;
    await this.#window.update(this.#key(uri), undefined);
    await this.#remove(this.#file(uri, version));
  }

  /** One after the other, so that what is kept anew is not removed by an earlier forgetting. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work, work);
    this.#last = done;
    return done;
  }

  /** Names this window, and removes what windows that never came back left behind. */
  #begin(): Promise<void> {
    this.#begun ??= (async () => {
      if (!this.#window.get<string>(windowKey)) await this.#window.update(windowKey, crypto.randomUUID());
      await workspace.fs.createDirectory(this.#folder);
      for (const [name] of await workspace.fs.readDirectory(this.#folder)) {
        const file = Uri.joinPath(this.#folder, name);
        if (Date.now() - (await workspace.fs.stat(file)).mtime > keptFor) await this.#remove(file);
      }
    })();
    // A folder that could not be made is tried again.
    this.#begun.catch(() => (this.#begun = undefined));
    return this.#begun;
  }

  #key(uri: Uri): string {
    return `base:${uri.toString()}`;
  }

  #file(uri: Uri, version: number): Uri {
    const name = createHash('sha256').update(uri.toString()).digest('hex');
    return Uri.joinPath(this.#folder, `${this.#own(uri)}${name}-${version}.json`);
  }

  /** How the names of this window's files for an account begin. */
  #own(uri: Uri): string {
    return `${ownerOf(uri)}-${this.#window.get<string>(windowKey)}-`;
  }

  async #remove(file: Uri): Promise<void> {
    try {
      await workspace.fs.delete(file);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

/** The account that a document is of, before the first dash of its base's file name. */
const ownerOf = (uri: Uri): string => encodeURIComponent(uri.path.split('/')[1] ?? '').replaceAll('-', '%2D');

const isMissing = (error: unknown): boolean => error instanceof FileSystemError && error.code === 'FileNotFound';
