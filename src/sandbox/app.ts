import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Bindings, Ctx, Variables } from './context.ts';
import { costOf } from './costs.ts';
import { afterWork, beforeWork } from './faultAnswers.ts';
import { Faults } from './faults.ts';
import { judge } from './guard.ts';
import { allLimits, Limits, type LimitOptions } from './limits.ts';
import { type LogEntry, RequestLog } from './log.ts';
import { isGone, pause } from './pause.ts';
import type { Answer, Operation } from './operation.ts';
import { operations } from './operations.ts';
import { loggable, readBody, unreadable } from './requestBody.ts';
import { prefixes, splitPath } from './paths.ts';
import { pictureAt } from './pictures.ts';
import { badJson, internalError, overLimit, Refusal, tooLarge, unauthorized, unknownMethod } from './refusal.ts';
import type { Store } from './store.ts';

const largestBody = 5 * 1024 * 1024;
/** With a file in it. */
const largestForm = 32 * 1024 * 1024;

export interface AppOptions {
  store: Store;
  token: string;
  colleagueToken: string | undefined;
  /** The port, known once the server listens. */
  port: () => number;
  /** Milliseconds every answer takes at least. */
  latency: number;
  /** Whether the token is that of a global administrator. */
  admin: boolean;
  limits: Partial<LimitOptions> | 'off' | undefined;
  logFile: string | undefined;
  clock: () => number;
}

export type App = Hono<{ Bindings: Bindings; Variables: Variables }>;
type Step = MiddlewareHandler<{ Bindings: Bindings; Variables: Variables }>;

export interface Sandbox {
  app: App;
  log: RequestLog;
  faults: Faults;
  setLimits: (limits: Partial<LimitOptions> | 'off') => void;
  /** Does a request as another user, past guard, limits, faults and log. */
  asColleague: (method: string, path: string, body?: unknown) => Promise<Answer>;
}

/** Puts the way of a request together: log → guard → fault → limits → operation. */
export function makeApp(options: AppOptions): Sandbox {
  const { store } = options;
  const log = new RequestLog(options.logFile);
  const faults = new Faults();
  const limitsOf = (wanted: Partial<LimitOptions> | 'off' | undefined): Limits | undefined => {
    const sizes = allLimits(wanted);
    return sizes === 'off' ? undefined : new Limits(sizes, options.clock);
  };
  let limits = limitsOf(options.limits);
  const [first, colleague] = store.users.all();
  if (!first || !colleague) throw new Error('the account has no users');
  const me = store.users.put({ ...first, admin: options.admin });
  const users = new Map([[options.token, me]]);
  if (options.colleagueToken) users.set(options.colleagueToken, colleague);

  const keepLog: Step = async (c, next) => {
    const url = new URL(c.req.url);
    const { version } = splitPath(c.req.path);
    const entry: LogEntry = {
      method: c.req.method,
      path: c.req.path,
      query: url.search,
      version,
      status: 0,
      cost: 0,
      body: undefined,
    };
    c.set('entry', entry);
    log.underWay++;
    await next();
    log.underWay--;
    const sent = c.res === RESPONSE_ALREADY_SENT || c.res.headers.has('x-hono-already-sent');
    entry.status = sent || isGone(c) ? 0 : c.res.status;
    if (!c.env.inside && !entry.path.startsWith('/__sandbox/')) log.add(entry);
  };

  const guard: Step = async (c, next) => {
    if (c.env.inside) {
      c.set('user', c.env.inside);
      return next();
    }
    const visitor = { host: c.req.header('host'), origin: c.req.header('origin'), token: c.req.header('x-api-token') };
    const verdict = judge(visitor, options.port(), users);
    if (verdict === 'foreign') return c.text('Forbidden', 403);
    // Pictures have addresses that nobody can guess, and no token.
    if (c.req.path.startsWith('/pictures/')) return next();
    if (verdict === 'unauthorized') {
      return send(unauthorized, { 'x-401-by-gw': 'true', 'x-correlation-id': crypto.randomUUID() });
    }
    c.set('user', users.get(visitor.token ?? '') ?? me);
    return next();
  };

  const meetFault: Step = async (c, next) => {
    const { version, rest } = splitPath(c.req.path);
    const fault = c.env.inside ? undefined : faults.take({ method: c.req.method, path: rest, version });
    if (!fault) return next();
    const early = beforeWork(c, fault);
    if (early) return early;
    if (fault.kind === 'delay') await pause(c, fault.ms);
    await next();
    const late = await afterWork(c, fault);
    if (late) {
      c.res = undefined;
      c.res = late;
    }
    return undefined;
  };

  const run =
    (operation: Operation) =>
    async (c: Ctx): Promise<Response> => {
      const { version } = operation;
      const cost = costOf(version, operation.method, operation.path);
      const token = c.req.header('x-api-token') ?? options.token;
      const admission = c.env.inside ? undefined : limits?.admit(token, cost, operation.search ?? false);
      if (admission && !admission.admitted) return send(overLimit, admission.headers);
      const entry = c.get('entry');
      entry.cost = cost;
      if (options.latency > 0 && !c.env.inside) await pause(c, options.latency);
      const body = await readBody(c);
      if (body === unreadable) return send(badJson(version), admission?.headers);
      entry.body = loggable(body);
      const { params, query } = { params: c.req.param(), query: new URL(c.req.url).searchParams };
      const answer = answerOf(operation, { store, user: c.get('user'), params, query, body });
      const done = admission && answer.status < 300 ? limits?.done(token, operation.method) : undefined;
      return send(answer, { ...admission?.headers, ...done });
    };

  const app: App = new Hono();
  app.use('*', keepLog);
  app.use('*', guard);
  app.use('*', meetFault);
  const limit = (maxSize: number): Step =>
    bodyLimit({ maxSize, onError: (c) => c.json(tooLarge(splitPath(c.req.path).version ?? 'v1').body as object, 413) });
  const [limitBody, limitForm] = [limit(largestBody), limit(largestForm)];
  app.use('*', (c, next) => (c.req.header('content-type')?.startsWith('multipart/') ? limitForm : limitBody)(c, next));
  const sandbox: Sandbox = {
    app,
    log,
    faults,
    setLimits: (wanted) => {
      limits = limitsOf(wanted);
    },
    asColleague: async (method, path, body) => {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      const response = await app.request(path, init, { inside: colleague });
      return { status: response.status, body: await response.json() };
    },
  };
  for (const operation of operations) {
    const paths = prefixes[operation.version].map((prefix) => `${prefix}${operation.path}`);
    app.on(operation.method, paths, run(operation));
  }
  app.get('/pictures/:key/:name', (c) => {
    const picture = pictureAt(store, c.req.param('key'), c.req.param('name'));
    return picture ? c.body(picture.bytes, 200, { 'content-type': picture.type }) : c.notFound();
  });
  app.notFound((c) => send(unknownMethod(splitPath(c.req.path).version ?? undefined)));
  app.onError((error) => {
    process.emitWarning(error);
    return send(internalError);
  });
  return sandbox;
}

function answerOf(operation: Operation, call: Parameters<Operation['run']>[0]): Answer {
  try {
    return operation.run(call);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function send(answer: Answer, headers: Record<string, string> = {}): Response {
  if (answer.file) {
    const { name, type, bytes } = answer.file;
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new Response(bytes, { headers: { 'content-type': type, 'content-disposition': disposition, ...headers } });
  }
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', ...headers },
  });
}
