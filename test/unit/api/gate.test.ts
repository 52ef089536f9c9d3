import assert from 'node:assert/strict';
import { Gate, type Turn } from '../../../src/api/gate.ts';

const turn = (more: Partial<Turn> = {}): Turn => ({
  search: false,
  priority: 0,
  signal: new AbortController().signal,
  ...more,
});

/** Lets everything run that can run now. */
const settle = () => new Promise((done) => setTimeout(done, 20));

describe('the gate', () => {
  const gates: { gate: Gate; stop: AbortController }[] = [];
  const open = (): { gate: Gate; signal: AbortSignal } => {
    const made = { gate: new Gate(), stop: new AbortController() };
    gates.push(made);
    return { gate: made.gate, signal: made.stop.signal };
  };
  afterEach(() => {
    for (const { gate, stop } of gates.splice(0)) {
      stop.abort();
      gate.dispose();
    }
  });

  /** Starts so many tasks that end at once; tells how many ran. */
  const run = (count: number, { gate, signal }: { gate: Gate; signal: AbortSignal }, more: Partial<Turn> = {}) => {
    const ran: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const task = gate.run(turn({ signal, ...more }), async () => ran.push(index));
      task.catch((error: unknown) => assert.equal(signal.aborted, true, String(error)));
    }
    return ran;
  };

  it('starts ten requests in its window, five searches', async () => {
    const ran = run(25, open());
    const found = run(25, open(), { search: true });
    await settle();
    assert.equal(ran.length, 10);
    assert.equal(found.length, 5);
  });

  it('raises its window to half of the limit an answer told', async () => {
    const opened = open();
    opened.gate.learn(80);
    const ran = run(60, opened);
    await settle();
    assert.equal(ran.length, 40);
  });

  it('lowers its window too', async () => {
    const opened = open();
    opened.gate.learn(6);
    const ran = run(9, opened);
    await settle();
    assert.equal(ran.length, 3);
  });

  it('starts nothing while it is paused, not even what waits for its window', async () => {
    const opened = open();
    opened.gate.pause(60);
    opened.gate.pause(1);
    opened.gate.learn(80);
    const ran = run(3, opened);
    await settle();
    assert.equal(ran.length, 0);
    await new Promise((done) => setTimeout(done, 80));
    assert.equal(ran.length, 3);
  });

  it('lets what is urgent go first', async () => {
    const { gate, signal } = open();
    const order: string[] = [];
    gate.pause(30);
    const tasks = [
      gate.run(turn({ signal, priority: -1 }), async () => order.push('background')),
      gate.run(turn({ signal }), async () => order.push('usual')),
      gate.run(turn({ signal, priority: 1 }), async () => order.push('urgent')),
    ];
    await Promise.all(tasks);
    assert.deepEqual(order, ['urgent', 'usual', 'background']);
  });
});
