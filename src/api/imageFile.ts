import { open } from 'node:fs/promises';
import { enoughForHead, imageHead, type ImageHead } from '../model/imageHead.ts';
import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';

/**
 * Reads what kind of picture a file is and how large.
 * @throws PipedriveError `invalid` where it cannot be read or is none of the three that Pipedrive takes
 */
export async function readImageFile(path: string): Promise<ImageHead> {
  const image = imageHead(await readHead(path));
  if (image === undefined) throw new PipedriveError('invalid', sentences.pictureType());
  return image;
}

async function readHead(path: string): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(enoughForHead), 0, enoughForHead, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unreadableFile(error);
  }
}

/** What a file of this computer ends in that cannot be read; its code says why, its path stays here. */
export function unreadableFile(error: unknown): PipedriveError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return new PipedriveError('invalid', sentences.fileUnreadable(code), code === '' ? {} : { cause: new Error(code) });
}
