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
  /** Puts the focus beside rows of the side bar that are about to go; does nothing for what is no row. */
  readonly leave: (rows: readonly unknown[]) => void;
}

/** What they work with. */
export interface ActionParts extends Situation {
  readonly undoing: Undoing;
}
