import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { CallError, openChannel, type Port } from '../../src/surfaces/shared/channel.ts';

type Far = {
  double(input: number, signal: AbortSignal): number | Promise<number>;
  fail(input: null): never;
  wait(input: null, signal: AbortSignal): Promise<string>;
};
type Near = { add(input: { readonly a: number; readonly b: number }): number };

/** Two ports joined by a wire on which everything that passes is written down. */
function wire() {
  const ends: ((message: unknown) => void)[][] = [[], []];
  const passed: unknown[] = [];
  const end = (own: 0 | 1): Port => ({
    post(message) {
      passed.push(message);
      queueMicrotask(() => ends[1 - own]?.forEach((receive) => receive(structuredClone(message))));
    },
    listen(receive) {
      ends[own]?.push(receive);
      return () => ends[own]?.splice(0);
    },
  });
  return { near: end(0), far: end(1), passed, inject: (to: 0 | 1, message: unknown) => ends[to]?.forEach((r) => r(message)) };
}

function pair(wait: Far['wait'] = () => new Promise(() => undefined)) {
  const line = wire();
  const far = openChannel<Far, Near>(line.far, {
    double: async (input) => input * 2,
    fail: () => {
      throw new Error('No such field.');
    },
    wait,
  });
  const near = openChannel<Near, Far>(line.near, { add: ({ a, b }) => a + b });
  return { ...line, nearSide: near, farSide: far };
}

const untilAborted = (signal: AbortSignal, heard: () => void) =>
  new Promise<string>((_, reject) => {
    signal.addEventListener('abort', () => {
      heard();
      reject(new Error('stopped'));
    });
  });

describe('channel', () => {
  it('answers requests in both directions, each with its own reply', async () => {
    const { nearSide, farSide } = pair();
    const answers = await Promise.all([
      nearSide.call('double', 2),
      nearSide.call('double', 21),
      farSide.call('add', { a: 1, b: 2 }),
    ]);
    assert.deepEqual(answers, [4, 42, 3]);
  });

  it('answers with the sentence of a handler that throws', async () => {
    const { nearSide } = pair();
    await assert.rejects(nearSide.call('fail', null), (error) => {
      assert.ok(error instanceof CallError);
      assert.equal(error.message, 'No such field.');
      return true;
    });
  });

  it('cancels: the caller is freed at once, the handler hears it, its late reply is ignored', async () => {
    let heard = false;
    const { nearSide } = pair((_, signal) => untilAborted(signal, () => (heard = true)));
    const abort = new AbortController();
    const call = nearSide.call('wait', null, abort.signal);
    await pause(1);
    abort.abort();
    await assert.rejects(call, CallError);
    await pause(1);
    assert.equal(heard, true);
    assert.equal(await nearSide.call('double', 4), 8);
  });

  it('sends nothing for a call that is cancelled before it begins', async () => {
    const { nearSide, passed } = pair();
    await assert.rejects(nearSide.call('double', 1, AbortSignal.abort()), CallError);
    assert.deepEqual(passed, []);
  });

  it('no longer listens to the signal of a call that has ended', async () => {
    const { nearSide, passed } = pair();
    const abort = new AbortController();
    await nearSide.call('double', 1, abort.signal);
    const before = passed.length;
    abort.abort();
    assert.equal(passed.length, before);
  });

  it('disposed, it rejects what is pending and every later call', async () => {
    const { nearSide } = pair();
    const pending = nearSide.call('wait', null);
    nearSide.dispose();
    nearSide.dispose();
    await assert.rejects(pending, CallError);
    await assert.rejects(nearSide.call('double', 1), CallError);
  });

  it('disposed, it aborts what runs on its side and posts nothing more', async () => {
    let heard = false;
    const { nearSide, farSide, passed } = pair((_, signal) => untilAborted(signal, () => (heard = true)));
    const pending = nearSide.call('wait', null);
    pending.catch(() => undefined);
    await pause(1);
    farSide.dispose();
    await pause(1);
    assert.equal(heard, true);
    assert.deepEqual(
      passed.map((message) => (message as { type: string }).type),
      ['request'],
    );
  });

  it('ignores what is none of its messages, and replies that nobody waits for', async () => {
    const { nearSide, inject, passed } = pair();
    const foreign = [
      null,
      undefined,
      7,
      'reply',
      [],
      {},
      { type: 'reply' },
      { id: 1 },
      { id: '1', type: 'request', method: 'add' },
    ];
    for (const message of [...foreign, { type: 'request', id: 1 }, { type: 'error', id: 1 }, { type: 'shout', id: 1 }]) {
      inject(0, message);
    }
    inject(0, { type: 'reply', id: 99, output: 'late' });
    inject(0, { type: 'error', id: 99, message: 'late' });
    inject(0, { type: 'cancel', id: 99 });
    await pause(1);
    assert.deepEqual(passed, []);
    assert.equal(await nearSide.call('double', 3), 6);
  });

  for (const method of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'unknown']) {
    it(`does not answer “${method}”`, async () => {
      const { nearSide } = pair();
      await assert.rejects(nearSide.call(method as 'double', 1), (error) => {
        assert.ok(error instanceof CallError);
        assert.match(error.message, /Nothing answers/);
        return true;
      });
    });
  }
});
