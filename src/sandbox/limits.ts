import type { Method } from './operation.ts';

export interface LimitOptions {
  /** Requests of one token within two seconds. */
  burst: number;
  /** Searches of one token within two seconds; they count as requests too. */
  search: number;
  /** API tokens the company may spend in a day (UTC). */
  daily: number;
  /** POST and PUT of one user in a day (UTC): an older rule of fair use, told of and not enforced. */
  writes: number;
}

/** Generous, so that looking around in the demo account never ends at a limit. */
const usualLimits: LimitOptions = { burst: 120, search: 10, daily: 450_000, writes: 10_000 };

/** What is not given is as usual. */
export function allLimits(limits: Partial<LimitOptions> | 'off' = {}): LimitOptions | 'off' {
  return limits === 'off' ? 'off' : { ...usualLimits, ...limits };
}

const windowMs = 2_000;
const dayMs = 86_400_000;

export interface Admission {
  admitted: boolean;
  headers: Record<string, string>;
}

/** A rolling window of two seconds. */
class Window {
  #times: number[] = [];
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  remaining(now: number): number {
    this.#times = this.#times.filter((time) => time > now - windowMs);
    return Math.max(0, this.limit - this.#times.length);
  }

  add(now: number): void {
    this.#times.push(now);
  }

  /** Seconds until one more request fits. */
  reset(now: number): number {
    const oldest = this.#times[0] ?? now;
    return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
  }
}

/** Both of Pipedrive's limits: the burst of one token and the day's budget of the company. */
export class Limits {
  readonly #options: LimitOptions;
  readonly #clock: () => number;
  readonly #bursts = new Map<string, Window>();
  readonly #searches = new Map<string, Window>();
  readonly #writes = new Map<string, number>();
  #day = 0;
  #spent = 0;

  constructor(options: LimitOptions, clock: () => number) {
    this.#options = options;
    this.#clock = clock;
  }

  /** API tokens spent today. */
  get spent(): number {
    return this.#spent;
  }

  /** Lets a request in and charges it, or refuses it and charges nothing. */
  admit(token: string, cost: number, search: boolean): Admission {
    const now = this.#clock();
    this.#startDay(now);
    const burst = this.#window(this.#bursts, token, this.#options.burst);
    const searches = this.#window(this.#searches, token, this.#options.search);
    const narrow = search && searches.remaining(now) < burst.remaining(now) ? searches : burst;
    const admitted = narrow.remaining(now) > 0 && this.#spent < this.#options.daily;
    if (admitted) {
      burst.add(now);
      if (search) searches.add(now);
      this.#spent += cost;
    }
    const refusedByBurst = narrow.remaining(now) === 0 && !admitted;
    return {
      admitted,
      headers: {
        'x-ratelimit-limit': String(narrow.limit),
        'x-ratelimit-remaining': String(narrow.remaining(now)),
        'x-ratelimit-reset': String(refusedByBurst ? narrow.reset(now) : windowMs / 1000),
        'x-daily-ratelimit-token-limit': String(this.#options.daily),
        'x-daily-ratelimit-token-remaining': String(Math.max(0, this.#options.daily - this.#spent)),
      },
    };
  }

  /** The header that goes with a request that was done: Pipedrive counts creations and replacements, not version 2's PATCH. */
  done(token: string, method: Method): Record<string, string> {
    if (method !== 'POST' && method !== 'PUT') return {};
    const writes = (this.#writes.get(token) ?? 0) + 1;
    this.#writes.set(token, writes);
    return { 'x-daily-requests-left': String(Math.max(0, this.#options.writes - writes)) };
  }

  #startDay(now: number): void {
    const today = Math.floor(now / dayMs);
    if (today !== this.#day) {
      this.#day = today;
      this.#spent = 0;
      this.#writes.clear();
    }
  }

  #window(windows: Map<string, Window>, token: string, limit: number): Window {
    const known = windows.get(token);
    if (known) return known;
    const window = new Window(limit);
    windows.set(token, window);
    return window;
  }
}
