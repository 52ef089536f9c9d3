import type { Node } from 'jsonc-parser';
import { getLocation } from 'jsonc-parser';
import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  languages,
  Range,
  SnippetString,
  type CompletionItemProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { recordLanguage, schemes } from '../../../ids/index.ts';
import { fieldTitle } from '../../../kinds/title.ts';
import type { Field } from '../../../model/field.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import { isObject } from '../../../model/isObject.ts';
import type { RecordDocuments } from '../documents.ts';
import { customKey, parseText } from '../recordText.ts';
import { placesOf } from './places.ts';

/**
 * Offers the keys that are not in the text yet, custom ones by their field's name: 40 characters tell nobody which they
 * are. Values are offered by VS Code's own JSON support, from the schema.
 */
export class KeyCompletion implements CompletionItemProvider, Disposable {
  readonly #documents: RecordDocuments;
  readonly #registered: Disposable;

  constructor(documents: RecordDocuments) {
    this.#documents = documents;
    const selector = { scheme: schemes.record, language: recordLanguage };
    this.#registered = languages.registerCompletionItemProvider(selector, this, '"');
  }

  provideCompletionItems(document: TextDocument, position: Position): CompletionItem[] {
    const state = this.#documents.find(document.uri);
    if (!state) return [];
    const text = document.getText();
    const { isAtPropertyKey, path, previousNode } = getLocation(text, document.offsetAt(position));
    const isCustom = path.length === 2 && path[0] === customKey;
    if (!isAtPropertyKey || !(isCustom || path.length === 1)) return [];
    const present = keysIn(state.fields, text);
    const range = previousNode ? rangeOf(document, previousNode) : document.getWordRangeAtPosition(position);
    return state.fields
      .filter((field) => field.writable && field.custom === isCustom && !present.has(field.key))
      .map((field, place) =>
        keyItem(field, place, range ?? new Range(position, position), followedBy(text, document, range?.end ?? position)),
      );
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

function keysIn(fields: readonly Field[], text: string): ReadonlySet<string> {
  const { root } = parseText(fields, text, { tolerant: true });
  return new Set(root ? placesOf(fields, root).map(({ field }) => field.key) : []);
}

const rangeOf = (document: TextDocument, { offset, length }: Pick<Node, 'offset' | 'length'>): Range =>
  new Range(document.positionAt(offset), document.positionAt(offset + length));

/** What the rest of the text needs after a new key: its colon where that is there already, a comma before another key. */
function followedBy(text: string, document: TextDocument, end: Position): 'colon' | 'key' | 'end' {
  const rest = text.slice(document.offsetAt(end)).trimStart();
  if (rest.startsWith(':')) return 'colon';
  return rest.startsWith('"') ? 'key' : 'end';
}

function keyItem(field: Field, place: number, range: Range, next: ReturnType<typeof followedBy>): CompletionItem {
  const title = fieldTitle(field);
  const item = new CompletionItem(
    field.custom ? { label: title, description: field.key } : { label: field.key, description: title },
    CompletionItemKind.Property,
  );
  item.detail = field.custom ? field.key : title;
  item.range = range;
  item.filterText = `"${title} ${field.key}"`;
  item.sortText = String(place).padStart(4, '0');
  const key = JSON.stringify(field.key);
  item.insertText = next === 'colon' ? key : new SnippetString(`${key}: ${emptyValue(field)}${next === 'key' ? ',' : ''}`);
  item.command = { title: '', command: 'editor.action.triggerSuggest' };
  return item;
}

/** Where the value is written, as a snippet. */
function emptyValue(field: Field): string {
  const { type, properties } = fieldTypes[field.type].schema(field);
  if (type === 'array') return '[$1]';
  if (type === 'string') return '"$1"';
  if (type !== 'object' || !isObject(properties)) return '$1';
  const { value } = properties;
  return `{ "value": ${isObject(value) && value['type'] === 'string' ? '"$1"' : '$1'} }`;
}
