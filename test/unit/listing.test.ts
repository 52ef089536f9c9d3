import assert from 'node:assert/strict';
import type { Page } from '../../src/model/record.ts';
import { Listing } from '../../src/surfaces/explorer/listing.ts';

interface Item {
  readonly id: string;
  readonly text?: string;
}

/** A list of pages that answers when the test says so. */
function served(pages: readonly (readonly string[])[], whole = false) {
  const asked: (string | undefined)[] = [];
  const refreshed: boolean[] = [];
  const waiting: { answer(): void; fail(error: Error): void; readonly signal: AbortSignal | undefined }[] = [];
  const listing = new Listing<Item>({
    whole,
    key: ({ id }) => id,
    page: ({ cursor, signal, refresh }) => {
      asked.push(cursor);
      refreshed.push(refresh === true);
      const index = Number(cursor ?? 0);
      return new Promise<Page<Item>>((resolve, reject) => {
        const next = index + 1 < pages.length ? { next: String(index + 1) } : {};
        waiting.push({
          answer: () => resolve({ items: (pages[index] ?? []).map((id) => ({ id })), misfits: [], ...next }),
          fail: reject,
          signal,
        });
      });
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const answer = async () => {
    waiting.shift()?.answer();
    await turn();
  };
  const fail = async () => {
    waiting.shift()?.fail(new Error('no answer'));
    await turn();
  };
  const ids = () => listing.items.map(({ id }) => id).join(' ');
  return { listing, asked, refreshed, waiting, answer, fail, ids };
}

describe('Listing', () => {
  it('loads one page, once, and continues from its cursor', async () => {
    const { listing, asked, answer, ids } = served([['a', 'b'], ['c']]);
    const loads = [listing.load(), listing.load()];
    await answer();
    await Promise.all(loads);
    await listing.load();
    assert.deepEqual(asked, [undefined]);
    assert.equal(listing.hasMore, true);
    void listing.more();
    await answer();
    assert.deepEqual(asked, [undefined, '1']);
    assert.equal(ids(), 'a b c');
    assert.equal(listing.hasMore, false);
    await listing.more();
    assert.equal(asked.length, 2);
  });

  it('reads a short list to the end at once', async () => {
    const { listing, asked, answer, ids } = served([['a'], ['b'], ['c']], true);
    void listing.load();
    await answer();
    await answer();
    await answer();
    assert.equal(ids(), 'a b c');
    assert.deepEqual(asked, [undefined, '1', '2']);
  });

  it('reads again what is loaded and keeps it in view until the answer is there', async () => {
    const { listing, asked, answer, ids } = served([['a'], ['b'], ['c']]);
    void listing.load();
    await answer();
    void listing.more();
    await answer();
    asked.length = 0;
    void listing.reload();
    await answer();
    assert.equal(ids(), 'a b');
    await answer();
    assert.deepEqual(asked, [undefined, '1']);
    assert.equal(ids(), 'a b');
    assert.equal(listing.hasMore, true);
  });

  it('asks for what is kept elsewhere anew when it is refreshed, and not when it is first seen', async () => {
    const { listing, refreshed, answer } = served([['a'], ['b']]);
    void listing.load();
    await answer();
    void listing.more();
    await answer();
    assert.deepEqual(refreshed, [false, false]);
    void listing.reload();
    await answer();
    await answer();
    assert.deepEqual(refreshed.slice(2), [true, true]);
  });

  it('keeps a first load’s failure, and retries it', async () => {
    const { listing, answer, fail, ids } = served([['a']]);
    const load = listing.load();
    await fail();
    await load;
    assert.equal(listing.failure?.at, 'start');
    await listing.load();
    void listing.retry();
    await answer();
    assert.equal(listing.failure, undefined);
    assert.equal(ids(), 'a');
  });

  it('keeps what is loaded when it cannot be continued, and continues there on retry', async () => {
    const { listing, asked, answer, fail, ids } = served([['a'], ['b']]);
    void listing.load();
    await answer();
    void listing.more();
    await fail();
    assert.equal(listing.failure?.at, 'end');
    assert.equal(ids(), 'a');
    void listing.retry();
    await answer();
    assert.deepEqual(asked, [undefined, '1', '1']);
    assert.equal(ids(), 'a b');
  });

  it('shows less of nothing when a refresh fails half-way', async () => {
    const { listing, answer, fail, ids } = served([['a'], ['b']], true);
    void listing.load();
    await answer();
    await answer();
    void listing.reload();
    await answer();
    await fail();
    assert.equal(ids(), 'a b');
    assert.equal(listing.failure?.at, 'start');
  });

  it('cancels a load for a newer one, whose answer counts', async () => {
    const { listing, waiting, answer, ids } = served([['a']]);
    const first = listing.load();
    void listing.reload();
    assert.equal(waiting[0]?.signal?.aborted, true);
    await answer();
    assert.equal(ids(), '');
    await answer();
    await first;
    assert.equal(ids(), 'a');
  });

  it('puts a created item first, replaces in place and removes, without a request', async () => {
    const { listing, asked, answer, ids } = served([['a', 'b']]);
    assert.equal(listing.add({ id: 'n' }), false);
    void listing.load();
    await answer();
    listing.add({ id: 'n' });
    listing.replace({ id: 'a', text: 'new' });
    assert.equal(listing.replace({ id: 'x' }), false);
    listing.remove('b');
    assert.equal(ids(), 'n a');
    assert.equal(listing.items[1]?.text, 'new');
    assert.equal(asked.length, 1);
  });

  it('remembers what changed while a load ran', async () => {
    const { listing, answer, ids } = served([['a', 'b']]);
    void listing.load();
    await answer();
    void listing.reload();
    listing.remove('a');
    listing.add({ id: 'n' });
    listing.replace({ id: 'b', text: 'new' });
    await answer();
    assert.equal(ids(), 'n b');
    assert.equal(listing.items[1]?.text, 'new');
  });

  it('loads again once stale', async () => {
    const { listing, asked, answer } = served([['a']]);
    void listing.load();
    await answer();
    listing.markStale();
    void listing.load();
    await answer();
    assert.equal(asked.length, 2);
  });
});
