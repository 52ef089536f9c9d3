import type { Accounts } from '../../account/index.ts';
import type { DocumentRoom } from '../document/index.ts';
import type { Attend } from '../shared/commands.ts';
import type { ExtensionLog } from '../shared/log.ts';
import type { Undoing } from './undoing.ts';

/** What the commands on records are given. */
export interface Situation {
  readonly accounts: Accounts;
  readonly room: DocumentRoom;
  readonly attend: Attend;
  readonly log: ExtensionLog;
}

/** What they work with. */
export interface ActionParts extends Situation {
  readonly undoing: Undoing;
}
