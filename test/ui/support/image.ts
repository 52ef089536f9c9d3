import type { Webview } from '../harness/webview.ts';

/** What a page can draw: halves of two colours, so that it can be told where a square was cut. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly type?: 'image/png' | 'image/jpeg';
  /** As a camera writes it that was held on its side: 6 is to be turned right. */
  readonly orientation?: number;
}

/** A drawing's bytes, as a browser encodes it. */
export async function drawn(page: Webview, drawing: Drawing): Promise<Buffer> {
  const text: string = await page.locator('body').evaluate(`(${draw})(${JSON.stringify(drawing)})`);
  return Buffer.from(text, 'base64');
}

/** Runs in the page. A string, because the tests' types know no page. */
const draw = `async ({ width, height, type = 'image/png', orientation }) => {
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext('2d');
  paper.fillStyle = '#2b6cb0';
  paper.fillRect(0, 0, width, height);
  paper.fillStyle = '#f6ad55';
  paper.fillRect(0, 0, width / 2, height);
  paper.fillStyle = '#fff';
  paper.beginPath();
  paper.arc(width / 2, height / 2, Math.min(width, height) / 4, 0, 7);
  paper.fill();
  let bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
  if (orientation) {
    const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1,
      1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
    bytes = new Uint8Array([...bytes.slice(0, 2), ...exif, ...bytes.slice(2)]);
  }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}`;
