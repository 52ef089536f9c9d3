import {
  commands as vscodeCommands,
  Disposable,
  EventEmitter,
  l10n,
  type Uri,
  workspace,
  type TextDocumentContentProvider,
} from 'vscode';
import { applyEdits } from 'jsonc-parser';
import { schemes } from '../../../ids/index.ts';
import { titleOf } from '../../../kinds/title.ts';
import { isDraft } from '../address.ts';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';
import { setInText } from '../recordText.ts';
import type { RecordState } from '../state.ts';

/** The text of a document in conflict as it would be with all that the colleague changed too, to compare with. */
export class Theirs implements TextDocumentContentProvider, Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable;

  constructor(documents: RecordDocuments, editing: RecordEditing) {
    this.#documents = documents;
    this.#editing = editing;
    const renew = (uri: Uri) => this.#changed.fire(uri.with({ scheme: schemes.theirs }));
    this.#subscriptions = Disposable.from(
      this.#changed,
      documents.onDidChange(({ uri }) => renew(uri)),
      workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (uri.scheme === schemes.record) renew(uri);
      }),
      workspace.registerTextDocumentContentProvider(schemes.theirs, this),
    );
  }

  provideTextDocumentContent(uri: Uri): string {
    const own = uri.with({ scheme: schemes.record });
    const state = this.#documents.find(own);
    const document = this.#documents.document(own);
    if (!document) return '';
    const isReadable = state && this.#editing.read(state, document).root;
    return isReadable ? asTheirs(state, document.getText()) : document.getText();
  }

  /** Opens the comparison: theirs at the left, the document itself, which can be edited, at the right. */
  async compare(uri: Uri): Promise<void> {
    const state = this.#documents.find(uri);
    if (!state) return;
    const { address, latest } = state;
    const name = latest && !isDraft(address) ? titleOf(address.kind, latest, 60) : '';
    const title = l10n.t('{0} (theirs ↔ mine)', name);
    await vscodeCommands.executeCommand('vscode.diff', uri.with({ scheme: schemes.theirs }), uri, title);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function asTheirs({ fields, conflicts, base }: RecordState, text: string): string {
  return [...conflicts.values()].reduce(
    (left, { field, theirs }) => applyEdits(left, [...setInText(fields, left, field, theirs, base?.values ?? {})]),
    text,
  );
}
