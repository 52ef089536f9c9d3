import type { Session } from '../../account/types.ts';
import { referenceOf } from '../../api/wires/v1/part.ts';

/**
 * A user's name, from the list that is read once and kept; the number where nobody of the company has it.
 * @param user the id, or the small object that version 1 has in its place here and there
 */
export async function userName({ api }: Session, user: unknown): Promise<string> {
  const { value: id, name = '' } = referenceOf(user ?? null);
  if (typeof id !== 'number' && typeof id !== 'string') return name;
  return (await api.users()).find((one) => one.id === Number(id))?.name ?? (name || String(id));
}
