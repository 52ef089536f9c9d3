import { type Disposable, l10n, TabInputTextDiff, TextDocumentSaveReason, type Uri, window, workspace } from 'vscode';
import { addressInFront } from '../document/tabs.ts';
import type { RecordState } from '../document/state.ts';

/**
 * What a model proposed is saved by a person who sees it, and by nothing else: VS Code saves all that is unsaved when a task
 * or a debugger starts, and by itself where a folder's settings say so.
 */
export class Guards implements Disposable {
  /** Documents that VS Code is about to save by itself. */
  readonly #byItself = new Set<string>();
  readonly #listening = workspace.onWillSaveTextDocument(({ document, reason }) => {
    const key = document.uri.toString();
    if (reason === TextDocumentSaveReason.Manual) this.#byItself.delete(key);
    else this.#byItself.add(key);
  });

  /** Holds a proposal's saves back until a person makes one with it in front. */
  guard(state: RecordState): void {
    state.guard = () => {
      const byItself = this.#byItself.delete(state.uri.toString());
      if (!byItself && isInFront(state.uri)) return undefined;
      return l10n.t('This change was proposed by an assistant. Bring it to the front and review it, then save it there.');
    };
  }

  dispose(): void {
    this.#listening.dispose();
  }
}

/** Whether the tab in front shows a document, alone or beside the text before. */
function isInFront(uri: Uri): boolean {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputTextDiff ? input.modified : addressInFront();
  return shown?.toString() === uri.toString();
}
