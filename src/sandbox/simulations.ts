import type { Fault } from './faults.ts';
import type { SandboxHandle } from './server.ts';

/** What the whole of Pipedrive can be made to look like, for people to see what happens then. */
export type Simulation = 'burst' | 'budget' | 'away' | 'token';

const refused = (status: number, error: string, headers: Record<string, string> = {}): Fault => ({
  ...{ kind: 'status', status, headers },
  body: { success: false, error, errorCode: status },
});

/** What every request meets. */
const met: { readonly [S in Exclude<Simulation, 'away'>]: Fault } = {
  burst: refused(429, 'request over limit', { 'retry-after': '1', 'x-ratelimit-remaining': '0' }),
  budget: refused(429, 'request over limit', { 'x-daily-ratelimit-token-remaining': '0' }),
  token: refused(401, 'unauthorized access'),
};

/** Begins one, in the place of the one before; without one Pipedrive is itself again. */
export async function simulate(sandbox: SandboxHandle, simulation: Simulation | undefined): Promise<void> {
  sandbox.clearFaults();
  if (simulation === 'away') return sandbox.goOffline();
  await sandbox.goOnline();
  if (simulation) sandbox.fault({ fault: met[simulation], times: Number.POSITIVE_INFINITY });
  return undefined;
}
