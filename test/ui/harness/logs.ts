import { cp, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { filesBelow } from './files.ts';

const folder = (dataDir: string) => join(dataDir, 'data', 'logs');

/** Logs by their path below the run's log folder. */
export async function readLogs(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const files = await filesBelow(folder(dataDir));
  const texts = await Promise.all(
    files.map(async (file) => [relative(folder(dataDir), file), await readFile(file, 'utf8')] as const),
  );
  return new Map(texts);
}

export async function saveLogs(dataDir: string, place: string): Promise<void> {
  await cp(folder(dataDir), place, { recursive: true, force: true });
}
