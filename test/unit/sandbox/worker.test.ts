import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FromSandbox, SandboxWorkerData, ToSandbox } from '../../../src/sandbox/protocol.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';

describe('sandbox: its own thread', function () {
  this.timeout(20_000);

  function thread(workerData: SandboxWorkerData): Worker {
    return new Worker(new URL('../../../src/sandbox/main.ts', import.meta.url), { workerData });
  }

  async function next(worker: Worker): Promise<FromSandbox> {
    const [message] = (await once(worker, 'message')) as [FromSandbox];
    return message;
  }

  it('says where it listens, serves, and ends when it is told to', async () => {
    const worker = thread({ token: 'abc', persons: 40 });
    const message = await next(worker);
    assert.equal(message.type, 'listening');
    const port = message.type === 'listening' ? message.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}/v1/users/me`, { headers: { 'x-api-token': 'abc' } });
    assert.equal(response.status, 200);
    await response.text();
    const ended = once(worker, 'exit');
    worker.postMessage({ type: 'stop' } satisfies ToSandbox);
    assert.deepEqual(await next(worker), { type: 'stopped' });
    await ended;
    await assert.rejects(fetch(`http://127.0.0.1:${port}/v1/users/me`));
  });

  it('says why it could not start', async () => {
    const there = await startSandbox({ token: 'abc', persons: 40 });
    try {
      for (const [data, reason] of [
        [{ token: '' }, /token/],
        [{ token: 'abc', persons: 40, port: there.port }, /EADDRINUSE/],
      ] as const) {
        const worker = thread(data);
        const ended = once(worker, 'exit');
        const message = await next(worker);
        assert.match(message.type === 'failed' ? message.message : message.type, reason);
        await ended;
      }
    } finally {
      await there.close();
    }
  });
});
