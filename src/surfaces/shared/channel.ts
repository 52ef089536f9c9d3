/**
 * The one way host and view talk: request, reply, error, cancel, dispose.
 * Each side names what it answers in a closed map of calls; neither touches `postMessage`.
 */

/** What a side answers: method name → its function. The last argument is the caller's signal. */
export type Calls = { readonly [method: string]: (input: never, signal: AbortSignal) => unknown };

export type InputOf<C extends Calls, M extends keyof C> = Parameters<C[M]>[0];
export type OutputOf<C extends Calls, M extends keyof C> = Awaited<ReturnType<C[M]>>;

/** The other side's end of the line. */
export interface Port {
  post(message: unknown): void;
  /** Answers a function that stops listening. */
  listen(receive: (message: unknown) => void): () => void;
}

/** A call that the other side answered with an error, or that ended with the channel. */
export class CallError extends Error {
  override readonly name = 'CallError';
}

type Message =
  | { readonly type: 'request'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly output: unknown }
  | { readonly type: 'error'; readonly id: number; readonly message: string }
  | { readonly type: 'cancel'; readonly id: number };

interface Pending {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

export interface Channel<Remote extends Calls> {
  /**
   * Calls the other side. Rejects with `CallError` holding the other side's sentence,
   * when the channel is disposed, or when `signal` is aborted (which the other side's handler hears too).
   */
  call<M extends keyof Remote & string>(method: M, input: InputOf<Remote, M>, signal?: AbortSignal): Promise<OutputOf<Remote, M>>;
  /** Stops listening, rejects what is pending here and aborts what runs here. */
  dispose(): void;
}

/**
 * @param local what this side answers. Messages of any other form are ignored.
 * @param failed hears an error of this side's handlers, and gives the sentence that the other side is told
 */
export function openChannel<Local extends Calls, Remote extends Calls>(
  port: Port,
  local: Local,
  failed: (error: unknown) => string = (error) => (error instanceof Error ? error.message : String(error)),
): Channel<Remote> {
  const pending = new Map<number, Pending>();
  const running = new Map<number, AbortController>();
  let nextId = 1;
  let disposed = false;
  const send = (message: Message) => port.post(message);

  async function answer(id: number, method: string, input: unknown): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const handler = Object.hasOwn(local, method) ? local[method] : undefined;
      if (!handler) throw new Error(`Nothing answers “${method}”.`);
      const output = await handler(input as never, abort.signal);
      if (!disposed) send({ type: 'reply', id, output });
    } catch (error) {
      if (!disposed) send({ type: 'error', id, message: failed(error) });
    } finally {
      running.delete(id);
    }
  }

  function receive(message: unknown): void {
    if (!isMessage(message)) return;
    switch (message.type) {
      case 'request':
        void answer(message.id, message.method, message.input);
        return;
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'reply':
        pending.get(message.id)?.resolve(message.output);
        return;
      case 'error':
        pending.get(message.id)?.reject(new CallError(message.message));
        return;
    }
  }

  const stop = port.listen(receive);

  return {
    call(method, input, signal) {
      if (disposed) return Promise.reject(new CallError('The editor was closed.'));
      if (signal?.aborted) return Promise.reject(new CallError('Cancelled.'));
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const cancel = () => {
          send({ type: 'cancel', id });
          pending.get(id)?.reject(new CallError('Cancelled.'));
        };
        const settle = () => {
          pending.delete(id);
          signal?.removeEventListener('abort', cancel);
        };
        pending.set(id, {
          resolve: (output) => {
            settle();
            resolve(output as never);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        });
        signal?.addEventListener('abort', cancel, { once: true });
        send({ type: 'request', id, method, input });
      });
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      stop();
      for (const call of [...pending.values()]) call.reject(new CallError('The editor was closed.'));
      for (const abort of running.values()) abort.abort();
    },
  };
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const message = value as Partial<Record<string, unknown>>;
  if (typeof message['id'] !== 'number') return false;
  switch (message['type']) {
    case 'request':
      return typeof message['method'] === 'string';
    case 'error':
      return typeof message['message'] === 'string';
    case 'reply':
    case 'cancel':
      return true;
    default:
      return false;
  }
}
