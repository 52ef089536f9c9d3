import { openAsBlob } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { FormData } from 'node-fetch';
import { unreadableFile } from './imageFile.ts';

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
  type?: string,
): Promise<() => FormData> {
  try {
    // Node's own complaint about a file that is not there names no reason.
    await access(path);
    const blob = await openAsBlob(path, type === undefined ? {} : { type });
    return () => {
      const form = new FormData();
      for (const [key, value] of Object.entries(values)) form.set(key, String(value));
      form.set('file', blob, basename(path));
      return form;
    };
  } catch (error) {
    throw unreadableFile(error);
  }
}
