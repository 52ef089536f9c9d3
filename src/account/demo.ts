import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { l10n, type Disposable } from 'vscode';
import { PipedriveError } from '../api/errors.ts';
import type { Log } from '../api/types.ts';
import { demoId } from '../ids/index.ts';
import type { Account, Simulation } from './types.ts';

/** Where a running sandbox is reached. */
export interface Sandbox {
  readonly baseUrl: string;
  readonly token: string;
  /** Of another user of the same company. */
  readonly colleagueToken: string;
}

/** The demo account. It is known without asking its sandbox, so that showing it starts nothing. */
export const demoAccount = (): Account => ({
  id: demoId,
  company: l10n.t('Demo'),
  user: l10n.t('Demo user'),
  currency: 'EUR',
  demo: true,
});

/** Runs the demo account's sandbox in a thread of its own, from when it is first asked for. */
export class Demo implements Disposable {
  readonly #script: string;
  readonly #log: Log;
  readonly #ended: () => void;
  #running: { readonly worker: Worker; readonly sandbox: Promise<Sandbox> } | undefined;

  /**
   * @param script the sandbox's bundle
   * @param ended called when the thread ends by itself; the next `start` begins afresh
   */
  constructor(script: string, log: Log, ended: () => void) {
    this.#script = script;
    this.#log = log;
    this.#ended = ended;
  }

  /** @throws PipedriveError `unreachable` when the thread cannot be started */
  start(): Promise<Sandbox> {
    this.#running ??= this.#begin();
    return this.#running.sandbox;
  }

  #begin(): { readonly worker: Worker; readonly sandbox: Promise<Sandbox> } {
    const token = randomBytes(32).toString('hex');
    const colleagueToken = randomBytes(32).toString('hex');
    const worker = new Worker(this.#script, { workerData: { token, colleagueToken } });
    // A demo that nobody asks must not keep the extension host alive.
    worker.unref();
    const sandbox = new Promise<Sandbox>((resolve, reject) => {
      worker.on('message', (message: unknown) => {
        const { type, port, message: reason } = toldBy(message);
        if (type === 'listening' && typeof port === 'number')
          resolve({ baseUrl: `http://127.0.0.1:${port}`, token, colleagueToken });
        if (type === 'failed') this.#log.warn(`The demo account's sandbox failed: ${String(reason)}`);
      });
      worker.on('error', (error) => {
        this.#log.warn(`The demo account's sandbox failed: ${error.message}`);
        reject(notStarted(error));
      });
      worker.on('exit', () => {
        reject(notStarted());
        if (this.#running?.worker !== worker) return;
        this.#running = undefined;
        this.#ended();
      });
    });
    return { worker, sandbox };
  }

  /** Makes the sandbox do something until it is told otherwise, and waits until it does. */
  async simulate(simulation: Simulation | undefined): Promise<void> {
    await this.start();
    const worker = this.#running?.worker;
    if (!worker) throw notStarted();
    let unhear: (() => void) | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const heard = (message: unknown): void => {
          if (toldBy(message).type === 'simulating') resolve();
        };
        const ended = (): void => reject(notStarted());
        unhear = () => worker.off('message', heard).off('exit', ended);
        worker.on('message', heard).on('exit', ended);
        worker.postMessage({ type: 'simulate', ...(simulation && { simulation }) });
      });
    } finally {
      unhear?.();
    }
  }

  /** Ends the sandbox and all that was changed in it. */
  stop(): void {
    const worker = this.#running?.worker;
    this.#running = undefined;
    void worker?.terminate();
  }

  dispose(): void {
    this.stop();
  }
}

function notStarted(cause?: Error): PipedriveError {
  return new PipedriveError('unreachable', l10n.t('The demo account could not be started. Try again.'), { cause });
}

/** What the thread posts: `listening` with its port, `failed` with a message before it ends. */
function toldBy(message: unknown): { readonly type?: unknown; readonly port?: unknown; readonly message?: unknown } {
  return typeof message === 'object' && message !== null ? message : {};
}
