import * as l10n from '@vscode/l10n';
import { applyEdits, findNodeAtOffset, getNodePath, modify, parseTree, type Node } from 'jsonc-parser';
import type { Field, Option } from '../../../model/field.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import { customKey, formattingOptions, pathOf, plain } from '../recordText.ts';
import { closest } from './closest.ts';
import { placesOf } from './places.ts';

/** A way to mend a text: the text as it would be. */
export interface Fix {
  readonly title: string;
  readonly text: string;
}

/** A text and what is known of it. */
export interface FixContext {
  readonly text: string;
  readonly root: Node;
  readonly fields: readonly Field[];
  readonly title: (field: Field) => string;
  /** What can be chosen in a field or column, with the id that is written. */
  readonly choicesOf: (field: Field) => readonly Option[];
}

/** For a value that is no choice of its field: those whose label, or id, was meant; the likeliest first. */
export function choiceFixes({ text, root, fields, choicesOf }: FixContext, wrong: Node): readonly Fix[] {
  const place = placesOf(fields, root).findLast(({ value }) => holds(value, wrong.offset, wrong.length));
  if (!place || (wrong.type !== 'string' && wrong.type !== 'number')) return [];
  const options = choicesOf(place.field).map((option) => ({ of: option, spelled: [option.label, String(option.id)] }));
  const isList = fieldTypes[place.field.type].schema(place.field)['type'] === 'array';
  return closest(String(wrong.value), options).map(({ id, label }) => ({
    title: l10n.t('Did you mean “{0}” ({1})?', label, id),
    text: replaced(text, wrong, JSON.stringify(isList && wrong.parent?.type !== 'array' ? [id] : id)),
  }));
}

/** For a key that no field has: the fields it may be meant for, by their key or by their name. */
export function keyFixes(context: FixContext, offset: number): readonly Fix[] {
  const { text, root, fields, title } = context;
  const key = findNodeAtOffset(root, offset);
  const value = key?.parent?.children?.[1];
  if (!key || !value) return [];
  const path = getNodePath(key);
  const typed = String(key.value);
  if (!isField(path)) {
    const { columns = [] } = placesOf(fields, root).findLast((place) => holds(place.value, key.offset, key.length))?.field ?? {};
    return closest(typed, candidates(columns, title)).map((column) => ({
      title: renameTo(column.key, title(column)),
      text: replaced(text, key, JSON.stringify(column.key)),
    }));
  }
  const present = new Set(placesOf(fields, root).map(({ field }) => field));
  const absent = candidates(fields, title).filter(({ of }) => !present.has(of));
  return closest(typed, absent).map((field) => ({
    title: renameTo(field.key, title(field)),
    text: path.length > 1 === field.custom ? replaced(text, key, JSON.stringify(field.key)) : moved(text, path, field, value),
  }));
}

/** Takes keys out of a text, each by where it stands. */
export function withoutKeys({ text, root }: FixContext, offsets: readonly number[]): string {
  // From the last on, so that those before still stand where they stood; by its place, as a key may be there twice.
  return offsets
    .toSorted((a, b) => b - a)
    .reduce((left, offset) => {
      const property = findNodeAtOffset(parseTree(left) ?? root, offset)?.parent;
      const siblings = property?.parent?.children ?? [];
      const place = property ? siblings.indexOf(property) : -1;
      if (!property || place < 0) return left;
      const [before, after] = [siblings[place - 1], siblings[place + 1]];
      const start = before ? before.offset + before.length : property.offset;
      const end = before || !after ? property.offset + property.length : after.offset;
      return left.slice(0, start) + left.slice(end);
    }, text);
}

const isField = (path: readonly (string | number)[]): boolean =>
  path.length === 1 || (path.length === 2 && path[0] === customKey);

const holds = ({ offset, length }: Node, start: number, size: number): boolean =>
  offset <= start && start + size <= offset + length;

const candidates = (fields: readonly Field[], title: (field: Field) => string) =>
  fields.filter(({ writable }) => writable).map((field) => ({ of: field, spelled: [field.key, title(field)] }));

const renameTo = (key: string, title: string): string =>
  key === title ? l10n.t('Rename to “{0}”', key) : l10n.t('Rename to “{0}” ({1})', title, key);

const replaced = (text: string, { offset, length }: Node, content: string): string =>
  `${text.slice(0, offset)}${content}${text.slice(offset + length)}`;

/** A value goes to where its field belongs: custom fields lie under a key of their own. */
function moved(text: string, from: readonly (string | number)[], field: Field, value: Node): string {
  return edited(edited(text, from, undefined), pathOf(field), plain(value));
}

function edited(text: string, path: readonly (string | number)[], value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }));
}
