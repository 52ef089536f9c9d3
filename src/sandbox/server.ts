import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { makeApp } from './app.ts';
import { addControl } from './control.ts';
import { makeAccount, usualSize } from './data/account.ts';
import type { FaultOrder } from './faults.ts';
import type { LimitOptions } from './limits.ts';
import type { RequestLog } from './log.ts';
import type { Answer } from './operation.ts';

export interface SandboxOptions {
  /** What requests must carry as x-api-token. */
  token: string;
  /** What a colleague's requests carry, if any may come over the line. */
  colleagueToken?: string;
  /** 0, and so any free port, if left out. */
  port?: number;
  /** Another seed makes another company. */
  seed?: number;
  persons?: number;
  /** Whether the token is that of a global administrator; it is, if left out. */
  admin?: boolean;
  /** Sizes of the rate limits, each as usual if left out; 'off' for none. */
  limits?: Partial<LimitOptions> | 'off';
  /** Milliseconds every answer takes at least. */
  latency?: number;
  /** Serve /__sandbox/, by which tests of another process stage faults and read the log. */
  control?: boolean;
  /** Append a line per request here; PIPEDRIVE_SANDBOX_LOG names it otherwise. */
  logFile?: string;
  /** The time, in milliseconds. */
  clock?: () => number;
}

export interface SandboxHandle {
  readonly port: number;
  /** Without a slash at the end and without a version. */
  readonly url: string;
  readonly token: string;
  readonly log: RequestLog;
  /** Stages a fault for the next requests that match. */
  fault: (order: FaultOrder) => void;
  clearFaults: () => void;
  setLimits: (limits: Partial<LimitOptions> | 'off') => void;
  /** Does a request as another user of the company, past limits, faults and log. */
  asColleague: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Stops listening and cuts every connection; what the account holds stays. */
  goOffline: () => Promise<void>;
  /** Listens again on the same port, if it does not. */
  goOnline: () => Promise<void>;
  close: () => Promise<void>;
}

const usualSeed = 20_261_102;

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Starts the embedded Pipedrive on a loopback port. Everything it holds is lost when it is closed. */
export async function startSandbox(options: SandboxOptions): Promise<SandboxHandle> {
  if (options.token === '') throw new Error('the sandbox needs a token');
  const clock = options.clock ?? Date.now;
  const size = { ...usualSize, persons: options.persons ?? usualSize.persons };
  let port = 0;
  const store = makeAccount(options.seed ?? usualSeed, size, clock);
  const sandbox = makeApp({
    store,
    token: options.token,
    colleagueToken: options.colleagueToken,
    port: () => port,
    latency: options.latency ?? 0,
    admin: options.admin ?? true,
    limits: options.limits,
    logFile: options.logFile ?? process.env['PIPEDRIVE_SANDBOX_LOG'],
    clock,
  });
  if (options.control) addControl(sandbox);
  const { app, log, faults, setLimits, asColleague } = sandbox;
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, options.port ?? 0);
  store.site = `http://127.0.0.1:${port}`;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    token: options.token,
    log,
    fault: (order) => faults.order(order),
    clearFaults: () => faults.clear(),
    setLimits,
    asColleague,
    goOffline: () => stop(server),
    goOnline: async () => {
      if (!server.listening) await listen(server, port);
    },
    close: () => stop(server),
  };
}
