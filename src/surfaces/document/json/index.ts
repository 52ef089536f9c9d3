import { Disposable, Uri, type Event } from 'vscode';
import type { AccountsChange } from '../../../account/types.ts';
import { commands } from '../../../ids/index.ts';
import type { RegisterCommand } from '../../shared/commands.ts';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';
import { KeyCompletion } from './completion.ts';
import { RecordHints } from './hints.ts';
import { ConflictLenses } from './lenses.ts';
import { PasteRecord } from './paste.ts';
import { RecordQuickFixes } from './quickFixes.ts';
import { Theirs } from './theirs.ts';
import { Users } from './users.ts';

export interface JsonParts {
  readonly documents: RecordDocuments;
  readonly editing: RecordEditing;
  readonly register: RegisterCommand;
  readonly onDidChangeAccounts: Event<AccountsChange>;
  readonly report: (error: unknown) => void;
}

/** What the text editor offers on a record's JSON. */
export function registerJson({ documents, editing, register, onDidChangeAccounts, report }: JsonParts): Disposable {
  const users = new Users(documents.records, report);
  const theirs = new Theirs(documents, editing);
  return Disposable.from(
    users,
    theirs,
    new RecordHints(documents, editing, users),
    new RecordQuickFixes(documents, editing, users),
    new ConflictLenses(documents, editing),
    new KeyCompletion(documents),
    new PasteRecord(documents, editing),
    register(commands.compareConflict, async (uri) => {
      if (uri instanceof Uri) await theirs.compare(uri);
    }),
    onDidChangeAccounts(({ accountId }) => users.forget(accountId)),
  );
}
