import { deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A grey PNG of this size. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((width + 1) * height, 0x80));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

/** The head of a GIF of this size. */
export function gif(width: number, height: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
}

/** The head of a JPEG of this size, behind what a camera wrote. */
export function jpeg(width: number, height: number, camera: Buffer = block(Buffer.alloc(59_998))): Buffer {
  const frame = Buffer.from('ffc2001108000000000300000000000000000000', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), camera, frame]);
}

function block(data: Buffer): Buffer {
  const head = Buffer.from('ffe10000', 'hex');
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** What a camera writes of how it was held, from 1 (upright) to 8. */
export function exif(orientation: number, order: 'MM' | 'II'): Buffer {
  const data = Buffer.alloc(32);
  const long = (value: number, at: number) => (order === 'MM' ? data.writeUInt32BE(value, at) : data.writeUInt32LE(value, at));
  const short = (value: number, at: number) => (order === 'MM' ? data.writeUInt16BE(value, at) : data.writeUInt16LE(value, at));
  data.write(`Exif\0\0${order}`, 'latin1');
  short(42, 8);
  long(8, 10);
  short(1, 14);
  short(0x0112, 16);
  short(3, 18);
  long(1, 20);
  short(orientation, 24);
  return block(data);
}
