import { Disposable, EventEmitter, InlayHint, languages, type InlayHintsProvider, type Range, type TextDocument } from 'vscode';
import { schemes } from '../../../ids/index.ts';
import { nameKey } from '../../../kinds/names.ts';
import { fieldTitle } from '../../../kinds/title.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';
import { parseText } from '../recordText.ts';
import { hintsOf, type HintSources } from './hintsOf.ts';
import type { RecordState } from '../state.ts';
import type { Users } from './users.ts';

/** Says in a record's text what keys and ids stand for. Asks Pipedrive for the account's users, once, and nothing else. */
export class RecordHints implements InlayHintsProvider, Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #users: Users;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changed.event;
  readonly #subscriptions: Disposable;

  constructor(documents: RecordDocuments, editing: RecordEditing, users: Users) {
    this.#documents = documents;
    this.#editing = editing;
    this.#users = users;
    this.#subscriptions = Disposable.from(
      this.#changed,
      documents.onDidChange(() => this.#changed.fire()),
      users.onDidChange(() => this.#changed.fire()),
      languages.registerInlayHintsProvider([{ scheme: schemes.record }, { scheme: schemes.theirs }], this),
    );
  }

  provideInlayHints(document: TextDocument, range: Range): InlayHint[] {
    const state = this.#documents.find(document.uri.with({ scheme: schemes.record }));
    if (!state) return [];
    // While something is being typed the text is broken most of the time, and all else in it still means what it meant.
    const { root } = this.#editing.read(state, document).root
      ? this.#editing.read(state, document)
      : parseText(state.fields, document.getText(), { tolerant: true });
    if (!root) return [];
    const shown = hintsOf(state.fields, root, this.#sources(state)).map(({ offset, text }) => {
      const hint = new InlayHint(document.positionAt(offset), text);
      hint.paddingLeft = true;
      return hint;
    });
    return shown.filter(({ position }) => range.contains(position));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #sources({ address, names }: RecordState): HintSources {
    return {
      title: (field) => fieldTitle(field),
      nameOf: (field, id) => {
        const of = fieldTypes[field.type].refersTo;
        const user = of === 'user' ? this.#users.of(address.accountId).find((one) => one.id === id) : undefined;
        return user?.name ?? (of && names.get(nameKey(of, id)));
      },
    };
  }
}
