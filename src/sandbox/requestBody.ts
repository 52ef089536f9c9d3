import type { Context } from 'hono';
import type { Upload } from './operation.ts';

/** In the place of a body that is no JSON. */
export const unreadable = Symbol('unreadable');

async function readForm(request: Request): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') fields[name] = value;
    else {
      const bytes = new Uint8Array(await value.arrayBuffer());
      fields[name] = { name: value.name, type: value.type || 'application/octet-stream', bytes } satisfies Upload;
    }
  }
  return fields;
}

/** The body of a request: its JSON, the fields of its form, or undefined where it is empty. */
export async function readBody({ req }: Pick<Context, 'req'>): Promise<unknown> {
  if (req.method === 'GET') return undefined;
  const type = req.header('content-type') ?? '';
  try {
    if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type)) return await readForm(req.raw);
    const text = await req.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return unreadable;
  }
}

/** A file of a form. */
export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}

/** The body as a log can hold it: of a file its name and size. */
export function loggable(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const entries = Object.entries(body).map(([key, value]) => [
    key,
    isUpload(value) ? { name: value.name, type: value.type, size: value.bytes.length } : value,
  ]);
  return Object.fromEntries(entries);
}
