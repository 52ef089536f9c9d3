import type { Store } from '../store.ts';

/** Who may see a record: its owner alone, or everybody who is still there. */
export function permittedUsers(store: Store, { visibleTo, ownerId }: { visibleTo: number; ownerId: number }): number[] {
  const everybody = store.users.all().filter((user) => user.active);
  return everybody.filter((user) => visibleTo !== 1 || user.admin || user.id === ownerId).map(({ id }) => id);
}
