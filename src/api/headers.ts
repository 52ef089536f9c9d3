/** What the headers of an answer tell; absent where a header was missing or no number. */
export interface Told {
  readonly requestId?: string;
  /** Requests in two seconds. */
  readonly burstLimit?: number;
  readonly burstRemaining?: number;
  /** Milliseconds until the server takes requests again. */
  readonly wait?: number;
  readonly dailyLimit?: number;
  readonly dailyRemaining?: number;
  /** The server's time, in milliseconds, by the second. */
  readonly date?: number;
}

/** The part of a `Headers` object this needs. */
export interface HeaderSource {
  get(name: string): string | null;
}

/** Seconds until a moment, as `Retry-After` may tell it too (RFC 9110); undefined where it is none. */
function until(date: string | null): number | undefined {
  const moment = Date.parse(date ?? '');
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - Date.now()) / 1_000);
}

/**
 * Reads Pipedrive's limit headers. `x-ratelimit-reset` is a number of seconds, not a time
 * (https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting).
 */
export function readHeaders(headers: HeaderSource): Told {
  const number = (name: string): number | undefined => {
    const text = headers.get(name);
    // What was used beyond a limit may be told as less than nothing.
    return text !== null && /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Math.max(0, Number(text)) : undefined;
  };
  const wait = number('retry-after') ?? until(headers.get('retry-after')) ?? number('x-ratelimit-reset');
  const told = {
    requestId: headers.get('x-correlation-id') ?? headers.get('x-request-id') ?? undefined,
    burstLimit: number('x-ratelimit-limit'),
    burstRemaining: number('x-ratelimit-remaining'),
    wait: wait === undefined ? undefined : wait * 1_000,
    dailyLimit: number('x-daily-ratelimit-token-limit'),
    dailyRemaining: number('x-daily-ratelimit-token-remaining'),
    date: Date.parse(headers.get('date') ?? '') || undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
