import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Range,
  workspace,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import { commands, schemes } from '../../ids/index.ts';
import { fieldTypes, validateValue, valueOf } from '../../model/fieldTypes/index.ts';
import type { Field } from '../../model/field.ts';
import { nameKey } from '../../kinds/names.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { changedFields } from '../../model/threeWay.ts';
import { say } from '../shared/say.ts';
import type { RecordDocuments } from './documents.ts';
import type { RecordEditing } from './editing.ts';
import { nodeOf } from './recordText.ts';
import { refusedFields, type RecordState } from './state.ts';

/** Shows in the text of a record what a save was refused for, and settles conflicts by quick fixes. */
export class RecordDiagnostics implements CodeActionProvider, Disposable {
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
      languages.registerCodeActionsProvider({ scheme: schemes.record }, this, {
        providedCodeActionKinds: [CodeActionKind.QuickFix],
      }),
    );
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    const state = this.#documents.find(document.uri);
    const here = [...(state?.conflicts.keys() ?? [])].filter((key) =>
      state ? this.#rangeOf(state, document, key).intersection(range) : false,
    );
    return here.flatMap((key) => [
      fix(l10n.t('Keep My Value'), commands.keepMine, [document.uri, key]),
      fix(l10n.t('Take Their Value'), commands.takeTheirs, [document.uri, key]),
    ]);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(state: RecordState): void {
    const document = this.#documents.document(state.uri);
    if (!document) return;
    const { values } = this.#editing.read(state, document);
    // JSON that cannot be read is VS Code's own to underline.
    if (!values) return this.#collection.delete(state.uri);
    const refused = Object.entries(refusedFields(state, values)).map(([key, sentence]) =>
      this.#error(state, document, key, sentence),
    );
    const { refusal } = state;
    // What Pipedrive blames on no field stands at the top, until the next save.
    const whole =
      refusal && document.isDirty && state.conflicts.size === 0 && Object.keys(refusal.fields).length === 0
        ? [this.#error(state, document, '', refusal.sentence)]
        : [];
    const text = (field: Field, value: unknown) => {
      const of = fieldTypes[field.type].refersTo;
      const name = of && state.names.get(nameKey(of, value));
      return value === null ? l10n.t('nothing') : fieldTypes[field.type].show(value, field, name);
    };
    const conflicts = [...state.conflicts.values()].map(({ field, theirs, base }) => {
      const sentence = l10n.t(
        'A colleague changed “{0}” from {1} to {2}.',
        fieldTitle(field),
        text(field, base),
        text(field, theirs),
      );
      return this.#error(state, document, field.key, sentence);
    });
    // The schema cannot tell a wrong option from one that was deleted and that the record has always had.
    const options = changedFields(state.fields, state.base?.values ?? values, values).flatMap((field) => {
      const wrong = field.options.length > 0 ? validateValue(field, valueOf(field, values)) : undefined;
      return wrong && !(field.key in (refusal?.fields ?? {})) ? [this.#error(state, document, field.key, say(wrong))] : [];
    });
    this.#collection.set(state.uri, [...whole, ...refused, ...conflicts, ...options]);
  }

  #error(state: RecordState, document: TextDocument, key: string, sentence: string): Diagnostic {
    const diagnostic = new Diagnostic(this.#rangeOf(state, document, key), sentence, DiagnosticSeverity.Error);
    diagnostic.source = 'Pipedrive';
    return diagnostic;
  }

  /** Where a field's value stands; the first brace for one that is not in the text. */
  #rangeOf(state: RecordState, document: TextDocument, key: string): Range {
    const field = state.fields.find((one) => one.key === key);
    const { root } = this.#editing.read(state, document);
    const node = field && root && nodeOf(root, field);
    if (!node) return new Range(0, 0, 0, 1);
    return new Range(document.positionAt(node.offset), document.positionAt(node.offset + node.length));
  }
}

function fix(title: string, command: string, args: unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: args };
  return action;
}
