import { smallestPicture } from '../../../../model/imageHead.ts';

/** A square of a picture, in its pixels: whole ones, since that is what Pipedrive is told. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Bounds {
  readonly width: number;
  readonly height: number;
}

export type Corner = 'nw' | 'ne' | 'sw' | 'se';

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);

/** The nearest one that lies inside, with whole pixels and enough of them. */
export function inside({ x, y, size }: Square, { width, height }: Bounds): Square {
  const fitting = between(smallestPicture, Math.round(size), Math.min(width, height));
  return {
    x: between(0, Math.round(x), width - fitting),
    y: between(0, Math.round(y), height - fitting),
    size: fitting,
  };
}

/** What a picture begins with: as much of its middle as a square can hold. */
export function middle({ width, height }: Bounds): Square {
  const size = Math.min(width, height);
  return inside({ x: (width - size) / 2, y: (height - size) / 2, size }, { width, height });
}

export const moved = ({ x, y, size }: Square, right: number, down: number, bounds: Bounds): Square =>
  inside({ x: x + right, y: y + down, size }, bounds);

/** Larger or smaller about its middle. */
export function grown({ x, y, size }: Square, by: number, bounds: Bounds): Square {
  const { size: now } = inside({ x, y, size: size + by }, bounds);
  return inside({ x: x - (now - size) / 2, y: y - (now - size) / 2, size: now }, bounds);
}

/** With one corner pulled, and the corner across from it where it was. */
export function pulled(square: Square, corner: Corner, right: number, down: number, bounds: Bounds): Square {
  const west = corner.endsWith('w');
  const north = corner.startsWith('n');
  const across = west ? -right : right;
  const along = north ? -down : down;
  const by = Math.abs(across) > Math.abs(along) ? across : along;
  const room = Math.min(
    west ? square.x + square.size : bounds.width - square.x,
    north ? square.y + square.size : bounds.height - square.y,
  );
  const size = between(smallestPicture, Math.round(square.size + by), room);
  return {
    x: west ? square.x + square.size - size : square.x,
    y: north ? square.y + square.size - size : square.y,
    size,
  };
}

/** How far a key moves it (a fiftieth of the picture) and by how much it grows; with Shift by a pixel. None for other keys. */
export function keyed(square: Square, key: string, fine: boolean, bounds: Bounds): Square | undefined {
  const step = fine ? 1 : Math.max(1, Math.round(Math.min(bounds.width, bounds.height) / 50));
  switch (key) {
    case 'ArrowLeft':
      return moved(square, -step, 0, bounds);
    case 'ArrowRight':
      return moved(square, step, 0, bounds);
    case 'ArrowUp':
      return moved(square, 0, -step, bounds);
    case 'ArrowDown':
      return moved(square, 0, step, bounds);
    case '+':
    case '=':
      return grown(square, 2 * step, bounds);
    case '-':
    case '_':
      return grown(square, -2 * step, bounds);
    default:
      return undefined;
  }
}
