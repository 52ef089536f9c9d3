import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it went over the line. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly type: string;
  readonly body: string;
  /** Of the answer. */
  status: number;
}

export interface Front {
  readonly url: string;
  readonly passed: Passed[];
  close(): Promise<void>;
}

/** Stands before a server, passes everything on as it came, and keeps what was asked. */
export async function frontOf(url: string): Promise<Front> {
  const passed: Passed[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const target = new URL(incoming.url ?? '/', url);
      const one: Passed = {
        method: incoming.method ?? '',
        path: target.pathname,
        query: target.searchParams,
        type: incoming.headers['content-type'] ?? '',
        body: body.toString('latin1'),
        status: 0,
      };
      passed.push(one);
      const headers = { ...incoming.headers, host: target.host, connection: 'close' };
      ask(target, { method: incoming.method ?? 'GET', headers }, (answer) => {
        one.status = answer.statusCode ?? 0;
        outgoing.writeHead(one.status, answer.headers);
        answer.pipe(outgoing);
      }).end(body);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
