import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A path for a server to listen on that no other user, and no web page, can reach: in a folder of one's own,
 * which `mkdtemp` opens to nobody else; on Windows a named pipe, which others may at most read.
 * The system's folder, because such a path may be no longer than about 100 characters.
 */
export async function privateSocket() {
  if (process.platform === 'win32') {
    return { socketPath: `\\\\.\\pipe\\pipedrive-explorer-${randomUUID()}`, remove: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'pipedrive-explorer-'));
  return { socketPath: join(folder, 'vscode.sock'), remove: () => rm(folder, { recursive: true, force: true }) };
}
