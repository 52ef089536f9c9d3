/**
 * Lists all persons of a server, one way, in a process of its own; prints what it took as JSON.
 * usage: node list.ts bare|vendor|v2|v1 URL TOKEN
 */
const [how = '', url = '', token = ''] = process.argv.slice(2);

interface Way {
  /** Answers how many persons came, and in how many requests. */
  (): Promise<{ persons: number; requests: number; tokens?: number }>;
}

const ways: Readonly<Record<string, () => Promise<Way>>> = {
  /** The limit: HTTP and JSON.parse, and nothing is looked at. */
  async bare() {
    const http = await import('node:http');
    const agent = new http.Agent({ keepAlive: true });
    const get = (path: string) =>
      new Promise<string>((resolve, reject) => {
        const request = http.get(url + path, { agent, headers: { 'x-api-token': token } }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
          answer.on('error', reject);
        });
        request.on('error', reject);
      });
    return async () => {
      let persons = 0;
      let requests = 0;
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const page = JSON.parse(await get(`/api/v2/persons?limit=500${query}`)) as {
          data: unknown[];
          additional_data: { next_cursor: string | null };
        };
        persons += page.data.length;
        requests += 1;
        cursor = page.additional_data.next_cursor;
      }
      agent.destroy();
      return { persons, requests };
    };
  },

  async vendor() {
    const { v2 } = await import('pipedrive');
    const api = new v2.PersonsApi(new v2.Configuration({ apiKey: token, basePath: `${url}/api/v2` }));
    return async () => {
      let persons = 0;
      let requests = 0;
      let cursor: string | null | undefined;
      do {
        const page = await api.getPersons({ limit: 500, ...(cursor ? { cursor } : {}) });
        persons += page.data?.length ?? 0;
        requests += 1;
        cursor = page.additional_data?.next_cursor;
      } while (cursor);
      return { persons, requests };
    };
  },

  v2: () => ours('v2'),
  v1: () => ours('v1'),
};

async function ours(version: 'v1' | 'v2'): Promise<Way> {
  const { createApi } = await import('../../src/api/index.ts');
  const { pages } = await import('../../src/api/pages.ts');
  const quiet = { debug: () => undefined, warn: (line: string) => void process.stderr.write(`${line}\n`) };
  const api = createApi({ baseUrl: url, token, version: () => version, log: quiet });
  return async () => {
    let persons = 0;
    let requests = 0;
    for await (const page of pages(api.records('person'))) {
      persons += page.items.length;
      requests += 1;
    }
    const tokens = api.budget.used;
    api.dispose();
    return { persons, requests, tokens };
  };
}

async function main(): Promise<void> {
  const make = ways[how];
  if (!make) throw new Error(`There is no way called ${how}.`);
  const list = await make();
  const begun = process.cpuUsage();
  const started = performance.now();
  const found = await list();
  const { user, system } = process.cpuUsage(begun);
  const seconds = (performance.now() - started) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ...found, cpu: (user + system) / 1e6, seconds, memory })}\n`);
}

void main();

export {};
