import type { Sent } from './types.ts';

/**
 * A blob with the same bytes, which tells how much of it was read. What sends it reads no further than it can send.
 * @param sent told after each piece, anew with each reading
 */
export function watched(blob: Blob, sent: (sent: Sent) => void): Blob {
  const total = blob.size;
  const stream = (): ReturnType<Blob['stream']> => {
    let bytes = 0;
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, onwards) {
        bytes += chunk.byteLength;
        sent({ bytes, total });
        onwards.enqueue(chunk);
      },
    });
    return blob.stream().pipeThrough(count);
  };
  return Object.defineProperties(new Blob([], { type: blob.type }), { size: { value: total }, stream: { value: stream } });
}
