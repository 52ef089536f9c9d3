import assert from 'node:assert/strict';
import type { PipedriveError } from '../../../src/api/errors.ts';
import { apiOn, type Reply, type Seen, useServer } from './server.ts';

const ids = [1, 2, 3, 4, 5];

describe('deleting many', function () {
  this.timeout(20_000);
  const on = useServer();

  /** Deletes five persons from a server that answers as told, and hears what is told on the way. */
  async function deleteFive(version: 'v1' | 'v2', answer: (seen: Seen) => Reply, stopAfter?: number) {
    const server = await on(answer);
    const { api } = apiOn(server, version);
    const abort = new AbortController();
    const told: unknown[] = [];
    const progress: number[] = [];
    const { removed, failed } = await api.removeMany('person', ids, {
      signal: abort.signal,
      removed: (id) => told.push(id),
      progress: (done) => {
        progress.push(done);
        if (done === stopAfter) abort.abort();
      },
    });
    const faults = failed.map(({ id, error }) => `${id} ${(error as PipedriveError).fault}`);
    return { removed, faults, told, progress, requests: server.seen.length };
  }
  const gone = { json: { success: true, data: { id: 1 } } };

  it('tells of each as it goes, and counts one that was deleted already', async () => {
    const { removed, faults, told, progress } = await deleteFive('v2', ({ path }) =>
      path.endsWith('/3') ? { status: 410, json: { success: false, error: 'gone' } } : gone,
    );
    assert.deepEqual([removed, faults, told, progress], [ids, [], ids, [1, 2, 3, 4, 5]]);
  });

  it('goes on after one that is refused', async () => {
    const { removed, faults, requests } = await deleteFive('v2', ({ path }) =>
      path.endsWith('/4') ? { status: 403, json: { success: false, error: 'No' } } : gone,
    );
    assert.deepEqual([removed, faults, requests], [[1, 2, 3, 5], ['4 forbidden'], 5]);
  });

  it('sends nothing more once it is cancelled, and says of each what became of it', async () => {
    const { removed, faults, requests } = await deleteFive('v2', () => gone, 2);
    assert.deepEqual([removed, faults, requests], [[1, 2], ['3 cancelled', '4 cancelled', '5 cancelled'], 2]);
  });

  it('says of all that they are there, where the one request of version 1 is refused', async () => {
    const { removed, faults, told } = await deleteFive('v1', () => ({ status: 403, json: { success: false, error: 'No' } }));
    assert.deepEqual([removed, told], [[], []]);
    assert.deepEqual(
      faults,
      ids.map((id) => `${id} forbidden`),
    );
  });
});
