import { appendFileSync } from 'node:fs';
import type { Version } from './operation.ts';

/** One request as it was answered. */
export interface LogEntry {
  method: string;
  /** With its prefix, as it was sent. */
  path: string;
  /** With its question mark, or empty. */
  query: string;
  version: Version | null;
  /** 0 where nothing was answered: the connection was cut, by either side. */
  status: number;
  /** API tokens charged. */
  cost: number;
  body: unknown;
}

const most = 10_000;

/** What has been asked of the sandbox, the last ten thousand requests of it. */
export class RequestLog {
  #entries: LogEntry[] = [];
  /** How many requests have come in and are not answered yet. */
  underWay = 0;
  readonly #file: string | undefined;

  /** With a file, each request is appended to it as one line: METHOD /path?query STATUS tokens. */
  constructor(file?: string) {
    this.#file = file;
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  add(entry: LogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > most) this.#entries = this.#entries.slice(-most / 2);
    if (this.#file) appendFileSync(this.#file, `${entry.method} ${entry.path}${entry.query} ${entry.status} ${entry.cost}\n`);
  }

  clear(): void {
    this.#entries = [];
  }
}
