import { createApi } from '../../src/api/index.ts';
import { listRecords, type Reading } from '../../src/api/listRecords.ts';
import type { ApiVersion } from '../../src/api/types.ts';
import { startSandbox } from '../../src/sandbox/server.ts';

const token = 'bench';
const rounds = 60;

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
 * What reading a page of 500 persons costs once its text is here: ours parses, checks and decodes it, the yardstick
 * parses it only. The text is the sandbox's and read once, so that neither requests nor a server are measured.
 */
export async function decodePage(version: ApiVersion): Promise<{ ours: number; parse: number }> {
  const log = { debug() {}, warn() {} };
  const { text, types } = await page(version);
  const caller: Pick<Reading['caller'], 'call'> = {
    async call() {
      const { data, additional_data: additional } = JSON.parse(text) as { data: unknown; additional_data: unknown };
      return { version, data, additional };
    },
  };
  const list = listRecords({
    ...{ entity: 'person', version: () => version, types: async () => types, log },
    caller: caller as Reading['caller'],
  });
  const read = await list();
  if (read.items.length !== 500 || read.misfits.length > 0) throw new Error('The page was not read whole.');
  return { ours: await least(list), parse: await least(() => JSON.parse(text) as unknown) };
}

/** A page as the sandbox answers it, and the types of its custom fields. */
async function page(version: ApiVersion) {
  const sandbox = await startSandbox({ token, limits: 'off' });
  const log = { debug() {}, warn() {} };
  const api = createApi({ baseUrl: sandbox.url, token, version: () => version, log });
  try {
    const answer = await fetch(`${sandbox.url}/api/${version}/persons?limit=500`, { headers: { 'x-api-token': token } });
    const fields = (await api.fields('person')).filter(({ custom }) => custom);
    return { text: await answer.text(), types: new Map(fields.map(({ key, type }) => [key, type])) };
  } finally {
    api.dispose();
    await sandbox.close();
  }
}
