import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesWithToken, token } from '../../ui/harness/canary.ts';

describe('the search for the token', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'canary-'));
    await mkdir(join(folder, 'pipedrive-explorer'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('finds the token in what a window left, in either writing', async () => {
    const demo = 'ab'.repeat(32);
    await Promise.all([
      writeFile(join(folder, 'plain.log'), `sent ${token}`),
      writeFile(join(folder, 'wide.db'), Buffer.from(token, 'utf16le')),
      writeFile(join(folder, 'clean.log'), `${token.slice(0, -1)} ${demo}`),
      writeFile(join(folder, 'pipedrive-explorer', 'demo.log'), `the demo’s ${demo}`),
    ]);
    const found = await filesWithToken(folder);
    assert.deepEqual(found.map((file) => file.replace(/^.*[/\\]/, '')).toSorted(), ['demo.log', 'plain.log', 'wide.db']);
  });
});
