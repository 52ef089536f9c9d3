import { openAsBlob } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { FormData } from 'node-fetch';
import { unreadableFile } from './imageFile.ts';
import type { UploadOptions } from './types.ts';
import { watched } from './watchedBlob.ts';

/** How a file goes into a form. */
interface FormOptions extends Pick<UploadOptions, 'sent'> {
  /** Its media type. */
  readonly type?: string;
}

/**
 * A form with a file and the values beside it, made anew for each time it is sent. The bytes are read from the disk as
 * they go out, so that a large file takes no memory.
 *
 * @param path of a file on this computer
 * @throws PipedriveError `invalid` where the file cannot be read
 */
export async function uploadForm(
  path: string,
  values: Readonly<Record<string, string | number>>,
  { type, sent }: FormOptions = {},
): Promise<() => FormData> {
  try {
    // Node's own complaint about a file that is not there names no reason.
    await access(path);
    const blob = await openAsBlob(path, type === undefined ? {} : { type });
    return () => {
      const form = new FormData();
      for (const [key, value] of Object.entries(values)) form.set(key, String(value));
      form.set('file', sent === undefined ? blob : watched(blob, sent), basename(path));
      return form;
    };
  } catch (error) {
    throw unreadableFile(error);
  }
}
