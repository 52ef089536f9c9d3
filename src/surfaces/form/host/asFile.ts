import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileName } from '../../document/attached/address.ts';

/** Works with bytes that came from a page as a file, which is gone afterwards. */
export async function asFile<T>(name: string, bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pipedrive-'));
  try {
    const path = join(folder, fileName(name));
    await writeFile(path, bytes);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
