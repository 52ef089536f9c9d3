import { type Cursor, decodeCursor, type Direction, type Order, pageFrom } from '../cursor.ts';
import { notAllowed, Problems } from '../refusal.ts';
import { readZonedTime } from '../times.ts';

const usualLimit = 100;
const largestLimit = 500;

/** Reads a query strictly, as version 2 does: unknown names and wrong values are refused, all at once. */
export class Query {
  readonly #query: URLSearchParams;
  readonly #problems = new Problems();

  constructor(query: URLSearchParams, names: readonly string[]) {
    this.#query = query;
    for (const name of new Set(query.keys())) {
      if (!names.includes(name)) this.#problems.add(name, notAllowed(name));
    }
  }

  text(name: string): string | undefined {
    return this.#query.get(name) ?? undefined;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^\d{1,15}$/.test(text)) return Number(text);
    this.problem(name, "Expected 'integer'");
    return undefined;
  }

  flag(name: string): boolean {
    const text = this.text(name);
    if (text !== undefined && text !== 'true' && text !== 'false') this.problem(name, "Expected 'boolean'");
    return text === 'true';
  }

  /** A comma list whose entries must be among the known ones, where these are given. */
  list(name: string, known?: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
    const entries = (this.text(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);
    if (entries.length > most) this.problem(name, `Maximum ${most} values are allowed`);
    for (const entry of entries) {
      if (known && !known.includes(entry)) this.problem(name, `Value '${entry}' is not allowed`);
    }
    return entries;
  }

  ids(name: string): Set<number> | undefined {
    if (this.text(name) === undefined) return undefined;
    const entries = this.list(name, undefined, 100);
    if (entries.some((entry) => !/^\d{1,15}$/.test(entry))) this.problem(name, "Expected a list of 'integer'");
    return new Set(entries.map(Number));
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[], usual: Choice): Choice {
    const text = this.text(name);
    if (text === undefined) return usual;
    const choice = choices.find((one) => one === text);
    if (choice === undefined) this.problem(name, `Expected one of ${choices.map((one) => `'${one}'`).join(', ')}`);
    return choice ?? usual;
  }

  time(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const time = readZonedTime(text);
    if (time === undefined) this.problem(name, 'Expected a time in RFC3339 format');
    return time;
  }

  limit(): number {
    const limit = this.number('limit') ?? usualLimit;
    if (limit < 1 || limit > largestLimit) this.problem('limit', `Expected a value from 1 to ${largestLimit}`);
    return limit;
  }

  direction(): Direction {
    return this.choice('sort_direction', ['asc', 'desc'], 'asc');
  }

  /** The cursor, which must have been made for the same order. */
  cursor(field: string, direction: Direction): Cursor | undefined {
    const text = this.text('cursor');
    if (!text) return undefined;
    const cursor = decodeCursor(text);
    if (cursor?.field === field && cursor.sortDirection === direction) return cursor;
    this.problem('cursor', 'Invalid cursor');
    return undefined;
  }

  problem(name: string, problem: string): void {
    this.#problems.add(name, problem);
  }

  /** Refuses the request if anything in it was wrong. */
  check(): void {
    this.#problems.check();
  }
}

/** Pages through rows that have no times of their own by their place in the list. */
export function pageByPlace<Row>(query: Query, rows: readonly Row[]): { page: Row[]; next: string | null } {
  const limit = query.limit();
  const cursor = query.cursor('place', 'asc');
  query.check();
  const placed = rows.map((row, place) => ({ id: place, row }));
  const order: Order<{ id: number }> = { field: 'place', direction: 'asc', value: (row) => row.id };
  const { page, next } = pageFrom(placed, order, cursor, limit, () => true);
  return { page: page.map(({ row }) => row), next };
}
