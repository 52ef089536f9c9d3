import { Disposable } from 'vscode';
import { KeyCompletion } from './completion.ts';
import { RecordHints } from './hints.ts';
import type { JsonParts } from './parts.ts';
import { ConflictLenses } from './lenses.ts';
import { PasteRecord } from './paste.ts';
import { RecordQuickFixes } from './quickFixes.ts';
import { Users } from './users.ts';

/** What a record's JSON offers beyond its text. */
export function registerFeatures({ documents, editing, onDidChangeAccounts, report }: JsonParts): Disposable {
  const users = new Users(documents.records, report);
  return Disposable.from(
    users,
    new RecordHints(documents, editing, users),
    new RecordQuickFixes(documents, editing, users),
    new ConflictLenses(documents, editing),
    new KeyCompletion(documents),
    new PasteRecord(documents, editing),
    onDidChangeAccounts(({ accountId, change }) => change !== 'marked' && users.forget(accountId)),
  );
}
