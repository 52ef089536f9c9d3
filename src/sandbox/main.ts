import { parentPort, workerData } from 'node:worker_threads';
import type { FromSandbox, SandboxWorkerData, ToSandbox } from './protocol.ts';
import { startSandbox } from './server.ts';
import { simulate } from './simulations.ts';

/** The sandbox's own thread: starts at once, says where it listens, ends when it is told to. */
async function run(): Promise<void> {
  if (!parentPort) throw new Error('the sandbox runs as a worker thread');
  const port = parentPort;
  const post = (message: FromSandbox): void => port.postMessage(message);
  const fail = (error: unknown): void => {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    port.close();
  };
  try {
    const sandbox = await startSandbox(workerData as SandboxWorkerData);
    port.on('message', (message: ToSandbox) => {
      if (message.type === 'simulate') {
        simulate(sandbox, message.simulation).then(() => post({ type: 'simulating' }), fail);
        return;
      }
      sandbox.close().then(() => {
        post({ type: 'stopped' });
        port.close();
      }, fail);
    });
    post({ type: 'listening', port: sandbox.port });
  } catch (error) {
    fail(error);
  }
}

void run();
