import { CodeLens, Disposable, EventEmitter, l10n, languages, Range, type CodeLensProvider, type TextDocument } from 'vscode';
import { commands, schemes } from '../../../ids/index.ts';
import type { Field } from '../../../model/field.ts';
import type { Node } from 'jsonc-parser';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';
import { customKey, nodeOf } from '../recordText.ts';
import { propertiesOf } from './places.ts';

/** Above each field in conflict: what can be done about it. */
export class ConflictLenses implements CodeLensProvider, Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #subscriptions: Disposable;

  constructor(documents: RecordDocuments, editing: RecordEditing) {
    this.#documents = documents;
    this.#editing = editing;
    this.#subscriptions = Disposable.from(
      this.#changed,
      documents.onDidChange(() => this.#changed.fire()),
      languages.registerCodeLensProvider({ scheme: schemes.record }, this),
    );
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const state = this.#documents.find(document.uri);
    if (!state) return [];
    const { root } = this.#editing.read(state, document);
    return [...state.conflicts.values()].flatMap(({ field }) => {
      const at = document.positionAt(root ? placeOf(root, field) : 0);
      const lens = (title: string, command: string) =>
        new CodeLens(new Range(at, at), { title, command, arguments: [document.uri, field.key] });
      return [
        lens(l10n.t('Keep Mine'), commands.keepMine),
        lens(l10n.t('Take Theirs'), commands.takeTheirs),
        lens(l10n.t('Compare'), commands.compareConflict),
      ];
    });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** Where a field stands; one that is unset, and so not in the text, would stand among the custom ones or in the whole. */
function placeOf(root: Node, field: Field): number {
  const own = nodeOf(root, field)?.parent;
  const custom = field.custom ? propertiesOf(root).find(({ key }) => key.value === customKey)?.key : undefined;
  return (own ?? custom ?? root).offset;
}
