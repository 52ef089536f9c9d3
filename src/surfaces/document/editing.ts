import { l10n, Range, WorkspaceEdit, workspace, type TextDocument } from 'vscode';
import type { Field } from '../../model/field.ts';
import { equalValues, fieldTypes, valueOf } from '../../model/fieldTypes/index.ts';
import type { Values } from '../../model/record.ts';
import { Refusal } from '../shared/problems.ts';
import { difference } from './difference.ts';
import type { RecordDocuments } from './documents.ts';
import { parseText, setInText, type ParsedText } from './recordText.ts';
import type { RecordState } from './state.ts';

/**
 * Owns the text of record documents: reads values out of it, and turns each wish of a person
 * into one `WorkspaceEdit`, one undo step.
 */
export class RecordEditing {
  readonly #documents: RecordDocuments;
  readonly #parsed = new WeakMap<TextDocument, { version: number; fields: readonly Field[]; parsed: ParsedText }>();
  /** Edits of a document go one after the other: each stands on the text that the one before made. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(documents: RecordDocuments) {
    this.#documents = documents;
  }

  /** Values and problems of any text of the document. */
  parse(state: RecordState, text: string): ParsedText {
    return parseText(state.fields, text);
  }

  /** What the text holds now; parsed once a version. */
  read(state: RecordState, document: TextDocument): ParsedText {
    const known = this.#parsed.get(document);
    if (known?.version === document.version && known.fields === state.fields) return known.parsed;
    const parsed = this.parse(state, document.getText());
    this.#parsed.set(document, { version: document.version, fields: state.fields, parsed });
    return parsed;
  }

  /**
   * Sets fields in the text, as one undo step. A value equal to the present one changes nothing.
   * @param values by field key, in the model's shape or as typed; `null` unsets
   */
  set(state: RecordState, document: TextDocument, values: Values): Promise<void> {
    const edit = this.#queue.then(() => this.#set(state, document, values));
    this.#queue = edit.catch(() => undefined);
    return edit;
  }

  /** Settles a conflict. Either way the document now stands on their value of that field. */
  async choose(state: RecordState, document: TextDocument, key: string, side: 'mine' | 'theirs'): Promise<void> {
    const conflict = state.conflicts.get(key);
    if (!conflict || !state.base) return;
    // The text first: a base renewed without it would make mine of what was to be theirs.
    if (side === 'theirs') await this.set(state, document, { [key]: conflict.theirs });
    state.base = { ...state.base, values: { ...state.base.values, [key]: conflict.theirs } };
    const { [key]: _, ...answered } = state.answered ?? {};
    state.answered = answered;
    await this.#documents.keep(state);
    state.conflicts.delete(key);
    if (state.conflicts.size === 0) state.refusal = undefined;
    this.#documents.changed(state);
  }

  async #set(state: RecordState, document: TextDocument, values: Values): Promise<void> {
    const present = this.read(state, document).values;
    if (!present) throw new Refusal(l10n.t('The JSON of this document cannot be read. Correct it in the text editor first.'));
    const wanted = Object.entries(values).flatMap(([key, raw]) => {
      const field = state.fields.find((one) => one.key === key && one.writable);
      if (!field) return [];
      const value = fieldTypes[field.type].parse(raw, field) ?? null;
      return equalValues(field, value, valueOf(field, present)) ? [] : [{ field, value }];
    });
    if (wanted.length === 0) return;
    await this.#documents.keep(state);
    const edit = new WorkspaceEdit();
    let text = document.getText();
    for (const { field, value } of wanted) {
      for (const change of setInText(state.fields, text, field, value, state.base?.values ?? {})) {
        text = `${text.slice(0, change.offset)}${change.content}${text.slice(change.offset + change.length)}`;
      }
    }
    const before = document.getText();
    const [start, end, content] = difference(before, text);
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), content);
    if (!(await workspace.applyEdit(edit))) throw new Refusal(l10n.t('VS Code did not take the edit. Try again.'));
  }
}
