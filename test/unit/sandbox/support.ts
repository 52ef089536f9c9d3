import { type SandboxHandle, type SandboxOptions, startSandbox } from '../../../src/sandbox/server.ts';

export type Json = Record<string, unknown>;

export interface Reply {
  status: number;
  headers: Headers;
  /** The answer as it came: the JSON of it, or its text where it is none. */
  body: unknown;
  /** The one record of the answer. */
  data: Json;
  /** The records of a list, or the hits of a search. */
  rows: Json[];
  error: string;
  paging: Json;
  next: string | null;
}

export interface Rig {
  sandbox: SandboxHandle;
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  get: (path: string) => Promise<Reply>;
}

/** A sandbox over real HTTP, without limits unless a test is about them. */
export async function start(options: Partial<SandboxOptions> = {}): Promise<Rig> {
  const sandbox = await startSandbox({ token: 'test-token', limits: 'off', ...options });
  const send: Rig['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { 'x-api-token': sandbox.token, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    });
    return read(response, await response.text());
  };
  return { sandbox, send, get: (path) => send('GET', path) };
}

function read(response: Response, text: string): Reply {
  const body = parse(text);
  const envelope = inner(body);
  const additional = inner(envelope['additional_data']);
  const data = envelope['data'];
  const items = inner(data)['items'];
  return {
    status: response.status,
    headers: response.headers,
    body,
    data: inner(data),
    rows: (Array.isArray(data) ? data : Array.isArray(items) ? items : []) as Json[],
    error: String(envelope['error']),
    paging: inner(additional['pagination']),
    next: (additional['next_cursor'] ?? null) as string | null,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A value as an object to look into; an empty one where it is none. */
export function inner(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

export function ids(rows: readonly Json[]): number[] {
  return rows.map((row) => Number(row['id']));
}

/** The key of one of the company's own fields. */
export async function keyOf(rig: Rig, name: string, entity: 'person' | 'product' = 'person'): Promise<string> {
  const { rows } = await rig.get(`/api/v2/${entity}Fields?limit=500`);
  const field = rows.find((one) => one['field_name'] === name && one['is_custom_field']);
  if (!field) throw new Error(`no field ${name}`);
  return String(field['field_code']);
}

/** A square picture of the given width, enough of a PNG to be told as one. */
export function picture(width: number, height = width): Blob {
  const bytes = Buffer.alloc(64);
  bytes.write('89504e470d0a1a0a0000000d49484452', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Blob([bytes], { type: 'image/png' });
}

/** A form with a file and other fields. */
export function form(file: Blob, name: string, fields: Record<string, string | number> = {}): FormData {
  const data = new FormData();
  data.set('file', file, name);
  for (const [key, value] of Object.entries(fields)) data.set(key, String(value));
  return data;
}
