/** A picture as its first bytes tell it. */
export interface ImageHead {
  readonly type: 'image/gif' | 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  /** Whether it is to be turned before it is shown, as its camera wrote into it; its size is that before. */
  readonly turned: boolean;
}

/** A JPEG's size stands behind what the camera wrote, at most 64 KB a piece. */
export const enoughForHead = 1_048_576;

/** The smallest picture that Pipedrive takes, and the smaller of the two that it makes. */
export const smallestPicture = 128;

/** What kind of picture it is and how large, by its bytes and not by its name; undefined for what is no GIF, PNG or JPEG. */
export function imageHead(bytes: Uint8Array): ImageHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return gif(view) ?? png(view) ?? jpeg(view);
}

function text(view: DataView, from: number, length: number): string {
  if (from + length > view.byteLength) return '';
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + from, length));
}

function gif(view: DataView): ImageHead | undefined {
  if (!/^GIF8[79]a$/.test(text(view, 0, 6)) || view.byteLength < 10) return undefined;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true), turned: false };
}

function png(view: DataView): ImageHead | undefined {
  if (text(view, 0, 8) !== '\x89PNG\r\n\x1a\n' || view.byteLength < 24) return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), turned: false };
}

/** Markers that begin a frame: C0 to CF but for tables (C4), reserved (C8) and arithmetic coding (CC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(view: DataView): ImageHead | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let turned = false;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) {
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), turned };
    }
    if (marker === 0xe1 && text(view, at + 4, 6) === 'Exif\0\0') turned ||= isTurned(view, at + 10);
    // A marker may be padded with any number of FF.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const orientation = 0x0112;

/** Whether the first directory of an Exif block says that the picture does not stand upright. */
function isTurned(view: DataView, block: number): boolean {
  const order = text(view, block, 2);
  if (order !== 'II' && order !== 'MM') return false;
  const little = order === 'II';
  if (block + 8 > view.byteLength) return false;
  const directory = block + view.getUint32(block + 4, little);
  if (directory + 2 > view.byteLength) return false;
  for (let entry = directory + 2, left = view.getUint16(directory, little); left > 0; entry += 12, left -= 1) {
    if (entry + 12 > view.byteLength) return false;
    if (view.getUint16(entry, little) !== orientation) continue;
    const way = view.getUint16(entry + 8, little);
    return way > 1 && way <= 8;
  }
  return false;
}
