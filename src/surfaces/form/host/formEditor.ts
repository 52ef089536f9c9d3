import type { CustomTextEditorProvider, Event, TextDocument, Uri, WebviewPanel } from 'vscode';
import type { Account } from '../../../account/types.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { FormPanel } from './formPanel.ts';
import { page, resources } from './page.ts';

export interface FormParts {
  readonly extension: Uri;
  readonly room: DocumentRoom;
  readonly account: (id: string) => Account | undefined;
  readonly onDidChangeAccounts: Event<unknown>;
  readonly report: (error: unknown) => void;
}

/** Opens the form on a record's document, and on every document that VS Code restores. */
export class FormEditor implements CustomTextEditorProvider {
  readonly #parts: FormParts;

  constructor(parts: FormParts) {
    this.#parts = parts;
  }

  async resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): Promise<void> {
    const { extension, room } = this.#parts;
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources(extension)] };
    // Its listeners are there before the page can speak.
    const form = new FormPanel(this.#parts, document, panel);
    panel.webview.html = page(panel.webview, extension);
    if (document.isDirty) await room.documents.restore(document);
    form.refresh();
  }
}
