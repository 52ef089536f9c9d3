import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSystemError, type Uri } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { Records } from '../../../kinds/records.ts';
import { ReadOnlyFiles } from '../readOnlyFiles.ts';
import { parseAttached } from './address.ts';

/** Notes, mails and files as documents; none of it is run. */
export class AttachedFiles extends ReadOnlyFiles {
  readonly #records: Records;

  constructor(records: Records) {
    super();
    this.#records = records;
  }

  protected async bytes(uri: Uri): Promise<Uint8Array> {
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
