import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Disposable, EventEmitter, FileSystemError, FileType, type FileStat, type FileSystemProvider, type Uri } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { Records } from '../../../kinds/records.ts';
import { parseAttached } from './address.ts';

/**
 * Notes, mails and files as documents that can be read and not written. They are read when VS Code asks for their bytes,
 * so that a tab that is restored shows what is there now; none of it is run.
 */
export class AttachedFiles implements FileSystemProvider, Disposable {
  readonly #records: Records;
  readonly #changed = new EventEmitter<never>();
  readonly onDidChangeFile = this.#changed.event;
  /** Read by `stat` for its size, and taken by the `readFile` that follows it. */
  readonly #read = new Map<string, Promise<Uint8Array>>();

  constructor(records: Records) {
    this.#records = records;
  }

  async stat(uri: Uri): Promise<FileStat> {
    const key = uri.toString();
    const reading = this.#read.get(key) ?? this.#bytes(uri);
    this.#read.set(key, reading);
    try {
      const { length } = await reading;
      return { type: FileType.File, ctime: 0, mtime: 0, size: length };
    } catch (error) {
      this.#read.delete(key);
      throw error;
    }
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const key = uri.toString();
    const reading = this.#read.get(key) ?? this.#bytes(uri);
    this.#read.delete(key);
    return reading;
  }

  async #bytes(uri: Uri): Promise<Uint8Array> {
    const address = parseAttached(uri);
    if (!address?.related.open) throw FileSystemError.FileNotFound(uri);
    try {
      const opened = await address.related.open(await this.#records.session(address.record.accountId), address.id);
      if (opened.as === 'text') return new TextEncoder().encode(opened.text);
      if (opened.as === 'file') return await inPassing((path) => opened.save(path));
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      const { message } = error;
      const gone = PipedriveError.is(error, 'notFound', 'gone');
      throw gone ? FileSystemError.FileNotFound(message) : FileSystemError.Unavailable(message);
    }
    throw FileSystemError.FileNotFound(uri);
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The bytes of a file that comes by way of the disk, in a folder that nobody else can read and that is gone afterwards. */
async function inPassing(save: (path: string) => Promise<void>): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'pipedrive-'));
  try {
    const path = join(folder, 'file');
    await save(path);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
