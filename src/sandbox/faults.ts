import type { Version } from './operation.ts';

/** What can be made to go wrong with a request. `before` and `after` are meant of the work it asks for. */
export type Fault =
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string>; when?: 'before' | 'after' }
  | { kind: 'html'; status?: number }
  | { kind: 'redirect'; to: string; status?: number }
  | { kind: 'delay'; ms: number }
  /** The connection is cut without an answer. */
  | { kind: 'drop'; when: 'before' | 'after' }
  /** A whole answer whose JSON breaks off. */
  | { kind: 'malformed' }
  /** The connection is cut in the middle of the answer. */
  | { kind: 'truncated' };

/** A fault for the next requests that match. What is left out matches everything. */
export interface FaultOrder {
  fault: Fault;
  method?: string;
  /** Without prefix and version; * stands for one part: /persons/* */
  path?: string;
  version?: Version;
  /** How many requests it hits, 1 if left out. */
  times?: number;
  /** How many matching requests it lets pass first. */
  skip?: number;
}

interface Pending {
  order: FaultOrder;
  pattern: RegExp;
  skip: number;
  times: number;
}

export interface FaultySubject {
  method: string;
  path: string;
  version: Version | null;
}

function patternOf(path: string | undefined): RegExp {
  if (path === undefined) return /^/;
  const parts = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** The faults that were ordered and have not happened yet, the oldest first. */
export class Faults {
  #pending: Pending[] = [];

  order(order: FaultOrder): void {
    this.#pending.push({ order, pattern: patternOf(order.path), skip: order.skip ?? 0, times: order.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** The fault this request meets, if any; it is used up. */
  take(subject: FaultySubject): Fault | undefined {
    for (const pending of this.#pending) {
      const { method, version, fault } = pending.order;
      if (method !== undefined && method.toUpperCase() !== subject.method) continue;
      if (version !== undefined && version !== subject.version) continue;
      if (!pending.pattern.test(subject.path)) continue;
      if (pending.skip > 0) {
        pending.skip -= 1;
        continue;
      }
      pending.times -= 1;
      if (pending.times === 0) this.#pending = this.#pending.filter((one) => one !== pending);
      return fault;
    }
    return undefined;
  }
}
