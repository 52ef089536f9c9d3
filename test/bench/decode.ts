import { createApi } from '../../src/api/index.ts';
import type { ApiVersion } from '../../src/api/types.ts';
import { startSandbox } from '../../src/sandbox/server.ts';

const token = 'bench';
const rounds = 15;

/** Processor time of one run of the work, in milliseconds: the least of several, so that other work does not count. */
async function least(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/**
 * What reading a page of 500 persons costs beyond the request: ours takes a page from the sandbox and decodes it, the
 * yardstick takes the same page and parses it.
 */
export async function decodePage(version: ApiVersion): Promise<{ ours: number; parse: number }> {
  const sandbox = await startSandbox({ token, limits: 'off' });
  try {
    const path = version === 'v2' ? '/api/v2/persons?limit=500' : '/api/v1/persons?limit=500';
    const fetchText = async () => (await fetch(sandbox.url + path, { headers: { 'x-api-token': token } })).text();
    const text = await fetchText();
    const api = createApi({ baseUrl: sandbox.url, token, version: () => version, log: { debug() {}, warn() {} } });
    const persons = api.records('person');
    await persons.list();
    const fetched = await least(fetchText);
    const listed = await least(() => persons.list());
    const parse = await least(() => JSON.parse(text) as unknown);
    api.dispose();
    return { ours: listed - fetched, parse };
  } finally {
    await sandbox.close();
  }
}
