import { smallestPicture, type ImageHead } from '../../../../model/imageHead.ts';
import { words } from '../words.ts';

/** In bytes. What Pipedrive takes it does not say; the picture that it makes of it has 512 pixels. */
const largest = 25_000_000;
/** In pixels: more than any camera's, and as many as a page can hold. */
const most = 100_000_000;

/** Why it cannot become a picture, by its first bytes and its size; undefined where it can. */
export function pictureProblem(head: ImageHead | undefined, bytes: number): string | undefined {
  if (!head) return words.picture.wrongType;
  const { width, height } = head;
  if (width < smallestPicture || height < smallestPicture) return words.picture.tooSmall(width, height, smallestPicture);
  if (bytes > largest) return words.picture.tooLarge(Math.ceil(bytes / 1_000_000), largest / 1_000_000);
  return width * height > most ? words.picture.tooManyPixels(width, height) : undefined;
}
