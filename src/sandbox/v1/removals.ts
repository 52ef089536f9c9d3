import { refuseV1 } from '../refusal.ts';
import type { Answer, Call } from '../operation.ts';
import { answer } from './answers.ts';

/** Deletes every record that the comma list of ids names and answers those that were there. */
export function bulkRemoval(call: Call, remove: (id: number) => boolean): Answer {
  const ids = (call.query.get('ids') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
    .map(Number);
  if (ids.length === 0 || ids.some((id) => !Number.isInteger(id))) throw refuseV1(400, 'ids must be given');
  return answer({ id: ids.filter(remove) });
}

/** What is gone already is answered as a success with the status of something gone. */
export function removal<Row extends { id: number; deleteTime: number | null }>(
  row: Row | undefined,
  name: string,
  remove: (row: Row) => unknown,
): Answer {
  if (!row) throw refuseV1(410, `${name} not found`);
  if (row.deleteTime !== null) return answer({ id: row.id }, {}, 410);
  remove(row);
  return answer({ id: row.id });
}
