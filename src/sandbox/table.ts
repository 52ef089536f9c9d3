/**
 * The records of one kind in memory, in the order of their ids, with indexes on the
 * columns that lists and counts ask for. Rows are replaced, never changed in place, so a
 * row taken out stays what it was.
 */
export class Table<Row extends { id: number }> {
  readonly #rows = new Map<number, Row>();
  readonly #indexes = new Map<keyof Row, Map<unknown, Set<number>>>();
  readonly #orders = new Map<string, { at: number; rows: readonly Row[] }>();
  #lastId = 0;
  #changes = 0;

  constructor(indexed: readonly (keyof Row)[] = []) {
    for (const column of indexed) this.#indexes.set(column, new Map());
  }

  /** Another number after every change. */
  get version(): number {
    return this.#changes;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The id the next new record will have. */
  nextId(): number {
    return this.#lastId + 1;
  }

  get(id: number): Row | undefined {
    return this.#rows.get(id);
  }

  /** Adds a record or replaces the one with the same id. */
  put(row: Row): Row {
    const before = this.#rows.get(row.id);
    for (const [column, index] of this.#indexes) {
      if (before && before[column] !== row[column]) index.get(before[column])?.delete(row.id);
      if (!before || before[column] !== row[column]) {
        const ids = index.get(row[column]);
        if (ids) ids.add(row.id);
        else index.set(row[column], new Set([row.id]));
      }
    }
    this.#rows.set(row.id, row);
    this.#lastId = Math.max(this.#lastId, row.id);
    this.#changes += 1;
    return row;
  }

  /** The records whose indexed column has the value. */
  by(column: keyof Row, value: unknown): Row[] {
    const index = this.#indexes.get(column);
    if (!index) throw new Error(`no index on ${String(column)}`);
    const found: Row[] = [];
    for (const id of index.get(value) ?? []) {
      const row = this.#rows.get(id);
      if (row) found.push(row);
    }
    return found;
  }

  /** All records by ascending id. */
  all(): readonly Row[] {
    return this.sorted('id', (a, b) => a.id - b.id);
  }

  /** All records in an order, which is kept under its name until something changes. */
  sorted(name: string, compare: (a: Row, b: Row) => number): readonly Row[] {
    const kept = this.#orders.get(name);
    if (kept?.at === this.#changes) return kept.rows;
    const rows = [...this.#rows.values()].sort((a, b) => compare(a, b) || a.id - b.id);
    this.#orders.set(name, { at: this.#changes, rows });
    return rows;
  }
}
