import type { Planned } from '../api/types.ts';

/** What a list can set of many records of a kind at once. */
export interface Assigning {
  /** Key of the value that names the user whose record it is. */
  readonly owner?: string;
  /** Key of the value that holds the record's labels. */
  readonly labels?: string;
  /** What it takes for one record. @param reading whether what is there now is read first */
  readonly plan: (this: void, reading: boolean) => readonly Planned[];
}

/** @param entity whose update it is */
export function assigning(entity: 'person' | 'product', keys: Pick<Assigning, 'owner' | 'labels'>): Assigning {
  return {
    ...keys,
    plan: (reading) => [
      ...(reading ? [{ operation: `${entity}.get` } as const] : []),
      { operation: `${entity}.update` } as const,
    ],
  };
}
