import type { Shelf } from '../../../account/shelf.ts';
import { isDeepStrictEqual } from 'node:util';
import type { RecordId, Values } from '../../../model/record.ts';
import type { RecordChange } from '../../../kinds/records.ts';

/** What a save of this extension changed in a record. */
export interface SavedChange {
  readonly kindId: string;
  readonly id: RecordId;
  /** What the record was called afterwards; empty where it has no name. */
  readonly title: string;
  /** When, as ISO 8601. */
  readonly time: string;
  /** The values that it changed, by field key. */
  readonly before: Values;
  readonly after: Values;
}

/** How many saves of an account are remembered. */
export const mostSaves = 200;

export type Saves = Shelf<SavedChange>;

/** What an update of ours changed; none for all else that happens to a record. */
export function savedIn({ address: { kind, id }, record, wrote }: RecordChange): SavedChange | undefined {
  if (!record || !wrote) return undefined;
  const { before } = wrote;
  const keys = wrote.keys.filter((key) => !isDeepStrictEqual(before.values[key] ?? null, record.values[key] ?? null));
  if (keys.length === 0) return undefined;
  const of = (values: Values) => Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
  return {
    kindId: kind.id,
    id,
    title: kind.title({ id, values: { ...before.values, ...record.values } }),
    time: new Date().toISOString(),
    before: of(before.values),
    after: of(record.values),
  };
}
