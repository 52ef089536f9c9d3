/** Reading bodies as loosely as version 1 does: numbers as text, flags as 0 and 1, ids in objects. */
export type Body = Record<string, unknown>;

/** A body of version 1: an object, or nothing at all. */
export function readBody(body: unknown): Body {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  return {};
}

/** An id, also as text or in `{value}`; null or "" for none, undefined where it cannot be read. */
export function readId(sent: unknown): number | null | undefined {
  if (sent === null || sent === '') return null;
  const id = Number(typeof sent === 'object' ? ((sent as Body)['value'] ?? (sent as Body)['id']) : sent);
  return Number.isInteger(id) ? id : undefined;
}

/** A text; null where it is emptied, undefined where it is not sent. */
export function text(body: Body, key: string): string | null | undefined {
  const sent = body[key];
  if (sent === null || sent === '') return null;
  return typeof sent === 'string' || typeof sent === 'number' ? String(sent) : undefined;
}

export function readNumber(body: Body, key: string): number | undefined {
  const sent = body[key];
  const number = typeof sent === 'number' ? sent : typeof sent === 'string' && sent.trim() !== '' ? Number(sent) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

export function isTrue(sent: unknown): boolean {
  return sent === true || sent === 1 || sent === '1' || sent === 'true';
}

/** A flag in any of its spellings; undefined where it is not sent. */
export function readFlag(body: Body, key: string): boolean | undefined {
  const sent = body[key];
  return sent === undefined || sent === null || sent === '' ? undefined : isTrue(sent);
}
