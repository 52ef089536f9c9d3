import pRetry from 'p-retry';
import type { BudgetWatch } from './budget.ts';
import type { Endpoint, Method } from './endpoint.ts';
import { PipedriveError } from './errors.ts';
import { faultOf, isSuccess } from './faults.ts';
import { allowedOrigin } from './host.ts';
import { charged, createLimits } from './limits.ts';
import { isTls } from './network.ts';
import { type OperationName, serving } from './operations.ts';
import { pace as usualPace, type Pace } from './pace.ts';
import { pathOf } from './path.ts';
import { requestLine } from './requestLine.ts';
import { send } from './send.ts';
import { sentences } from './sentences.ts';
import { checkToken, redactor } from './token.ts';
import type { ApiOptions, ApiVersion, CallOptions, Queue } from './types.ts';

/** A list is sent as the same name several times. */
type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One operation with its values filled in. */
interface Call extends CallOptions {
  readonly operation: OperationName;
  /** For the `{name}` places of the path. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Query;
  /** Sent as JSON, or as the table says. */
  readonly body?: unknown;
  /** Made anew for each time it is sent. */
  readonly form?: () => FormData;
  readonly sink?: () => NodeJS.WritableStream;
  /** Which version must answer; by default the table says. */
  readonly version?: ApiVersion;
}

/** A call whose version is fixed, and what became of it: a write that is under way cannot be taken back. */
interface Running extends Call {
  readonly version: ApiVersion;
  readonly endpoint: Endpoint;
  underWay: boolean;
}

/** A success, its envelope opened. */
export interface Answer {
  readonly version: ApiVersion;
  readonly data: unknown;
  readonly additional: unknown;
}

/** The one way to Pipedrive. */
export interface Caller {
  /**
   * Waits its turn, sends, checks the envelope. Reads are repeated on network faults, 5xx and 429; changes and
   * deletions on 429 and where no connection came about; creations on 429 only, where Pipedrive says that it did nothing.
   * @throws PipedriveError and nothing else
   */
  call(call: Call): Promise<Answer>;
  readonly budget: BudgetWatch;
  readonly queue: Queue;
  /** The server's time in milliseconds, by the last answer; by this computer's clock before there is one. */
  now(): number;
  dispose(): void;
}

/** Lets what a person waits for go before what runs by itself, also where the latter is sent again. */
const background = -2;

/**
 * @param pace shortened by tests
 * @throws PipedriveError where the address or the token may not be used
 */
export function createCaller(options: ApiOptions, pace: Pace = usualPace): Caller {
  const origin = allowedOrigin(options.baseUrl);
  const { token, log } = options;
  checkToken(token);
  const redact = redactor(token);
  const limits = createLimits(pace);
  const closed = new AbortController();
  let clockOffset = 0;

  const once = async (call: Running, signal: AbortSignal): Promise<Answer> => {
    const { version, endpoint, sink } = call;
    const { method } = endpoint;
    const url = addressOf(origin, call);
    const line = redact(requestLine(method, url, version));
    const started = Date.now();
    try {
      const wired = { method, url, ...payloadOf(call), ...(sink && { sink }) };
      const large = call.form !== undefined || sink !== undefined;
      call.underWay = true;
      const received = await send(wired, token, signal, large ? pace.transferLimit : pace.timeLimit);
      call.underWay = false;
      const { told } = received;
      if (told.date !== undefined) clockOffset = told.date - Date.now();
      const retryAfter = limits.learn(received, endpoint);
      options.answered?.({ operation: call.operation, tokens: charged(received.status, endpoint) });
      const id = told.requestId === undefined ? '' : ` ${redact(told.requestId)}`;
      log.debug(`${line} ${received.status} ${Date.now() - started} ms ${endpoint.cost} tokens${id}`);
      const answer = { operation: call.operation, version, method, search: endpoint.search === true, ...received };
      if (!isSuccess(answer)) {
        throw (received.status === 403 ? limits.refusal() : undefined) ?? faultOf(answer, redact, retryAfter);
      }
      const { data, additional_data } = (received.body ?? {}) as { data?: unknown; additional_data?: unknown };
      return { version, data, additional: additional_data };
    } catch (error) {
      if (PipedriveError.is(error)) {
        if (!signal.aborted) call.underWay = false;
        // Pipedrive's own words may repeat what a person typed, so the line says only the kind of fault.
        const status = error.status === undefined ? '' : ` ${error.status}`;
        if (error.fault !== 'cancelled') log.warn(`${line} failed: ${error.fault}${status}`);
      }
      throw error;
    }
  };

  const allow = (): void => {
    const refused = limits.refusal();
    if (refused !== undefined) throw refused;
  };

  const attempt = async (call: Running, signal: AbortSignal, repeated: boolean): Promise<Answer> => {
    const priority = (call.background === true ? background : 0) + (repeated ? 1 : 0);
    const search = call.endpoint.search === true;
    allow();
    return limits.gate.run({ search, priority, signal }, async () => {
      // Much may have been said while it waited.
      allow();
      return once(call, signal);
    });
  };

  /** What an error is to the caller. */
  const ended = (error: unknown, call: Running, signal: AbortSignal): PipedriveError => {
    if (signal.aborted) {
      // Whoever cancels knows it; whoever waits when the account is closed must hear that the write may have been done.
      const open = call.endpoint.method !== 'GET' && call.signal?.aborted !== true;
      if (open && PipedriveError.is(error, 'unknownOutcome')) return error;
      if (open && call.underWay) return new PipedriveError('unknownOutcome', sentences.unknownOutcomeOfClosing());
      return asCancelled(signal.reason);
    }
    if (PipedriveError.is(error)) return error;
    const cause = new Error(error instanceof Error ? error.name : typeof error);
    return new PipedriveError('unexpected', sentences.unexpected(), { cause });
  };

  return {
    budget: limits.budget,
    get queue() {
      return limits.gate.queue;
    },
    now: () => Date.now() + clockOffset,
    async call(call) {
      // The version is chosen once, so that a repeat asks what was asked.
      const running: Running = { ...call, ...serving(call.operation, call.version ?? options.version()), underWay: false };
      const signal = cancellable(call.signal, closed.signal);
      try {
        signal.throwIfAborted();
        return await pRetry((count) => attempt(running, signal, count > 1), {
          retries: pace.attempts - 1,
          minTimeout: pace.backOff,
          maxTimeout: pace.longestBackOff,
          randomize: true,
          signal,
          shouldRetry: ({ error }) => mayRepeat(error, running.endpoint.method),
        });
      } catch (error) {
        const fault = ended(error, running, signal);
        if (fault.fault === 'unauthorized') options.refused?.(fault);
        throw fault;
      }
    },
    dispose() {
      closed.abort(new PipedriveError('cancelled', sentences.disposed()));
      limits.gate.dispose();
    },
  };
}

function addressOf(origin: string, { endpoint, params, query }: Running): URL {
  const url = new URL(origin + pathOf(endpoint.path, params));
  const fixed = Object.entries(endpoint.query ?? {}).map(([key, value]) => [key, pathOf(value, params)] as const);
  for (const [key, value] of Object.entries({ ...Object.fromEntries(fixed), ...query })) {
    url.searchParams.delete(key);
    for (const each of [value].flat()) url.searchParams.append(key, String(each));
  }
  return url;
}

function payloadOf({ endpoint, body, form }: Running): { body?: unknown; form?: FormData | URLSearchParams } {
  if (form !== undefined) return { form: form() };
  if (body === undefined) return {};
  if (endpoint.form !== true) return { body };
  const values = Object.entries(body as object).map(([key, value]) => [key, String(value ?? '')] as [string, string]);
  return { form: new URLSearchParams(values) };
}

const cancellable = (caller: AbortSignal | undefined, closed: AbortSignal): AbortSignal =>
  caller === undefined ? closed : AbortSignal.any([caller, closed]);

const asCancelled = (reason: unknown): PipedriveError =>
  PipedriveError.is(reason, 'cancelled') ? reason : new PipedriveError('cancelled', sentences.cancelled());

/**
 * A time-out is not repeated: after half a minute a person would rather be told than wait on. Neither is a
 * certificate that is not trusted, nor what the server says it does not have (501). A write is `unreachable` only
 * where nothing was sent.
 */
function mayRepeat(error: Error, method: Method): boolean {
  if (PipedriveError.is(error, 'rateLimited')) return true;
  if (error.cause instanceof Error && isTls(error.cause.message)) return false;
  if (PipedriveError.is(error, 'unreachable')) return method !== 'POST';
  return method === 'GET' && PipedriveError.is(error, 'server');
}
