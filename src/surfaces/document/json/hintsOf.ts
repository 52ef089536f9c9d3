import type { Node } from 'jsonc-parser';
import { displayText } from '../../../model/displayText.ts';
import type { Field } from '../../../model/field.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import { placesOf } from './places.ts';

/** What stands behind a key or a value that only Pipedrive can read. */
export interface Hint {
  /** Where it is shown, in characters: after the key or value. */
  readonly offset: number;
  readonly text: string;
}

/** What the hints of a text are made of. */
export interface HintSources {
  readonly title: (field: Field) => string;
  /** The name behind an id, where it is known. */
  readonly nameOf: (field: Field, id: unknown) => string | undefined;
}

/** The longest hint, in characters: it shares its line with the value. */
const longest = 40;

/** Custom fields' names after their keys, labels after options' ids, names after ids of what has one. */
export function hintsOf(fields: readonly Field[], root: Node, { title, nameOf }: HintSources): readonly Hint[] {
  return placesOf(fields, root).flatMap(({ field, key, value }) => [
    ...(field.custom ? hint(key, title(field), field.key) : []),
    ...itemsOf(value).flatMap((item) => hint(item, labelOf(field, item.value, nameOf), String(item.value))),
  ]);
}

/** A hint that only says again what stands there is none. */
function hint({ offset, length }: Node, text: string | undefined, instead: string): readonly Hint[] {
  const shown = displayText(text ?? '', longest);
  return shown === '' || shown.toLowerCase() === instead.toLowerCase() ? [] : [{ offset: offset + length, text: shown }];
}

function labelOf(field: Field, id: unknown, nameOf: HintSources['nameOf']): string | undefined {
  if (fieldTypes[field.type].refersTo) return nameOf(field, id);
  // Compared as text: old fields carry ids as strings. A boolean's words are the keys' own: `is_deleted: false`.
  if (field.type === 'boolean' || typeof id === 'boolean') return undefined;
  return field.options.find((option) => String(option.id) === String(id))?.label;
}

/** A list's items, else the value itself; what has parts has no label as a whole. */
function itemsOf(value: Node): readonly Node[] {
  const items = value.type === 'array' ? (value.children ?? []) : [value];
  return items.filter(({ type }) => type === 'number' || type === 'string');
}
