import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Adds an extension to those that VS Code's list says are installed, as it would stand there itself. */
export async function addExtension(extensionsDir: string, folder: string): Promise<void> {
  const relativeLocation = basename(folder);
  const path = join(extensionsDir, relativeLocation);
  await cp(folder, path, { recursive: true });
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const list = join(extensionsDir, 'extensions.json');
  const installed = JSON.parse(await readFile(list, 'utf8')) as readonly object[];
  const location = { $mid: 1, path, scheme: 'file' };
  const one = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation, metadata: { source: 'vsix' } };
  await writeFile(list, JSON.stringify([...installed, one]));
}
