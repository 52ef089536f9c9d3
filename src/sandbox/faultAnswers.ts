import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Ctx } from './context.ts';
import type { Fault } from './faults.ts';

const page = '<!DOCTYPE html><html><head><title>Blocked</title></head><body><h1>Sorry, you have been blocked</h1></body></html>';

/** The answer of a fault that keeps the work from being done; undefined where it is done. */
export function beforeWork(c: Ctx, fault: Fault): Response | undefined {
  if (fault.kind === 'html') return c.html(page, (fault.status ?? 403) as 403);
  if (fault.kind === 'redirect') return c.redirect(fault.to, (fault.status ?? 302) as 302);
  if (fault.kind === 'status' && fault.when !== 'after') return statusOf(fault);
  return fault.kind === 'drop' && fault.when === 'before' ? cut(c) : undefined;
}

/** What becomes of the answer once the work is done; undefined where it goes out as it is. */
export async function afterWork(c: Ctx, fault: Fault): Promise<Response | undefined> {
  if (fault.kind === 'status') return statusOf(fault);
  if (fault.kind === 'drop') return cut(c);
  if (fault.kind !== 'malformed' && fault.kind !== 'truncated') return undefined;
  const text = await c.res.clone().text();
  const half = text.slice(0, Math.floor(text.length / 2));
  if (fault.kind === 'malformed') {
    return new Response(half, { status: c.res.status, headers: { 'content-type': 'application/json; charset=utf-8' } });
  }
  const outgoing = c.env.outgoing;
  outgoing?.writeHead(c.res.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  outgoing?.write(half, () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

function statusOf(fault: Fault & { kind: 'status' }): Response {
  const text = typeof fault.body === 'string' ? fault.body : fault.body === undefined ? null : JSON.stringify(fault.body);
  return new Response(text, { status: fault.status, headers: { 'content-type': 'application/json', ...fault.headers } });
}

function cut(c: Ctx): Response {
  c.env.incoming?.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
