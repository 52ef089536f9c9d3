import { type Disposable, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { schemes } from '../../ids/index.ts';

/** Texts of documents as they were before a proposal: the left sides of its comparison, until that is closed. */
export class Before implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registered: readonly Disposable[];

  constructor() {
    this.#registered = [
      workspace.registerTextDocumentContentProvider(schemes.before, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  /** Keeps a text and answers its address. */
  keep(of: Uri, text: string): Uri {
    const uri = Uri.from({ scheme: schemes.before, path: of.path, query: crypto.randomUUID() });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    for (const one of this.#registered) one.dispose();
  }
}
