import assert from 'node:assert/strict';
import { PipedriveError, type Fault } from '../../../src/api/errors.ts';
import { createApi } from '../../../src/api/index.ts';
import type { Api } from '../../../src/api/types.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { simulate, type Simulation } from '../../../src/sandbox/simulations.ts';

const token = 'simulations-token';
const log = { debug: () => undefined, warn: () => undefined };
const pace = {
  timeLimit: 5_000,
  transferLimit: 5_000,
  backOff: 1,
  longestBackOff: 2,
  attempts: 2,
  pause: [1, 2],
  askAgain: 60_000,
} as const;

const meets: { readonly [S in Simulation]: Fault } = {
  burst: 'rateLimited',
  budget: 'budgetSpent',
  away: 'unreachable',
  token: 'unauthorized',
};

describe('sandbox: what can be simulated', () => {
  let sandbox: SandboxHandle;
  let api: Api;
  before(async () => {
    sandbox = await startSandbox({ token, colleagueToken: 'of-a-colleague', persons: 40 });
    api = createApi({ baseUrl: sandbox.url, token, version: () => 'v2', log }, pace);
  });
  after(async () => {
    api.dispose();
    await sandbox.close();
  });

  for (const [simulation, fault] of Object.entries(meets) as [Simulation, Fault][]) {
    it(`${simulation}: every request meets it, and none once it has ended`, async () => {
      await simulate(sandbox, simulation);
      for (const id of [1, 2]) {
        await assert.rejects(api.records('person').get(id), (error) => PipedriveError.is(error, fault));
      }
      if (simulation === 'budget') assert.equal(api.budget.spent, true);
      await simulate(sandbox, undefined);
      api.renewed();
      assert.equal((await api.records('person').get(1)).id, 1);
      assert.equal(api.budget.spent, undefined);
    });
  }

  it('one takes the place of the one before', async () => {
    await simulate(sandbox, 'away');
    await simulate(sandbox, 'token');
    await assert.rejects(api.records('person').get(1), (error) => PipedriveError.is(error, 'unauthorized'));
    await simulate(sandbox, undefined);
  });

  it('a colleague’s token is another user’s', async () => {
    const colleague = createApi({ baseUrl: sandbox.url, token: 'of-a-colleague', version: () => 'v2', log }, pace);
    try {
      assert.notEqual((await colleague.me()).id, (await api.me()).id);
    } finally {
      colleague.dispose();
    }
  });
});
