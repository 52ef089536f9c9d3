import { Disposable, Uri, extensions, window, workspace, type Event, type Memento } from 'vscode';
import { commands, recordLanguage, schemes, settings } from '../../ids/index.ts';
import type { AccountsChange } from '../../account/types.ts';
import type { Names } from '../../kinds/names.ts';
import type { Records } from '../../kinds/records.ts';
import { AttachedFiles } from './attached/files.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import { Bases } from './bases.ts';
import { RecordDiagnostics } from './diagnostics.ts';
import { RecordDocuments } from './documents.ts';
import { Drafts } from './drafts.ts';
import { RecordEditing } from './editing.ts';
import { RecordFileSystem } from './fileSystem.ts';
import { registerJson } from './json/index.ts';
import { Saving } from './saving.ts';
import { SchemaProvider } from './schema.ts';
import type { RecordState } from './state.ts';

export interface DocumentParts {
  readonly records: Records;
  readonly names: Names;
  /** Where bases are kept on disk, and what survives a reload of this window. */
  readonly storage: Uri;
  readonly window: Memento;
  readonly register: RegisterCommand;
  /** An account was signed in, or can answer again: documents that could not be read are read again. */
  readonly onDidChangeAccounts: Event<AccountsChange>;
  /** Takes an error that no command waits for. */
  readonly report: (error: unknown) => void;
}

/** Records as documents, for the editors that stand on them. */
export interface DocumentRoom {
  readonly documents: RecordDocuments;
  readonly editing: RecordEditing;
  readonly drafts: Drafts;
  readonly files: RecordFileSystem;
}

/** Registers the `pipedrive:` file system and all that belongs to a record's text. */
export function registerDocuments(parts: DocumentParts): DocumentRoom & Disposable {
  const { records, names, register, report } = parts;
  const documents = new RecordDocuments(records, names, new Bases(parts.storage, parts.window), report);
  const editing = new RecordEditing(documents);
  const files = new RecordFileSystem(documents, new Saving(documents), report);
  const drafts = new Drafts(documents, editing, report);

  const attached = new AttachedFiles(records);
  const schemas = new SchemaProvider(records);
  const choose = (side: 'mine' | 'theirs') => async (uri: unknown, key: unknown) => {
    const document = uri instanceof Uri ? documents.document(uri) : undefined;
    if (!document || typeof key !== 'string') return;
    await editing.choose(documents.state(document.uri), document, key, side);
  };

  const registered = Disposable.from(
    documents,
    files,
    drafts,
    new RecordDiagnostics(documents, editing),
    registerJson({ documents, editing, register, onDidChangeAccounts: parts.onDidChangeAccounts, report }),
    workspace.registerFileSystemProvider(schemes.record, files, { isCaseSensitive: true }),
    attached,
    workspace.registerFileSystemProvider(schemes.attached, attached, { isCaseSensitive: true, isReadonly: true }),
    schemas,
    workspace.registerTextDocumentContentProvider(schemes.schema, schemas),
    records.onDidChange(({ address: { kind, accountId } }) => {
      if (kind.describes === undefined) return;
      schemas.renew(accountId);
      const isOf = ({ address }: RecordState) => address.accountId === accountId && address.kind.id === kind.describes;
      documents.describeAnew(documents.all().filter(isOf)).catch(report);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${settings.section}.${settings.apiVersion}`)) return;
      // The other version may write other values.
      schemas.renew();
      documents.describeAnew(documents.all()).then(() => files.showAnew(), report);
    }),
    register(commands.keepMine, choose('mine')),
    register(commands.takeTheirs, choose('theirs')),
    parts.onDidChangeAccounts(({ accountId, change }) => {
      if (change === 'signedOut') documents.forgetAccount(accountId).catch(report);
      if (change !== 'signedIn' && change !== 'restarted') return;
      names.forget(accountId);
      schemas.renew(accountId);
      const blocked = documents.all().filter((state) => state.blocked && state.address.accountId === accountId);
      for (const state of blocked) files.reload(state.uri).catch(report);
    }),
    // VS Code's JSON support sleeps until its own languages are opened; the record's text is as much JSON as they.
    window.onDidChangeVisibleTextEditors((editors) => {
      if (editors.some(({ document }) => document.languageId === recordLanguage)) void wakeJson();
    }),
  );
  return Object.assign(registered, { documents, editing, drafts, files });
}

async function wakeJson(): Promise<void> {
  await extensions.getExtension('vscode.json-language-features')?.activate();
}
