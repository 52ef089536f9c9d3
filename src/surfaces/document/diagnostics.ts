import { Diagnostic, DiagnosticSeverity, Disposable, l10n, languages, Range, workspace, type TextDocument } from 'vscode';
import { schemes } from '../../ids/index.ts';
import { nameKey } from '../../kinds/names.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { displayText } from '../../model/displayText.ts';
import type { Field } from '../../model/field.ts';
import { fieldTypes } from '../../model/fieldTypes/index.ts';
import { changedFields } from '../../model/threeWay.ts';
import type { RecordDocuments } from './documents.ts';
import type { RecordEditing } from './editing.ts';
import { fieldProblems, type FieldProblem } from './problems.ts';
import { nodeOf, type ParsedText } from './recordText.ts';
import { refusedFields, type RecordState } from './state.ts';

/** What the text of a document cannot be saved with, as it stands: of changed fields only. */
export function problemsNow(state: RecordState, text: ParsedText): readonly FieldProblem[] {
  const { values } = text;
  if (!values) return [];
  return fieldProblems(changedFields(state.fields, state.base?.values ?? values, values), text, state.latest?.values);
}

/** Underlines in the text of a record what a save would refuse, was refused for, or is in conflict about. */
export class RecordDiagnostics implements Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #collection = languages.createDiagnosticCollection(schemes.record);
  readonly #subscriptions: Disposable;

  constructor(documents: RecordDocuments, editing: RecordEditing) {
    this.#documents = documents;
    this.#editing = editing;
    this.#subscriptions = Disposable.from(
      this.#collection,
      documents.onDidChange((state) => this.#show(state)),
      workspace.onDidChangeTextDocument(({ document }) => {
        const state = document.uri.scheme === schemes.record ? documents.find(document.uri) : undefined;
        if (state) this.#show(state);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(state: RecordState): void {
    const document = this.#documents.document(state.uri);
    if (!document) return;
    const text = this.#editing.read(state, document);
    // JSON that cannot be read is VS Code's own to underline, and without fields nothing can be said.
    if (!text.values || state.fields.length === 0 || state.blocked) return this.#collection.delete(state.uri);
    const wrong = problemsNow(state, text);
    const shown = new Set(wrong.map(({ field }) => field.key));
    const refused = Object.entries(refusedFields(state, text.values)).filter(([key]) => !shown.has(key));
    this.#collection.set(state.uri, [
      ...this.#whole(state, document),
      ...[...text.problems, ...wrong].map(({ offset, length, sentence }) => error(document, offset, length, sentence.text)),
      ...refused.map(([key, sentence]) => atField(state, text, document, key, sentence)),
      ...conflictSentences(state).map(([key, sentence]) => atField(state, text, document, key, sentence)),
    ]);
  }

  /** What Pipedrive blames on no field stands at the top, until the next save. */
  #whole({ refusal, conflicts }: RecordState, document: TextDocument): Diagnostic[] {
    if (!refusal || refusal.inText || !document.isDirty || conflicts.size > 0) return [];
    return Object.keys(refusal.fields).length === 0 ? [error(document, 0, 1, refusal.sentence)] : [];
  }
}

function error(document: TextDocument, offset: number, length: number, sentence: string): Diagnostic {
  const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
  const diagnostic = new Diagnostic(range, displayText(sentence, 600), DiagnosticSeverity.Error);
  diagnostic.source = 'Pipedrive';
  return diagnostic;
}

/** At a field's value; at the first brace for one that is not in the text. */
function atField({ fields }: RecordState, { root }: ParsedText, document: TextDocument, key: string, sentence: string) {
  const field = fields.find((one) => one.key === key);
  const node = field && root && nodeOf(root, field);
  return error(document, node?.offset ?? root?.offset ?? 0, node?.length ?? 1, sentence);
}

function conflictSentences({ conflicts, names }: RecordState): readonly (readonly [key: string, sentence: string])[] {
  const text = (field: Field, value: unknown) => {
    const of = fieldTypes[field.type].refersTo;
    const name = of && names.get(nameKey(of, value));
    return value === null ? l10n.t('nothing') : fieldTypes[field.type].show(value, field, name);
  };
  return [...conflicts.values()].map(({ field, theirs, base }) => [
    field.key,
    l10n.t('A colleague changed “{0}” from {1} to {2}.', fieldTitle(field), text(field, base), text(field, theirs)),
  ]);
}
