import fetch from 'node-fetch';
import type { PipedriveError } from './errors.ts';
import { type HeaderSource, readHeaders, type Told } from './headers.ts';
import { networkFault, timeoutFault } from './network.ts';
import type { Method } from './operations.ts';

/** One request as it goes over the line. */
export interface Wired {
  readonly method: Method;
  readonly url: URL;
  readonly body?: unknown;
}

/** What came back, before anyone judged it. */
export interface Received {
  readonly status: number;
  readonly told: Told;
  /** Parsed JSON; undefined where the body was empty or none. */
  readonly body: unknown;
}

/**
 * Sends one request and reads its whole answer; no retry, no judgement of the status.
 * node-fetch and not the global fetch or undici, because VS Code's proxy and certificate settings reach it, and
 * `connection: keep-alive` must be said because VS Code puts its own agent in place.
 *
 * @param token sent in a header, the only place it ever stands
 * @param signal ends the request; its reason is thrown
 * @param timeLimit milliseconds from sending to the end of the answer
 * @throws PipedriveError `unreachable`, `unknownOutcome` or `timeout`, or the signal's reason
 */
export async function send(wired: Wired, token: string, signal: AbortSignal, timeLimit: number): Promise<Received> {
  const { method, url, body } = wired;
  const clock = AbortSignal.timeout(timeLimit);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  try {
    const response = await fetch(url, {
      method,
      // Both fetches forward x-api-token to wherever a redirect points.
      redirect: 'manual',
      signal: AbortSignal.any([signal, clock]),
      headers: {
        accept: 'application/json',
        connection: 'keep-alive',
        'x-api-token': token,
        ...(payload !== undefined && { 'content-type': 'application/json' }),
      },
      ...(payload !== undefined && { body: payload }),
    });
    const text = await response.text();
    return { status: response.status, told: told(response.headers), body: parse(text) };
  } catch (error) {
    throw lineFault(error, method, signal, clock, timeLimit);
  }
}

const told = (headers: HeaderSource): Told => readHeaders(headers);

/** JSON, or undefined: V8's own complaint repeats a piece of the body, so it is not passed on. */
function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function lineFault(error: unknown, method: Method, signal: AbortSignal, clock: AbortSignal, timeLimit: number): PipedriveError {
  if (signal.aborted) return signal.reason as PipedriveError;
  if (clock.aborted) return timeoutFault(timeLimit, method);
  return networkFault(error, method);
}
