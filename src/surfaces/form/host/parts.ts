import type { Event, Memento, Uri } from 'vscode';
import type { Account, AccountsChange } from '../../../account/types.ts';
import type { DocumentRoom } from '../../document/index.ts';

/** What the form needs of the rest of the extension. */
export interface FormParts {
  readonly extension: Uri;
  readonly room: DocumentRoom;
  /** What survives a reload of this window. */
  readonly window: Memento;
  readonly account: (id: string) => Account | undefined;
  readonly onDidChangeAccounts: Event<AccountsChange>;
  readonly report: (error: unknown) => void;
}
