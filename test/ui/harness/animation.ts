import type { Page } from 'playwright-core';

/** A picture of a moving one, and for how many milliseconds it stands. */
export interface Shot {
  readonly png: Buffer;
  readonly milliseconds: number;
}

/**
 * One animated WebP of several screenshots, which begins again at its end. The browser encodes each picture; what makes
 * them one file is a container (https://developers.google.com/speed/webp/docs/riff_container).
 *
 * @param page any page of a secure origin, where pictures can be encoded
 * @param quality from 0 to 1
 */
export async function animated(page: Page, shots: readonly Shot[], quality: number): Promise<Buffer> {
  const frames: Buffer[] = [];
  let [width, height] = [0, 0];
  for (const { png, milliseconds } of shots) {
    const still = await encoded(page, png, quality);
    [width, height] = [still.width, still.height];
    const head = Buffer.alloc(16);
    head.writeUIntLE(width - 1, 6, 3);
    head.writeUIntLE(height - 1, 9, 3);
    head.writeUIntLE(milliseconds, 12, 3);
    // Nothing of the picture before shines through.
    head[15] = 2;
    frames.push(chunk('ANMF', Buffer.concat([head, pictureOf(still.webp)])));
  }
  const size = Buffer.alloc(10);
  const animation = 2;
  size[0] = animation;
  size.writeUIntLE(width - 1, 4, 3);
  size.writeUIntLE(height - 1, 7, 3);
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', size), chunk('ANIM', Buffer.alloc(6)), ...frames]));
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** The part of a still picture's file that is the picture itself. */
function pictureOf(webp: Buffer): Buffer {
  for (let at = 12; at < webp.length; ) {
    const name = webp.toString('latin1', at, at + 4);
    const length = 8 + webp.readUInt32LE(at + 4);
    if (name === 'VP8 ' || name === 'VP8L') return webp.subarray(at, at + length + (length % 2));
    at += length + (length % 2);
  }
  throw new Error('The browser made no WebP.');
}

async function encoded(page: Page, png: Buffer, quality: number) {
  const { text, width, height } = await page.evaluate<{ text: string; width: number; height: number }>(
    `(${encode})(${JSON.stringify(png.toString('base64'))}, ${quality})`,
  );
  return { webp: Buffer.from(text, 'base64'), width, height };
}

/** Runs in the page. A string, because the tests' types know no page. */
const encode = `async (base64, quality) => {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { text: btoa(text), width: picture.width, height: picture.height };
}`;
