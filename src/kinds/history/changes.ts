import { modelKey } from '../../api/fieldOf.ts';
import type { ValueChange } from '../../model/history/change.ts';
import type { Values } from '../../model/record.ts';
import { userIn } from '../related/users.ts';

/** Parts of a custom value have keys of their own in version 1's log. */
const ofPart = /^([0-9a-f]{40})_(\w+)$/;

const text = (raw: unknown): string | null => {
  if (raw === null || raw === undefined) return null;
  return typeof raw === 'string' ? raw : typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
};

/** What was active is not deleted. */
const opposite = (raw: string | null): string | null => (raw === '1' ? '0' : raw === '0' ? '1' : raw);

/**
 * A row of the changelog, or of the flow, as a change of a value
 * (https://developers.pipedrive.com/docs/api/v1/Persons#getPersonChangelog).
 *
 * @param time when the row itself does not tell it
 */
export function changeOf(row: Values, time: unknown = row['time']): ValueChange | undefined {
  const { field_key: raw, actor_user_id: actor, user_id: told = actor } = row;
  if (typeof raw !== 'string' || typeof time !== 'string') return undefined;
  const [, key = raw, part] = ofPart.exec(raw) ?? [];
  const { id: userId } = userIn(told);
  const spell = raw === 'active_flag' ? opposite : (one: string | null) => one;
  return {
    key: modelKey(key),
    ...(part === undefined ? {} : { part }),
    before: spell(text(row['old_value'])),
    after: spell(text(row['new_value'])),
    time,
    ...(userId === undefined ? {} : { userId }),
  };
}
