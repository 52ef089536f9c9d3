import type { Uri } from 'vscode';
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
  readonly report: (error: unknown) => void;
}
