import type { Memento, Uri } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import type { DocumentRoom } from '../../document/index.ts';
import type { Attend, RegisterCommand } from '../../shared/commands.ts';

/** What the statistics need of the rest of the extension. */
export interface StatisticsParts {
  readonly extension: Uri;
  readonly room: DocumentRoom;
  readonly accounts: Accounts;
  readonly register: RegisterCommand;
  readonly attend: Attend;
  /** Outlives the window: which period was chosen last. */
  readonly state: Memento;
  readonly report: (error: unknown) => void;
}
