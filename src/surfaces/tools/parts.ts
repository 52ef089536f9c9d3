import type { Accounts } from '../../account/index.ts';
import type { DocumentRoom } from '../document/index.ts';
import type { Before } from './before.ts';
import type { Guards } from './guards.ts';

export interface ToolParts {
  readonly accounts: Accounts;
  readonly room: DocumentRoom;
}

/** What a tool does its work with. */
export interface Bench extends ToolParts {
  readonly accountId: string;
  readonly before: Before;
  readonly guards: Guards;
  readonly signal: AbortSignal;
  /** How long an answer may be, in characters. */
  readonly size: number;
}
