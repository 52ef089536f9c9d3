import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ctx } from './context.ts';

/** Whether whoever asked did not wait for the answer. */
export const isGone = (c: Ctx): boolean => c.env.incoming?.socket.destroyed === true;

/** Waits, for as long as somebody waits for the answer. What was asked is done all the same. */
export async function pause(c: Ctx, ms: number): Promise<void> {
  const socket = c.env.incoming?.socket;
  if (!socket) return wait(ms);
  if (isGone(c)) return undefined;
  const over = new AbortController();
  const { signal } = over;
  try {
    await Promise.race([wait(ms, undefined, { signal }), once(socket, 'close', { signal })]);
  } finally {
    // The loser ends too, and leaves no listener on a connection that goes on.
    over.abort();
  }
}
