import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../src/sandbox/cli.ts', import.meta.url));

describe('sandbox: run alone', function () {
  this.timeout(30_000);
  let child: ChildProcess | undefined;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  });
  afterEach(async () => {
    child?.kill();
    await rm(folder, { recursive: true });
  });

  it('prints its address and token, a line each, keeps a log, ends when it is told to', async () => {
    const log = join(folder, 'requests.log');
    const args = [script, '--persons', '40', '--limits', 'off', '--no-admin'];
    child = spawn(process.execPath, args, {
      env: { ...process.env, PIPEDRIVE_SANDBOX_LOG: log },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    assert.ok(child.stdout);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const [url, token] = [String((await lines.next()).value), String((await lines.next()).value)];
    assert.match(url, /^url http:\/\/127\.0\.0\.1:\d+$/);
    assert.match(token, /^token \S+$/);
    const response = await fetch(`${url.slice(4)}/api/v2/persons?limit=2`, { headers: { 'x-api-token': token.slice(6) } });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('x-ratelimit-limit'), null, 'without limits');
    await response.text();
    const closed = await fetch(`${url.slice(4)}/v1/persons/collection`, { headers: { 'x-api-token': token.slice(6) } });
    assert.equal(closed.status, 403);
    assert.equal(await readFile(log, 'utf8'), 'GET /api/v2/persons?limit=2 200 10\nGET /v1/persons/collection 403 10\n');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  });
});
