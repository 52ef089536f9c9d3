import type { Crop, Picture } from './attachments.ts';
import { imageShape } from './images.ts';

/**
 * The chosen square of a picture at a size. Whoever looks at it cuts and scales: it is a drawing that holds the whole
 * picture and shows that part, since nothing here reads the pixels of all three kinds.
 */
export function cut(picture: Picture, crop: Crop, size: number): { type: string; bytes: Uint8Array<ArrayBuffer> } {
  const content = picture.bytes();
  const { width, height } = imageShape(content) ?? crop;
  const place = `${crop.x} ${crop.y} ${crop.width} ${crop.height}`;
  const data = `data:${picture.type};base64,${Buffer.from(content).toString('base64')}`;
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${place}">` +
    `<image width="${width}" height="${height}" href="${data}"/></svg>`;
  return { type: 'image/svg+xml', bytes: new TextEncoder().encode(drawing) };
}
