import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Range,
  type CancellationToken,
  type DataTransfer,
  type DocumentPasteEditContext,
  type DocumentPasteEditProvider,
  type TextDocument,
} from 'vscode';
import { schemes } from '../../../ids/index.ts';
import { displayText } from '../../../model/displayText.ts';
import { tellInPassing } from '../../shared/progress.ts';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';
import { schemaUri } from '../schema.ts';
import { canWrite } from '../state.ts';

const plainText = 'text/plain';
const kind = DocumentDropOrPasteEditKind.Text.append('pipedrive', 'record');
const saidFor = 10_000;

/** A paste that puts a whole record in the place of a document's text, and what it leaves out. */
class RecordPaste extends DocumentPasteEdit {
  readonly left: readonly string[];
  constructor(text: string, left: readonly string[]) {
    super(text, l10n.t('Paste as This Record’s Values'), kind);
    this.left = left;
  }
}

/** A whole record pasted over a document's text brings what can be written, and nothing that makes the text unfit to save. */
export class PasteRecord implements DocumentPasteEditProvider<RecordPaste>, Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #registered: Disposable;

  constructor(documents: RecordDocuments, editing: RecordEditing) {
    this.#documents = documents;
    this.#editing = editing;
    this.#registered = languages.registerDocumentPasteEditProvider({ scheme: schemes.record }, this, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [plainText],
    });
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    _context: DocumentPasteEditContext,
    token: CancellationToken,
  ): Promise<RecordPaste[]> {
    const state = this.#documents.find(document.uri);
    if (!state || !canWrite(state) || !coversAll(document, ranges)) return [];
    // A kind is called as its entity is.
    const { id: entity } = state.address.kind;
    const copied = await data.get(plainText)?.asString();
    if (copied === undefined || token.isCancellationRequested) return [];
    // What Pipedrive's answers look like is known to the part that asks it, and comes with it.
    const { isWireEntity, pasted } = await import('./pasted.ts');
    if (!isWireEntity(entity)) return [];
    const made = pasted(copied, {
      entity,
      fields: state.fields,
      schema: schemaUri(state),
      values: this.#editing.read(state, document).values ?? {},
      base: state.base?.values ?? {},
    });
    return made ? [new RecordPaste(made.text, made.left)] : [];
  }

  /** Only now is it pasted. */
  resolveDocumentPasteEdit(paste: RecordPaste): RecordPaste {
    if (paste.left.length > 0) {
      const keys = displayText(paste.left.join(', '), 120);
      tellInPassing(l10n.t('Pasted without what cannot be saved: {0}', keys), saidFor);
    }
    return paste;
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

/** Whether all of the text is selected, but for white space at its ends. */
function coversAll(document: TextDocument, [range, ...more]: readonly Range[]): boolean {
  if (!range || more.length > 0) return false;
  const before = document.getText(new Range(document.positionAt(0), range.start));
  const after = document.getText(new Range(range.end, document.lineAt(document.lineCount - 1).range.end));
  return before.trim() === '' && after.trim() === '' && !range.isEmpty;
}
