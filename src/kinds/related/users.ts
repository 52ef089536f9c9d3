import type { Session } from '../../account/types.ts';

/** A user's name, from the list that is read once and kept; the number where nobody of the company has it. */
export async function userName({ api }: Session, id: unknown): Promise<string> {
  if (id == null) return '';
  return (await api.users()).find((user) => user.id === Number(id))?.name ?? String(id);
}
