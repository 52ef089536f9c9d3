import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { LogEntry } from './log.ts';
import type { User } from './records.ts';

/** What a request carries along: the wire's own objects and, if it comes from inside the process, for whom. */
export interface Bindings extends Partial<HttpBindings> {
  inside?: User;
}

export interface Variables {
  entry: LogEntry;
  user: User;
}

export type Ctx = Context<{ Bindings: Bindings; Variables: Variables }>;
