import type { Event } from 'vscode';
import type { AccountsChange } from '../../../account/types.ts';
import type { RegisterCommand } from '../../shared/commands.ts';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';

export interface JsonParts {
  readonly documents: RecordDocuments;
  readonly editing: RecordEditing;
  readonly register: RegisterCommand;
  readonly onDidChangeAccounts: Event<AccountsChange>;
  readonly report: (error: unknown) => void;
}
