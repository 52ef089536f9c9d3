import type { Records } from '../../kinds/records.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { Branch } from './branch.ts';

/** So far back from the last question, since an answer's time is told in whole seconds. */
const overlap = 2000;

const spelled = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/**
 * Takes in what was changed in Pipedrive since a branch was read, without reading its list again.
 *
 * @param last the server's time then
 * @returns whether the branch is to be shown anew
 */
export async function bringChanges(records: Records, branch: Branch, last: number): Promise<boolean> {
  const { kind, account } = branch;
  const since = spelled(last - overlap);
  let next: string | undefined;
  let changed = false;
  do {
    const options = { background: true, ...(next !== undefined && { cursor: next }) };
    const page = await records.changes(kind, account.id, since, options);
    const known = new Map(branch.loaded.map((record) => [String(record.id), record]));
    for (const record of page.items) changed = take(branch, known.get(String(record.id)), record, since) || changed;
    next = page.next;
  } while (next !== undefined);
  return changed;
}

function take(branch: Branch, known: PipedriveRecord | undefined, record: PipedriveRecord, since: string): boolean {
  const key = String(record.id);
  if (known) {
    const now = over(known, record);
    const left = branch.holds(now) === false && branch.holds(known) !== false;
    return branch.apply(left ? 'removed' : 'updated', key, now) !== false;
  }
  const added = record.values['add_time'];
  const isNew = typeof added === 'string' && added >= since;
  return isNew && branch.holds(record) === true && branch.apply('created', key, record) !== false;
}

/** The record with what a feed tells of it, which may be a part. */
function over(known: PipedriveRecord, news: PipedriveRecord): PipedriveRecord {
  const values = { ...known.values, ...news.values };
  const names = Object.entries(known.names).filter(([key]) => values[key] === known.values[key]);
  return { ...known, values, names: { ...Object.fromEntries(names), ...news.names } };
}
