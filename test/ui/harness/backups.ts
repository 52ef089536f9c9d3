import { join, sep } from 'node:path';
import { filesBelow } from './files.ts';
import { until } from './until.ts';

/** The files in which VS Code keeps unsaved documents of the scheme `pipedrive`. */
async function backups(dataDir: string): Promise<string[]> {
  const files = await filesBelow(join(dataDir, 'data', 'User', 'Backups'));
  return files.filter((file) => file.includes(`${sep}pipedrive${sep}`));
}

export async function waitForBackups(dataDir: string, count: number): Promise<void> {
  await until(`${count} unsaved documents were backed up`, async () => (await backups(dataDir)).length === count);
}
