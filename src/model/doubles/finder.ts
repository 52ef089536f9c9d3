import { Blocks } from './blocks.ts';
import { usualLimits, type Limits } from './limits.ts';
import { match, type Count, type Reason } from './match.ts';
import { NearNames } from './nearNames.ts';
import type { Folded } from './row.ts';

/** Two records that may be one. */
export interface Pair {
  /** The one to keep: with more values, else the older. */
  readonly survivor: Folded;
  readonly absorbed: Folded;
  /** How likely they are one, 1 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** A value that too many records have to say anything of two of them. */
export interface Crowd {
  readonly sort: 'email' | 'phone' | 'name';
  readonly text: string;
  readonly count: number;
}

/** What was found so far. */
export interface Doubles {
  /** The likeliest first. */
  readonly pairs: readonly Pair[];
  /** How many were found in all; more than there are where the least likely had to go. */
  readonly total: number;
  /** The largest first. */
  readonly crowds: readonly Crowd[];
}

/**
 * Finds records that may be one among any number of them, which come one after another. Only those are held against each
 * other that share a value, or a name but for a slip: each new one against at most `crowd` others by each of its values.
 */
export class DoublesFinder {
  readonly #limits: Limits;
  readonly #ids = new Set<Folded['id']>();
  readonly #blocks: Readonly<Record<'email' | 'phone' | 'name', Blocks<Folded>>>;
  readonly #near: NearNames;
  #pairs: (readonly [Folded, Folded])[] = [];
  #left = 0;
  #compared = 0;

  constructor(limits: Limits = usualLimits) {
    this.#limits = limits;
    const blocks = () => new Blocks<Folded>(limits.crowd);
    this.#blocks = { email: blocks(), phone: blocks(), name: blocks() };
    this.#near = new NearNames(limits.crowd);
  }

  /** How many records were taken in. */
  get read(): number {
    return this.#ids.size;
  }

  /** How often one record or name was held against another. */
  get compared(): number {
    return this.#compared + this.#near.compared;
  }

  /** Takes a record in; one that came before is passed over. */
  add(row: Folded): void {
    if (this.#ids.has(row.id)) return;
    this.#ids.add(row.id);
    const others = new Set<Folded>();
    const meet = (met: readonly Folded[]): void => met.forEach((other) => others.add(other));
    for (const email of row.emails) meet(this.#blocks.email.add(email, row));
    for (const phone of row.phones) meet(this.#blocks.phone.add(phone, row));
    if (row.key !== '') {
      meet(this.#blocks.name.add(row.key, row));
      for (const near of this.#near.add(row.key)) meet(this.#blocks.name.of(near));
    }
    for (const other of others) {
      this.#compared += 1;
      if (match(other, row, this.#count, this.#limits.crowd)) this.#pairs.push([other, row]);
    }
    if (this.#pairs.length >= 2 * this.#limits.pairs) this.#keepBest();
  }

  /** What was found so far; what came to be shared by too many meanwhile counts no more. */
  found(): Doubles {
    const pairs = this.#ranked();
    return { pairs: pairs.slice(0, this.#limits.pairs), total: pairs.length + this.#left, crowds: this.#crowds() };
  }

  readonly #count: Count = (sort, value) => this.#blocks[sort].count(value);

  #ranked(): Pair[] {
    return this.#pairs
      .flatMap(([a, b]) => pairOf(a, b, this.#count, this.#limits.crowd) ?? [])
      .toSorted((one, other) => other.score - one.score);
  }

  #keepBest(): void {
    const ranked = this.#ranked();
    const best = ranked.slice(0, this.#limits.pairs);
    this.#left += ranked.length - best.length;
    this.#pairs = best.map(({ absorbed, survivor }) => [absorbed, survivor]);
  }

  #crowds(): Crowd[] {
    return (['email', 'phone', 'name'] as const)
      .flatMap((sort) => [...this.#blocks[sort].crowded].map(([text, count]) => ({ sort, text, count })))
      .toSorted((one, other) => other.count - one.count);
  }
}

/** Two records as a pair, if they may be one. */
function pairOf(a: Folded, b: Folded, count: Count, most: number): Pair | undefined {
  const matched = match(a, b, count, most);
  if (!matched) return undefined;
  const [survivor, absorbed] = survives(a, b) ? [a, b] : [b, a];
  return { survivor, absorbed, ...matched };
}

/** Whether `a` is the one to keep: with more values, else the older, else of the smaller number. */
function survives(a: Folded, b: Folded): boolean {
  if (a.filled !== b.filled) return a.filled > b.filled;
  if (a.added !== b.added) return a.added < b.added;
  return Number(a.id) < Number(b.id);
}

/** A pair after one of its records was changed, if they may still be one. How many have a value is as it was read. */
export function pairAnew({ survivor, absorbed, reasons }: Pair, changed: Folded): Pair | undefined {
  const known = new Map(reasons.map(({ sort, text, count }) => [`${sort} ${text}`, count]));
  const now = (row: Folded): Folded => (row.id === changed.id ? { ...changed, filled: row.filled, added: row.added } : row);
  const matched = match(now(survivor), now(absorbed), (sort, text) => known.get(`${sort} ${text}`) ?? 2, Infinity);
  return matched && { survivor: now(survivor), absorbed: now(absorbed), ...matched };
}
