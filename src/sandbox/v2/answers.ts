import type { Answer } from '../operation.ts';

/** A successful answer with one record or result. */
export function answer(data: unknown, extra: Record<string, unknown> = {}): Answer {
  return { status: 200, body: { success: true, data, ...extra } };
}

/** A page of a list; next is null on the last one. */
export function pageAnswer(data: unknown, next: string | null): Answer {
  return answer(data, { additional_data: { next_cursor: next } });
}
