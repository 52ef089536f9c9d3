import type { CustomTextEditorProvider, TextDocument, WebviewPanel } from 'vscode';
import { FormPanel } from './formPanel.ts';
import { page, resources } from './page.ts';
import type { FormParts } from './parts.ts';

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
