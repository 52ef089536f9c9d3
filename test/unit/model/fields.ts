import type { Field } from '../../../src/model/field.ts';

/** A writable field for tests. */
export function field(more: Partial<Field> & Pick<Field, 'key' | 'type'>): Field {
  return { name: more.key, wireType: more.type, custom: false, writable: true, required: false, options: [], ...more };
}

export const name = field({ key: 'name', name: 'Name', type: 'varchar', required: true });
export const emails = field({ key: 'emails', name: 'E-mail', type: 'emails' });
const owner = field({ key: 'owner_id', name: 'Owner', type: 'user' });
const added = field({ key: 'add_time', name: 'Added on', type: 'datetime', writable: false });
export const source = field({
  key: 'a'.repeat(40),
  name: 'Source',
  type: 'enum',
  custom: true,
  options: [
    { id: 1, label: 'Fair' },
    { id: 2, label: 'Web' },
  ],
});
export const tags = field({ ...source, key: 'b'.repeat(40), name: 'Tags', type: 'set' });
export const budget = field({ key: 'c'.repeat(40), name: 'Budget', type: 'monetary', custom: true });
export const fields = [name, emails, owner, added, source, tags, budget];
