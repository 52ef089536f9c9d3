import type { Listing } from './listing.ts';
import type { Node } from './nodes.ts';

/** Runs a load from a node and shows what it brought under `parent`. */
export type Run = (parent: Node, load: () => Promise<void>) => Promise<void>;

export interface RowsOptions<T> {
  /** Begins the ids of the rows that are no items. */
  readonly id: string;
  readonly node: (item: T) => Node;
  /** Which items are shown; absent for all. */
  readonly keep?: (item: T) => boolean;
  /** What stands in place of no items; absent where nothing need be said. */
  readonly empty?: () => readonly Node[];
  /** Runs a load and shows what it brought. */
  readonly run: (load: () => Promise<void>) => Promise<void>;
}

/** A list's nodes: its items, and what is to say about those that are not loaded. */
export function rowsOf<T>(listing: Listing<T>, { id, node, keep, empty, run }: RowsOptions<T>): Node[] {
  const { failure, items } = listing;
  const rows: Node[] = (keep ? items.filter(keep) : items).map(node);
  if (failure) {
    const told = failureRows(id, failure.error, () => run(() => listing.retry()));
    return failure.at === 'start' ? [...told, ...rows] : [...rows, ...told];
  }
  if (listing.hasMore) {
    rows.push({ type: 'more', id: `${id}?more`, loaded: items.length, run: () => run(() => listing.more()) });
  }
  return rows.length === 0 && empty ? [...empty()] : rows;
}

/** What stands where something could not be loaded: why, and what does it again. */
export function failureRows(id: string, error: unknown, again: () => Promise<void>): Node[] {
  return [
    { type: 'failure', id: `${id}?failure`, error },
    { type: 'retry', id: `${id}?retry`, error, run: again },
  ];
}
