import type { CustomTextEditorProvider, TextDocument, WebviewPanel } from 'vscode';
import { showPage } from '../../shared/host/page.ts';
import type { FormParts } from './parts.ts';

/** Opens the form on a record's document, and on every document that VS Code restores. */
export class FormEditor implements CustomTextEditorProvider {
  readonly #parts: FormParts;

  constructor(parts: FormParts) {
    this.#parts = parts;
  }

  async resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): Promise<void> {
    // What a form is made of is brought in with the first one.
    const { FormPanel } = await import('./formPanel.ts');
    // Its listeners are there before the page can speak.
    const form = new FormPanel(this.#parts, document, panel);
    showPage(panel.webview, this.#parts.extension, 'form');
    if (document.isDirty) await this.#parts.room.documents.restore(document);
    form.refresh();
  }
}
