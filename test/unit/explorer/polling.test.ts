import assert from 'node:assert/strict';
import { Polling } from '../../../src/surfaces/explorer/polling.ts';

/** A polling on a clock that a test turns. */
function made() {
  let time = 0;
  let waits: { at: number; work: () => void }[] = [];
  const state = { minutes: 5, watched: true, asked: 0, fails: false };
  const polling = new Polling({
    minutes: () => state.minutes,
    watched: () => state.watched,
    ask: async () => {
      state.asked++;
      if (state.fails) throw new Error('no answer');
    },
    failed: () => undefined,
    now: () => time,
    later: (work, milliseconds) => {
      const wait = { at: time + milliseconds, work };
      waits.push(wait);
      return () => (waits = waits.filter((one) => one !== wait));
    },
  });
  const pass = async (minutes: number): Promise<void> => {
    time += minutes * 60_000;
    const due = waits.filter(({ at }) => at <= time);
    waits = waits.filter(({ at }) => at > time);
    for (const { work } of due) work();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  polling.look();
  return { state, polling, pass, waiting: () => waits.length };
}

describe('Asking now and then what was changed', () => {
  it('asks once an interval', async () => {
    const { state, pass, waiting } = made();
    await pass(4);
    assert.equal(state.asked, 0);
    await pass(1);
    assert.equal(state.asked, 1);
    await pass(5);
    assert.equal(state.asked, 2);
    assert.equal(waiting(), 1);
  });

  it('asks once a minute at most, whatever was written into the settings', async () => {
    const { state, polling, pass } = made();
    state.minutes = 0.01;
    polling.look();
    for (let part = 0; part < 19; part++) await pass(0.05);
    assert.equal(state.asked, 0);
    await pass(0.05);
    assert.equal(state.asked, 1);
  });

  it('asks nothing while nobody looks, and once when somebody looks again', async () => {
    const { state, polling, pass, waiting } = made();
    state.watched = false;
    polling.look();
    await pass(60);
    assert.deepEqual([state.asked, waiting()], [0, 0]);
    state.watched = true;
    polling.look();
    await pass(0);
    assert.equal(state.asked, 1);
    await pass(1);
    assert.equal(state.asked, 1);
  });

  it('is off where the interval is none, or is not to be understood', async () => {
    for (const minutes of [0, -1, Number.NaN]) {
      const { state, polling, pass, waiting } = made();
      state.minutes = minutes;
      polling.look();
      await pass(10_000);
      assert.deepEqual([state.asked, waiting()], [0, 0]);
    }
  });

  it('goes on after a failure', async () => {
    const { state, pass } = made();
    state.fails = true;
    await pass(5);
    await pass(5);
    assert.equal(state.asked, 2);
  });
});
