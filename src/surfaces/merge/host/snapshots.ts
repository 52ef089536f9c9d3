import type { Kept, Shelf } from '../../../account/shelf.ts';
import type { PipedriveRecord } from '../../../model/record.ts';
import type { Pair } from './address.ts';

/** Two records as they were before they became one. */
export interface Snapshot {
  readonly kindId: string;
  /** When, as ISO 8601. */
  readonly time: string;
  readonly absorbed: PipedriveRecord;
  readonly survivor: PipedriveRecord;
}

/** How many merges of an account are remembered. */
export const mostSnapshots = 100;

export type Snapshots = Shelf<Snapshot>;
export type KeptSnapshot = Kept<Snapshot>;

/** The last merge of these two, in this direction; none where it was made elsewhere or long ago. */
export async function snapshotOf(snapshots: Snapshots, { absorbed, survivor }: Pair): Promise<KeptSnapshot | undefined> {
  const { accountId, kind } = absorbed;
  return (await snapshots.all(accountId)).find(
    ({ value }) => value.kindId === kind.id && value.absorbed.id === absorbed.id && value.survivor.id === survivor.id,
  );
}
