import { open } from 'node:fs/promises';
import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';

/** A picture as its first bytes tell it. */
export interface ImageFile {
  readonly type: 'image/gif' | 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
}

/** A JPEG's size stands behind what the camera wrote, at most 64 KB a piece. */
const enough = 1_048_576;

function gif(head: Buffer): ImageFile | undefined {
  if (!/^GIF8[79]a$/.test(head.toString('latin1', 0, 6)) || head.length < 10) return undefined;
  return { type: 'image/gif', width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
}

function png(head: Buffer): ImageFile | undefined {
  if (head.toString('hex', 0, 8) !== '89504e470d0a1a0a' || head.length < 24) return undefined;
  return { type: 'image/png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** Markers that begin a frame: C0 to CF but for tables (C4), reserved (C8) and arithmetic coding (CC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(head: Buffer): ImageFile | undefined {
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    if (isFrame(marker)) return { type: 'image/jpeg', height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    // A marker may be padded with any number of FF.
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}

/**
 * Reads what kind of picture a file is and how large.
 * @throws PipedriveError `invalid` where it cannot be read or is none of the three that Pipedrive takes
 */
export async function readImageFile(path: string): Promise<ImageFile> {
  const head = await readHead(path);
  const image = gif(head) ?? png(head) ?? jpeg(head);
  if (image === undefined) throw new PipedriveError('invalid', sentences.pictureType());
  return image;
}

async function readHead(path: string): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(enough), 0, enough, 0);
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
