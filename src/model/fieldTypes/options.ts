import * as l10n from '@vscode/l10n';
import type { Field, Option } from '../field.ts';
import { inside, sentence, type Sentence } from '../sentence.ts';
import { fieldType, type JsonSchema } from './fieldType.ts';

const labelOf = (field: Field, id: unknown): string =>
  // Compared as text: old fields carry ids as strings.
  field.options.find((option) => String(option.id) === String(id))?.label ?? String(id);

const isOptionOf = (field: Field, id: unknown): boolean =>
  (typeof id === 'number' || typeof id === 'string') &&
  (field.options.length === 0 || field.options.some((option) => option.id === id));

const choices = (options: readonly Option[]): string =>
  options.length > 8
    ? `${options
        .slice(0, 8)
        .map((option) => `${option.id} (${option.label})`)
        .join(', ')} …`
    : options.map((option) => `${option.id} (${option.label})`).join(', ');

/**
 * Proposes the options by their labels. Other ids are no error of the text: records keep options that
 * were deleted since. A changed value is held against the options by `problems`.
 */
const optionSchema = (field: Field): JsonSchema => ({
  type: ['integer', 'string'],
  defaultSnippets: field.options.map((option) => ({
    label: option.label,
    description: String(option.id),
    body: option.id,
  })),
  markdownDescription: field.options.map((option) => `- \`${option.id}\` ${escapeMarkdown(option.label)}`).join('\n'),
});

const escapeMarkdown = (label: string): string => label.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&').replace(/\s+/g, ' ');

const noOption = (field: Field, value: unknown): Sentence =>
  sentence(l10n.t('“{0}” has no option {1}; it has {2}.', field.name, JSON.stringify(value), choices(field.options)));

/** One option, by its id. */
export const single = fieldType({
  validate: (value, field) => (isOptionOf(field, value) ? undefined : noOption(field, value)),
  show: (value, field) => labelOf(field, value),
  schema: optionSchema,
});

const asList = (raw: unknown): unknown => (raw === undefined || raw === null || raw === '' ? [] : raw);
const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

/** Several options, by their ids; their order means nothing. */
export const multiple = fieldType({
  empty: null,
  parse: (raw) => {
    const list = asList(raw);
    return Array.isArray(list) && list.length === 0 ? null : list;
  },
  problems: (value, field) => {
    if (!Array.isArray(value)) return [sentence(l10n.t('“{0}” must be a list of options, such as [1, 2].', field.name))];
    return value.flatMap((id: unknown, place) => {
      if (!isOptionOf(field, id)) return [inside(noOption(field, id), place)];
      return value.indexOf(id) === place ? [] : [inside(sentence(l10n.t('“{0}” has an option twice.', field.name)), place)];
    });
  },
  equal: (a, b) =>
    Array.isArray(a) && Array.isArray(b)
      ? a.length === b.length && a.toSorted(byText).join() === b.toSorted(byText).join()
      : a === b,
  lacking: (other, value) => {
    const there = new Set(other.map(String));
    return value.filter((id) => !there.has(String(id)));
  },
  show: (value, field) => (Array.isArray(value) ? value.map((id) => labelOf(field, id)).join(', ') : String(value)),
  schema: (field) => ({
    type: 'array',
    uniqueItems: true,
    items: optionSchema(field),
  }),
});

/** Like several options, but cleared by an empty list. */
export const labels = { ...multiple, empty: [] as const };
