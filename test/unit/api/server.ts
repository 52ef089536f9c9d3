import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../../src/api/index.ts';
import type { Pace } from '../../../src/api/pace.ts';
import type { Api, ApiVersion } from '../../../src/api/types.ts';

/** A request as the server got it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What a test's handler answers; a function takes the connection into its own hands. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
  | ((response: ServerResponse) => void);

export interface Stub {
  readonly url: string;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/** A real HTTP server on a loopback port that answers as the handler says. */
export async function serve(handler: (seen: Seen, count: number) => Reply): Promise<Stub> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const text = Buffer.concat(chunks).toString();
      const one: Seen = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text || undefined,
      };
      seen.push(one);
      const reply = handler(one, seen.length);
      if (typeof reply === 'function') {
        reply(response);
        return;
      }
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)));
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Short waits, so that a test of retries takes no seconds. */
const quick: Pace = {
  ...{ timeLimit: 400, transferLimit: 2_000, backOff: 1, longestBackOff: 20, attempts: 3, pause: [1, 20], askAgain: 60_000 },
};

export const token = 'f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed';

/** An API on a stub, with the lines it logged. */
export function apiOn(stub: { readonly url: string }, version: ApiVersion = 'v2'): { api: Api; lines: string[] } {
  const lines: string[] = [];
  const log = { debug: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
  return { api: createApi({ baseUrl: stub.url, token, version: () => version, log }, quick), lines };
}

/** For the tests of one `describe`: starts a server for the test that asks, and closes it after. */
export function useServer(): (handler: (seen: Seen, count: number) => Reply) => Promise<Stub> {
  let stub: Stub | undefined;
  afterEach(async () => {
    await stub?.close();
    stub = undefined;
  });
  return async (handler) => {
    stub = await serve(handler);
    return stub;
  };
}
