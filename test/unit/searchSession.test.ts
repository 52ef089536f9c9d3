import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { SearchSession, usualRest, type Answer, type Asking } from '../../src/surfaces/shared/searchSession.ts';

interface Asked {
  readonly question: string;
  readonly cursor: string | undefined;
  readonly signal: AbortSignal;
  answer(items: readonly string[], next?: string): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** Lets promises that can settle do so; the clock stands still meanwhile. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('A search session', () => {
  let asked: Asked[];
  let phases: string[];
  let session: SearchSession<string, string>;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    asked = [];
    phases = [];
    const ask = (question: string, { signal, cursor }: Asking) => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer<string>>();
      asked.push({
        ...{ question, cursor, signal },
        async answer(items, next) {
          resolve({ items, ...(next !== undefined && { next }) });
          await settle();
        },
        async fail(error) {
          reject(error as Error);
          await settle();
        },
      });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
      return promise;
    };
    session = new SearchSession(ask, () => phases.push(session.phase));
  });
  afterEach(() => mock.timers.reset());

  const last = (): Asked => {
    const one = asked.at(-1);
    assert.ok(one);
    return one;
  };
  /** Types a term and lets it rest. */
  const rest = (question: string) => {
    session.start(question);
    mock.timers.tick(usualRest);
  };
  const running = () => asked.filter(({ signal }) => !signal.aborted).length;

  it('asks once typing rests, and not for what was typed on the way', () => {
    for (const typed of ['b', 'bo', 'bob']) {
      session.start(typed);
      mock.timers.tick(usualRest - 1);
    }
    assert.deepEqual(asked, []);
    mock.timers.tick(1);
    assert.deepEqual(
      asked.map(({ question }) => question),
      ['bob'],
    );
  });

  it('ends the request before with the next letter, and never has two under way', async () => {
    rest('bo');
    const first = last();
    session.start('bob');
    assert.ok(first.signal.aborted);
    assert.equal(running(), 0);
    mock.timers.tick(usualRest);
    assert.equal(running(), 1);
    await last().answer(['Bob']);
    assert.deepEqual([session.phase, session.found], ['done', ['Bob']]);
  });

  it('passes over an answer that comes after its question was replaced', async () => {
    rest('bo');
    const first = last();
    session.start('bobby');
    await first.answer(['Bo']);
    assert.deepEqual([session.phase, session.found], ['searching', []]);
  });

  it('keeps what was found while the next is asked, and says that it is of the question before', async () => {
    rest('bo');
    await last().answer(['Bo', 'Bob']);
    assert.equal(session.stale, false);
    session.start('bob');
    assert.deepEqual([session.found, session.stale], [['Bo', 'Bob'], true]);
    mock.timers.tick(usualRest);
    await last().answer(['Bob']);
    assert.deepEqual([session.found, session.stale], [['Bob'], false]);
  });

  it('asks nothing twice that was answered just now, and asks again later', async () => {
    rest('bo');
    await last().answer(['Bo'], 'two');
    rest('bob');
    await last().answer(['Bob']);
    rest('bo');
    assert.equal(asked.length, 2);
    assert.deepEqual([session.phase, session.found, session.hasMore], ['done', ['Bo'], true]);
    mock.timers.tick(30_000);
    rest('bo');
    assert.equal(asked.length, 3);
  });

  it('remembers twenty answers and no more', async () => {
    for (let term = 0; term <= 20; term++) {
      rest(`term ${term}`);
      await last().answer([]);
    }
    rest('term 1');
    assert.equal(asked.length, 21);
    rest('term 0');
    assert.equal(asked.length, 22);
  });

  it('adds the next page, once, and remembers all of it', async () => {
    rest('bo');
    await last().answer(['Bo'], 'two');
    session.more();
    session.more();
    assert.deepEqual([asked.length, last().cursor, session.found], [2, 'two', ['Bo']]);
    await last().answer(['Bob']);
    assert.deepEqual([session.found, session.hasMore], [['Bo', 'Bob'], false]);
    session.more();
    rest('else');
    rest('bo');
    assert.deepEqual([asked.length, session.found], [3, ['Bo', 'Bob']]);
  });

  it('shows once what moved between two pages while they were read', async () => {
    rest('bo');
    await last().answer(['Bo', 'Bob'], 'two');
    session.more();
    await last().answer(['Bob', 'Bobby']);
    assert.deepEqual(session.found, ['Bo', 'Bob', 'Bobby']);
  });

  it('keeps what was found when the next page fails, and goes on there', async () => {
    rest('bo');
    await last().answer(['Bo'], 'two');
    session.more();
    await last().fail(new Error('No.'));
    assert.deepEqual([session.phase, session.found], ['failed', ['Bo']]);
    session.retry();
    assert.equal(last().cursor, 'two');
    await last().answer(['Bob']);
    assert.deepEqual([session.phase, session.found], ['done', ['Bo', 'Bob']]);
  });

  it('keeps the failure for whoever shows it, and asks again at once', async () => {
    const error = new Error('No.');
    rest('bo');
    await last().fail(error);
    assert.deepEqual([session.phase, session.error], ['failed', error]);
    session.retry();
    assert.deepEqual([session.phase, asked.length], ['searching', 2]);
    await last().answer(['Bo']);
    assert.deepEqual([session.phase, session.found], ['done', ['Bo']]);
    assert.deepEqual(phases, ['searching', 'failed', 'searching', 'done']);
  });

  it('ends what runs when it is stopped, and shows nothing any more', async () => {
    rest('bo');
    session.stop();
    assert.ok(last().signal.aborted);
    await settle();
    assert.deepEqual([session.phase, session.found], ['idle', []]);
    session.start('bob');
    session.stop();
    mock.timers.tick(usualRest);
    assert.equal(asked.length, 1);
  });

  it('asks for what is at hand at once and each time', async () => {
    for (let time = 1; time <= 2; time++) {
      session.start('', 0);
      mock.timers.tick(0);
      await last().answer(['Ann']);
      assert.equal(asked.length, time);
    }
  });
});
