import { pipeline } from 'node:stream/promises';
import fetch, { type Response } from 'node-fetch';
import type { Method } from './endpoint.ts';
import type { PipedriveError } from './errors.ts';
import { readHeaders, type Told } from './headers.ts';
import { networkFault, timeoutFault } from './network.ts';
import { agentFor } from './proxy.ts';

/** One request as it goes over the line. */
export interface Wired {
  readonly method: Method;
  readonly url: URL;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it stands, in the place of JSON. */
  readonly form?: FormData | URLSearchParams;
  /** Where the content of a file goes that is fetched; opened only when there is one. */
  readonly sink?: () => NodeJS.WritableStream;
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
  const { method, url, body, form, sink } = wired;
  const clock = AbortSignal.timeout(timeLimit);
  const either = AbortSignal.any([signal, clock]);
  const json = body === undefined ? undefined : JSON.stringify(body);
  const payload = form ?? json;
  try {
    const response = await fetch(url, {
      method,
      // Both fetches forward x-api-token to wherever a redirect points.
      redirect: 'manual',
      agent: agentFor,
      signal: either,
      headers: {
        accept: sink === undefined ? 'application/json' : '*/*',
        connection: 'keep-alive',
        'x-api-token': token,
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(payload !== undefined && { body: payload }),
    });
    const told = readHeaders(response.headers);
    if (sink !== undefined) {
      const content = await contentOf(response, url, either);
      if (content?.body) {
        await pipeline(content.body, sink(), { signal: either });
        return { status: content.status, told, body: { success: true } };
      }
    }
    return { status: response.status, told, body: parse(await response.text()) };
  } catch (error) {
    throw lineFault(error, method, signal, clock, timeLimit);
  }
}

/**
 * The answer that holds a file. Pipedrive may point to the store that keeps it, whose address is its own permission,
 * so that is asked without the token, and only where no one can listen.
 */
async function contentOf(response: Response, url: URL, signal: AbortSignal): Promise<Response | undefined> {
  if (response.ok) return response;
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null || !URL.canParse(location, url.href)) return undefined;
  const store = new URL(location, url.href);
  if (store.protocol !== 'https:' && store.origin !== url.origin) return undefined;
  const kept = await fetch(store, { redirect: 'manual', agent: agentFor, signal });
  return kept.ok ? kept : undefined;
}

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
