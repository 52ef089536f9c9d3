import pRetry from 'p-retry';
import { type BudgetWatch, createBudgetWatch } from './budget.ts';
import { PipedriveError } from './errors.ts';
import { faultOf, isBudgetSpent, isSuccess } from './faults.ts';
import { Gate } from './gate.ts';
import { allowedOrigin } from './host.ts';
import { isTls } from './network.ts';
import { type Endpoint, type OperationName, serving } from './operations.ts';
import { pace as usualPace, type Pace } from './pace.ts';
import { requestLine } from './requestLine.ts';
import { type Received, send } from './send.ts';
import { sentences } from './sentences.ts';
import { checkToken, redactor } from './token.ts';
import type { ApiOptions, ApiVersion } from './types.ts';
import { pathOf } from './path.ts';

/** One operation with its values filled in. */
interface Call {
  readonly operation: OperationName;
  /** For the `{name}` places of the path. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Which version must answer; by default the table says. */
  readonly version?: ApiVersion;
  /** Above 0 goes before what waits, below 0 after it. */
  readonly priority?: number;
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
   * Waits its turn, sends, checks the envelope. Reads are repeated on network faults, 5xx and 429; writes on
   * 429 only, where Pipedrive says that it did nothing.
   * @throws PipedriveError and nothing else
   */
  call(call: Call): Promise<Answer>;
  readonly budget: BudgetWatch;
  /** The server's time in milliseconds, by the last answer; by this computer's clock before there is one. */
  now(): number;
  dispose(): void;
}

/** How long a client that Pipedrive's firewall refused after 429s keeps still, in milliseconds. */
const blockedFor = 60_000;

/**
 * @param pace shortened by tests
 * @throws PipedriveError where the address or the token may not be used
 */
export function createCaller(options: ApiOptions, pace: Pace = usualPace): Caller {
  const origin = allowedOrigin(options.baseUrl);
  const { token, log } = options;
  checkToken(token);
  const redact = redactor(token);
  const gate = new Gate();
  const budget = createBudgetWatch();
  const closed = new AbortController();
  let lastRefusal = Number.NEGATIVE_INFINITY;
  let blockedUntil = 0;
  let clockOffset = 0;

  /** Learns from every answer, good or bad; returns the pause that a 429 calls for. */
  const learn = (received: Received, endpoint: Endpoint): number | undefined => {
    const { told, status } = received;
    budget.learn(told);
    if (told.date !== undefined) clockOffset = told.date - Date.now();
    // A search's headers tell of the searches' own limit.
    if (told.burstLimit !== undefined && !endpoint.search) gate.learn(told.burstLimit);
    if (status === 429) {
      lastRefusal = Date.now();
      if (isBudgetSpent(told)) return undefined;
      const [shortest, longest] = pace.pause;
      const wait = Math.min(longest, Math.max(shortest, told.wait ?? shortest));
      gate.pause(wait);
      return wait;
    }
    if (status === 403 && received.body === undefined && Date.now() - lastRefusal < blockedFor) {
      blockedUntil = Date.now() + blockedFor;
    }
    return undefined;
  };

  const blockedFault = (): PipedriveError =>
    new PipedriveError('forbidden', sentences.blocked(), { status: 403, retryAfter: blockedUntil - Date.now() });

  const once = async (call: Call, signal: AbortSignal): Promise<Answer> => {
    const { version, endpoint } = serving(call.operation, call.version ?? options.version());
    const { method } = endpoint;
    const url = new URL(origin + pathOf(endpoint.path, call.params));
    for (const [key, value] of Object.entries({ ...endpoint.query, ...call.query })) {
      url.searchParams.set(key, String(value));
    }
    const line = redact(requestLine(method, url, version));
    const started = Date.now();
    try {
      const wired = { method, url, ...(call.body !== undefined && { body: call.body }) };
      const received = await send(wired, token, signal, pace.timeLimit);
      const retryAfter = learn(received, endpoint);
      const ms = Date.now() - started;
      const { requestId } = received.told;
      log.debug(`${line} ${received.status} ${ms} ms ${endpoint.cost} tokens${requestId ? ` ${redact(requestId)}` : ''}`);
      const answer = { operation: call.operation, version, method, ...received };
      if (!isSuccess(answer)) {
        throw Date.now() < blockedUntil ? blockedFault() : faultOf(answer, redact, retryAfter);
      }
      const { data, additional_data } = (received.body ?? {}) as { data?: unknown; additional_data?: unknown };
      return { version, data, additional: additional_data };
    } catch (error) {
      if (PipedriveError.is(error) && error.fault !== 'cancelled') {
        // Pipedrive's own words may repeat what a person typed, so the line says only the kind of fault.
        log.warn(`${line} failed: ${error.fault}${error.status === undefined ? '' : ` ${error.status}`}`);
      }
      throw error;
    }
  };

  const attempt = async (call: Call, signal: AbortSignal, repeated: boolean): Promise<Answer> => {
    const { endpoint } = serving(call.operation, call.version ?? options.version());
    const priority = (call.priority ?? 0) + (repeated ? 1 : 0);
    return gate.run({ search: endpoint.search === true, priority, signal }, async () => {
      if (Date.now() < blockedUntil) throw blockedFault();
      return once(call, signal);
    });
  };

  return {
    budget,
    now: () => Date.now() + clockOffset,
    async call(call) {
      // The version is chosen once, so that a repeat asks what was asked.
      const fixed = { ...call, version: call.version ?? options.version() };
      const { endpoint } = serving(fixed.operation, fixed.version);
      const signal = cancellable(call.signal, closed.signal);
      try {
        signal.throwIfAborted();
        return await pRetry((count) => attempt(fixed, signal, count > 1), {
          retries: pace.attempts - 1,
          minTimeout: pace.backOff,
          randomize: true,
          signal,
          shouldRetry: ({ error }) => mayRepeat(error, endpoint.method === 'GET'),
        });
      } catch (error) {
        if (signal.aborted) throw asCancelled(signal.reason);
        if (PipedriveError.is(error)) throw error;
        throw new PipedriveError('unexpected', sentences.unexpected(), {
          cause: new Error(error instanceof Error ? error.name : typeof error),
        });
      }
    },
    dispose() {
      closed.abort(new PipedriveError('cancelled', sentences.disposed()));
      gate.dispose();
    },
  };
}

const cancellable = (caller: AbortSignal | undefined, closed: AbortSignal): AbortSignal =>
  caller === undefined ? closed : AbortSignal.any([caller, closed]);

const asCancelled = (reason: unknown): PipedriveError =>
  PipedriveError.is(reason, 'cancelled') ? reason : new PipedriveError('cancelled', sentences.cancelled());

/**
 * A time-out is not repeated: after half a minute a person would rather be told than wait on. Neither is a
 * certificate that is not trusted, nor what the server says it does not have (501).
 */
function mayRepeat(error: Error, read: boolean): boolean {
  if (PipedriveError.is(error, 'rateLimited')) return true;
  if (error.cause instanceof Error && isTls(error.cause.message)) return false;
  return read && PipedriveError.is(error, 'unreachable', 'server');
}
