import { enoughForHead, imageHead } from '../../../../model/imageHead.ts';
import { words } from '../words.ts';
import { pictureProblem } from './pictureProblem.ts';

/** A file that can become a picture, ready to be cropped: what is shown of it is what is sent. */
export interface ReadyPicture {
  readonly name: string;
  readonly file: Blob;
  readonly width: number;
  readonly height: number;
}

/** Reads a file that was chosen or dropped. @throws Error with the reason, for a person, why it cannot be used */
export async function readPicture(chosen: File): Promise<ReadyPicture> {
  const head = imageHead(await bytesOf(chosen.slice(0, enoughForHead)));
  const problem = pictureProblem(head, chosen.size);
  if (!head || problem !== undefined) throw new Error(problem ?? words.picture.wrongType);
  const file = new Blob([chosen], { type: head.type });
  const pixels = await pixelsOf(file);
  try {
    const { width, height } = pixels;
    return { name: chosen.name, file: head.turned ? await upright(pixels) : file, width, height };
  } finally {
    pixels.close();
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new Error(words.picture.unreadable);
  }
}

async function pixelsOf(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Error(words.picture.damaged);
  }
}

/**
 * A picture that its camera turned, with its pixels as they are seen. Nobody says whether Pipedrive turns it before it
 * crops; so that the square means the same either way, nothing is left to turn.
 */
async function upright(pixels: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('2d')?.drawImage(pixels, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
}
