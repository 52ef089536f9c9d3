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

/**
 * Reads Pipedrive's limit headers. `x-ratelimit-reset` is a number of seconds, not a time
 * (https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting).
 */
export function readHeaders(headers: HeaderSource): Told {
  const number = (name: string): number | undefined => {
    const text = headers.get(name);
    return text !== null && /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
  };
  const wait = number('retry-after') ?? number('x-ratelimit-reset');
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
