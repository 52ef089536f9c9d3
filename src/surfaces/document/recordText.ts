import * as l10n from '@vscode/l10n';
import { modify, parseTree, printParseErrorCode, type Edit, type Node, type ParseError } from 'jsonc-parser';
import type { Field } from '../../model/field.ts';
import { fieldTypes, valueOf, writeValue } from '../../model/fieldTypes/index.ts';
import type { Values } from '../../model/record.ts';
import { sentence, type Sentence } from '../../model/sentence.ts';

/**
 * The text of a record's document: JSON that holds what can be written and nothing else,
 * in version 2's names, custom fields under `custom_fields`. A key that is not there is unset.
 */

export const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
export const customKey = 'custom_fields';

/** Where a field's value stands in the text. */
export const pathOf = (field: Field): string[] => (field.custom ? [customKey, field.key] : [field.key]);

/** The text for a record's values; custom fields that are unset are left out, as most are. */
export function textOf(fields: readonly Field[], values: Values, schema: string): string {
  const standard: Record<string, unknown> = { $schema: schema };
  const custom: Record<string, unknown> = {};
  for (const field of fields.filter((one) => one.writable)) {
    const value = valueOf(field, values);
    if (!field.custom) standard[field.key] = value ?? fieldTypes[field.type].empty;
    else if (value !== null) custom[field.key] = value;
  }
  const whole = Object.keys(custom).length > 0 ? { ...standard, [customKey]: custom } : standard;
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** What is wrong with a text before its values can be looked at, and where. */
export interface TextProblem {
  readonly sentence: Sentence;
  /** Offset in characters. */
  readonly offset: number;
  readonly length: number;
}

export type ParsedText =
  | {
      readonly values: Values;
      /** Also what no known field has, for a title while the fields are not there. */
      readonly all: Values;
      readonly root: Node;
      readonly problems: readonly TextProblem[];
    }
  | {
      readonly values?: undefined;
      readonly all?: undefined;
      readonly root?: undefined;
      readonly problems: readonly [TextProblem, ...TextProblem[]];
    };

const tooDeep = (): TextProblem => ({
  sentence: sentence(l10n.t('The JSON is nested too deeply to be read. Correct it, then save again.')),
  offset: 0,
  length: 1,
});

/**
 * Reads a document's text. Keys that no writable field has are problems, because what they
 * hold would silently not be saved; without well-formed JSON there are no values at all.
 *
 * @param tolerant reads what can be read of a text that is being typed
 */
export function parseText(fields: readonly Field[], text: string, options: { readonly tolerant?: boolean } = {}): ParsedText {
  try {
    return parsed(fields, text, options);
  } catch (error) {
    // A reader of nested text calls itself, and is stopped where that goes too far.
    if (error instanceof RangeError) return { problems: [tooDeep()] };
    throw error;
  }
}

function parsed(fields: readonly Field[], text: string, { tolerant = false }: { readonly tolerant?: boolean }): ParsedText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if ((first && !tolerant) || root?.type !== 'object') {
    const offset = first?.offset ?? 0;
    const line = text.slice(0, offset).split('\n').length;
    return {
      problems: [
        {
          sentence: first
            ? sentence(
                l10n.t(
                  'The JSON cannot be read at line {0} ({1}). Correct it, then save again.',
                  line,
                  printParseErrorCode(first.error),
                ),
              )
            : sentence(l10n.t('The text must be a JSON object, in braces. Correct it, then save again.')),
          offset,
          length: Math.max(first?.length ?? 0, 1),
        },
      ],
    };
  }
  const known = new Map(fields.filter((field) => field.writable).map((field) => [pathOf(field).join('/'), field]));
  const values: Record<string, unknown> = {};
  const all: Record<string, unknown> = {};
  const problems: TextProblem[] = [];
  const read = (object: Node, custom: boolean) => {
    for (const property of object.children ?? []) {
      const [keyNode, valueNode] = property.children ?? [];
      if (!keyNode || !valueNode) continue;
      const key = String(keyNode.value);
      if (!custom && key === '$schema') continue;
      if (!custom && key === customKey && (valueNode.type === 'object' || valueNode.type === 'null')) {
        read(valueNode, true);
        continue;
      }
      const field = known.get(custom ? `${customKey}/${key}` : key);
      if (key !== '__proto__') all[key] = plain(valueNode);
      if (!field) {
        problems.push({ sentence: unknownKey(fields, key), offset: keyNode.offset, length: keyNode.length });
        continue;
      }
      values[field.key] = plain(valueNode);
      problems.push(...unknownCells(field, valueNode));
    }
  };
  read(root, false);
  return { values, all, root, problems: [...problems, ...repeatedKeys(root)] };
}

/** Keys that an object has twice: JSON takes the last, an edit finds the first, and a person may mean either. */
function repeatedKeys(node: Node): TextProblem[] {
  const met = new Set<string>();
  const here = node.type === 'object' ? (node.children ?? []).flatMap(({ children: [key] = [] }) => (key ? [key] : [])) : [];
  const twice = here.filter(({ value }) => met.size === met.add(String(value)).size);
  return [
    ...twice.map(({ value, offset, length }) => ({
      sentence: sentence(l10n.t('“{0}” is there twice. Remove one of the two.', String(value))),
      offset,
      length,
    })),
    ...(node.children ?? []).flatMap(repeatedKeys),
  ];
}

function unknownKey(fields: readonly Field[], key: string): Sentence {
  const readOnly = fields.find((field) => field.key === key && !field.writable);
  return readOnly
    ? sentence(l10n.t('“{0}” ({1}) cannot be changed here. Remove the line.', readOnly.name, key))
    : sentence(l10n.t('“{0}” is no field that can be saved. Correct the key or remove the line.', key));
}

/** Cells of rows that no column has: what they hold would not be saved either. */
function unknownCells({ name, type, columns = [] }: Field, value: Node): TextProblem[] {
  if (type !== 'rows' || value.type !== 'array') return [];
  const known = new Set(['id', ...columns.filter(({ writable }) => writable).map(({ key }) => key)]);
  const cells = (value.children ?? []).flatMap((row) => (row.type === 'object' ? (row.children ?? []) : []));
  return cells.flatMap(({ children: [key] = [] }) =>
    key === undefined || known.has(String(key.value))
      ? []
      : [
          {
            sentence: sentence(
              l10n.t('The rows of “{0}” have no “{1}”. Correct the key or remove the line.', name, String(key.value)),
            ),
            offset: key.offset,
            length: key.length,
          },
        ],
  );
}

/** The value that a node stands for. */
export function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value as unknown;
  return Object.fromEntries(
    (node.children ?? []).map((property) => {
      const [key, value] = property.children ?? [];
      return [String(key?.value), value ? plain(value) : null];
    }),
  );
}

/**
 * The edits that set one field in a text.
 * @param value parsed, in the model's shape; `null` unsets
 * @param base what the document began from: a field unset there and now is taken out of the text again
 */
export function setInText(fields: readonly Field[], text: string, field: Field, value: unknown, base: Values): readonly Edit[] {
  const remove = value === null && field.custom && valueOf(field, base) === null;
  const keys = fields.filter((one) => one.writable && one.custom === field.custom).map((one) => one.key);
  const order = new Map(keys.map((key, i) => [key, i]));
  const place = order.get(field.key) ?? keys.length;
  const written = remove ? undefined : (writeValue(field, value) as unknown);
  // `null` stands for no custom fields, and holds none.
  const isNone = field.custom && childOf(parseTree(text), customKey)?.type === 'null';
  if (isNone) return remove ? [] : modify(text, [customKey], { [field.key]: written }, { formattingOptions });
  return modify(text, pathOf(field), written, {
    formattingOptions,
    // New keys stand where the kind's order of fields has them.
    getInsertionIndex: (present) => {
      const after = present.findIndex((key) => key === customKey || (order.get(key) ?? -1) > place);
      return after < 0 ? present.length : after;
    },
  });
}

/** The node of a field's value in a parsed text, to point at; of a part of it, or of the nearest that is there. */
export function nodeOf(root: Node, field: Field, at: Sentence['at'] = []): Node | undefined {
  let node: Node | undefined = root;
  for (const key of pathOf(field)) node = childOf(node, key);
  for (const step of at) {
    const part: Node | undefined = childOf(node, step);
    if (!part) break;
    node = part;
  }
  return node;
}

function childOf(node: Node | undefined, step: string | number): Node | undefined {
  if (typeof step === 'number') return node?.type === 'array' ? node.children?.[step] : undefined;
  return node?.children?.find((property) => property.children?.[0]?.value === step)?.children?.[1];
}
