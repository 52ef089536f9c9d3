import type { Page, Values } from '../../../model/record.ts';
import type { ValueChange } from '../../../model/history/change.ts';
import { earlier, type Earlier } from '../../../model/history/rebuild.ts';
import type { Records } from '../../../kinds/records.ts';
import { schemaUri } from '../schema.ts';
import { textOf } from '../recordText.ts';
import { shapedFor } from '../state.ts';
import type { EarlierAddress } from './address.ts';

/** The first page of a record's changes, read before the record was. */
export interface ReadBefore {
  readonly page: Page<ValueChange>;
  /** The server's time before it was asked for. */
  readonly read: number;
}

/** What the reading of a record's changes is told and asked. */
export interface Reading {
  readonly signal?: AbortSignal;
  /** The first page, where it was read already. */
  readonly first?: ReadBefore;
  /** Told how many changes have been read. */
  readonly progress?: (read: number) => void;
}

/** A record as it was. */
export interface Rebuilt {
  readonly text: string;
  /** What the record is now, for its name. */
  readonly now: Values;
  readonly left: Earlier['left'];
  /** Whether anything has changed since. */
  readonly changed: boolean;
}

/**
 * Rebuilds a record as it was: all changes since then are read, page by page, and undone from what it is now.
 * @throws PipedriveError
 */
export async function rebuild(
  records: Records,
  { record: address, at }: EarlierAddress,
  reading: Reading = {},
): Promise<Rebuilt> {
  const call = reading.signal ? { signal: reading.signal } : {};
  const [record, known] = await Promise.all([records.get(address, call), records.fields(address.kind, address.accountId, call)]);
  const { first, ...rest } = reading;
  const still = first && tellsAll(first, record.values) ? { first } : {};
  const changes = await changesSince(records, { record: address, at }, { ...rest, ...still });
  const fields = shapedFor(address.kind, known, record);
  const { values, left } = earlier(fields, record.values, changes);
  const text = textOf(fields, values, schemaUri({ address, locked: address.kind.locked?.(record) }));
  return { text, now: record.values, left, changed: changes.length > 0 };
}

/** So much a server's time may be off, as it is told in whole seconds. */
const slack = 2000;

/** Whether a page that was read before tells the last change of the record: the person may have taken their time to choose. */
const tellsAll = ({ read }: ReadBefore, { update_time: changed }: Values): boolean =>
  typeof changed === 'string' && Date.parse(changed) < read - slack;

/** The changes of a record after a time, the latest first. */
async function changesSince(records: Records, { record, at }: EarlierAddress, reading: Reading): Promise<readonly ValueChange[]> {
  const { changes } = record.kind.history ?? {};
  if (!changes) throw new TypeError(`${record.kind.id} has no history.`);
  const session = await records.session(record.accountId);
  const call = reading.signal ? { signal: reading.signal } : {};
  const found: ValueChange[] = [];
  let page = reading.first?.page ?? (await changes.list(session, record.id, call));
  for (;;) {
    found.push(...page.items);
    reading.progress?.(found.length);
    const last = page.items.at(-1);
    if (page.next === undefined || (last && Date.parse(last.time) <= at)) break;
    page = await changes.list(session, record.id, { ...call, cursor: page.next });
  }
  return found.filter(({ time }) => Date.parse(time) > at);
}
