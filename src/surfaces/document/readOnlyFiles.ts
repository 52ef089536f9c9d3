import { Disposable, EventEmitter, FileSystemError, FileType, type FileStat, type FileSystemProvider, type Uri } from 'vscode';

/**
 * Documents that can be read and not written. They are read when VS Code asks for their bytes, so that a tab that is
 * restored shows what is there now.
 */
export abstract class ReadOnlyFiles implements FileSystemProvider, Disposable {
  readonly #changed = new EventEmitter<never>();
  readonly onDidChangeFile = this.#changed.event;
  /** Read by `stat` for its size, and taken by the `readFile` that follows it. */
  readonly #read = new Map<string, Promise<Uint8Array>>();

  /** @throws FileSystemError with a sentence for a person */
  protected abstract bytes(uri: Uri): Promise<Uint8Array>;

  async stat(uri: Uri): Promise<FileStat> {
    const key = uri.toString();
    const reading = this.#read.get(key) ?? this.bytes(uri);
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
    const reading = this.#read.get(key) ?? this.bytes(uri);
    this.#read.delete(key);
    return reading;
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
