import type { Uri } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import type { DocumentRoom } from '../../document/index.ts';
import type { RegisterCommand } from '../../shared/commands.ts';
import type { Snapshots } from './snapshots.ts';

/** What the rehearsal of a merge needs of the rest of the extension. */
export interface MergeParts {
  readonly extension: Uri;
  readonly room: DocumentRoom;
  readonly accounts: Accounts;
  readonly snapshots: Snapshots;
  readonly register: RegisterCommand;
  readonly report: (error: unknown) => void;
}
