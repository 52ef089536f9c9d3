import type { Session } from '../../account/types.ts';
import { isObject } from '../../model/isObject.ts';

/** The user that an answer tells by the id, or by the small object that version 1 has in its place here and there. */
export function userIn(raw: unknown): { readonly id?: number; readonly name: string } {
  const { value, id = value, name } = isObject(raw) ? raw : { id: raw };
  const number = id === '' || id === null || Array.isArray(id) ? Number.NaN : Number(value ?? id);
  return { ...(Number.isSafeInteger(number) && { id: number }), name: typeof name === 'string' ? name : '' };
}

/** A user's name, from the list that is read once and kept; the number where nobody of the company has it. */
export async function userName({ api }: Session, user: unknown): Promise<string> {
  const { id, name } = userIn(user);
  if (id === undefined) return name;
  return (await api.users()).find((one) => one.id === id)?.name ?? (name || String(id));
}
