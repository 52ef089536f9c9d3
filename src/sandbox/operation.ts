import type { User } from './records.ts';
import type { Store } from './store.ts';

export type Version = 'v1' | 'v2';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request as an operation sees it. */
export interface Call {
  store: Store;
  /** Whose token it is. */
  user: User;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The JSON of the request or the fields of its form, undefined where there was none. */
  body: unknown;
}

/** A file that came with a form. */
export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Answer {
  status: number;
  body: unknown;
  /** The content of a file in the place of JSON. */
  file?: Upload;
}

/** One operation of the API. Its cost stands in costs.ts under the same name. */
export interface Operation {
  version: Version;
  method: Method;
  /** In the notation of the router: /persons/:id */
  path: string;
  /** Counts against the narrower limit for searches too. */
  search?: boolean;
  run: (call: Call) => Answer;
}
