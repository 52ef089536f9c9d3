import {
  commands as vscodeCommands,
  TabInputCustom,
  window,
  workspace,
  type Disposable,
  type Tab,
  type TextDocument,
  type Uri,
} from 'vscode';
import { formEditor, schemes } from '../../ids/index.ts';
import { valueOf } from '../../model/fieldTypes/index.ts';
import type { Values } from '../../model/record.ts';
import { changedFields } from '../../model/threeWay.ts';
import { isDraft, recordUri } from './address.ts';
import type { RecordDocuments } from './documents.ts';
import type { RecordEditing } from './editing.ts';
import type { RecordState } from './state.ts';
import { tabsOf } from './tabs.ts';

/** New records: a document whose first save creates the record and puts the real document in its place. */
export class Drafts implements Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #saved: Disposable;
  /** To be closed once they are created. */
  readonly #closing = new Set<RecordState>();

  /** @param report takes an error of the replacement, which no command waits for */
  constructor(documents: RecordDocuments, editing: RecordEditing, report: (error: unknown) => void) {
    this.#documents = documents;
    this.#editing = editing;
    this.#saved = workspace.onDidSaveTextDocument((document) => {
      if (document.uri.scheme !== schemes.record) return;
      const state = this.#documents.find(document.uri);
      if (state?.created) this.#replace(state, document).catch(report);
    });
  }

  dispose(): void {
    this.#saved.dispose();
  }

  /** Saves a document and closes it; a new record is created and not opened. A refused save leaves all as it is. */
  async saveAndClose(document: TextDocument): Promise<void> {
    const state = this.#documents.state(document.uri);
    for (const form of state.forms) await form.flush();
    if (document.isDirty) {
      if (isDraft(state.address)) this.#closing.add(state);
      try {
        if (!(await document.save())) return;
      } finally {
        if (!state.created) this.#closing.delete(state);
      }
    }
    if (!state.created) await window.tabGroups.close(tabsOf(document.uri));
  }

  async #replace(draft: RecordState, document: TextDocument): Promise<void> {
    const { created, address } = draft;
    if (!created) return;
    const uri = recordUri(address.accountId, address.kind, created.id);
    const real = this.#documents.state(uri);
    if (real.mtime === 0) {
      real.known = draft.known;
      for (const [id, name] of draft.names) real.names.set(id, name);
      this.#documents.adopt(real, created);
    }
    // The draft's form may hold what is not in the text yet, and is closed below.
    for (const form of draft.forms) await form.flush();
    const typedSince = this.#typedSince(draft, document);
    const close = this.#closing.delete(draft) && Object.keys(typedSince).length === 0;
    if (!close) for (const tab of tabsOf(draft.uri)) await openInPlaceOf(tab, uri);
    if (Object.keys(typedSince).length > 0) {
      await this.#editing.set(real, await workspace.openTextDocument(uri), typedSince);
      await this.#editing.set(draft, document, this.#valuesOf(draft, draft.text));
      // Now it holds what was saved: this save sends nothing and makes it clean, so that closing asks nothing.
      await document.save();
    }
    await window.tabGroups.close(tabsOf(draft.uri));
  }

  /** What was typed into the draft while it was being created. */
  #typedSince(draft: RecordState, document: TextDocument): Values {
    if (!document.isDirty) return {};
    const now = this.#valuesOf(draft, document.getText());
    const saved = this.#valuesOf(draft, draft.text);
    return Object.fromEntries(changedFields(draft.fields, saved, now).map((field) => [field.key, valueOf(field, now)]));
  }

  #valuesOf(state: RecordState, text: string): Values {
    return this.#editing.parse(state, text).values ?? {};
  }
}

async function openInPlaceOf(tab: Tab, uri: Uri): Promise<void> {
  const editor = tab.input instanceof TabInputCustom ? formEditor : 'default';
  await vscodeCommands.executeCommand('vscode.openWith', uri, editor, {
    viewColumn: tab.group.viewColumn,
    preserveFocus: !(tab.isActive && tab.group.isActive),
    preview: false,
  });
}
