import { FileSystemError, workspace, type Disposable, type Uri } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { schemes } from '../../../ids/index.ts';
import type { Records } from '../../../kinds/records.ts';
import { ReadOnlyFiles } from '../readOnlyFiles.ts';
import { parseEarlier } from './address.ts';

/** Records as they were. What was rebuilt is kept until its document is closed, since rebuilding it costs requests. */
export class EarlierFiles extends ReadOnlyFiles {
  readonly #records: Records;
  readonly #built = new Map<string, string>();
  readonly #closing: Disposable;

  constructor(records: Records) {
    super();
    this.#records = records;
    this.#closing = workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === schemes.earlier) this.#built.delete(uri.toString());
    });
  }

  /** Keeps what was rebuilt for a document that is about to be opened. */
  keep(uri: Uri, text: string): void {
    this.#built.set(uri.toString(), text);
  }

  protected async bytes(uri: Uri): Promise<Uint8Array> {
    const text = this.#built.get(uri.toString()) ?? (await this.#rebuild(uri));
    this.keep(uri, text);
    return new TextEncoder().encode(text);
  }

  async #rebuild(uri: Uri): Promise<string> {
    const address = parseEarlier(uri);
    if (!address) throw FileSystemError.FileNotFound(uri);
    try {
      const { rebuild } = await import('./rebuild.ts');
      return (await rebuild(this.#records, address)).text;
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      const { message } = error;
      const gone = PipedriveError.is(error, 'notFound', 'gone');
      throw gone ? FileSystemError.FileNotFound(message) : FileSystemError.Unavailable(message);
    }
  }

  override dispose(): void {
    this.#closing.dispose();
    super.dispose();
  }
}
