import * as l10n from '@vscode/l10n';
import { longest } from '../contactLink.ts';
import { isObject } from '../isObject.ts';
import { same } from '../same.ts';
import { inside, sentence } from '../sentence.ts';
import type { ContactEntry } from '../values.ts';
import { fieldType, type FieldType } from './fieldType.ts';

/** Entries without a value are how version 1 says “none”. */
const isSet = (entry: unknown): boolean => !isObject(entry) || (entry['value'] ?? '') !== '';

const isAddress = (text: string): boolean => text.length <= longest && /^\S+@\S+$/.test(text);

/** Version 1 says some of its yes and no as 1 and 0. */
const isMarked = (raw: unknown): unknown => (raw === 1 || raw === '1' ? true : raw === 0 || raw === '0' ? false : (raw ?? false));

/** An entry with what Pipedrive would fill in. */
function parseEntry(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const { value } = entry;
  return {
    ...entry,
    ...(typeof value === 'number' && { value: String(value) }),
    label: entry['label'] ?? 'work',
    primary: isMarked(entry['primary']),
  };
}

/** The labels that Pipedrive offers, as a person reads them; any other is a person's own. */
export const usualLabels = (): Readonly<Record<string, string>> => ({
  work: l10n.t('Work'),
  home: l10n.t('Home'),
  mobile: l10n.t('Mobile'),
  other: l10n.t('Other'),
});

/** What a phone number or an e-mail address is for, as a person reads it. */
export function contactLabel(label: string): string {
  const usual = usualLabels();
  return Object.hasOwn(usual, label) ? (usual[label] ?? label) : label;
}

function contacts(what: 'email' | 'phone', schema: object): FieldType {
  return fieldType({
    empty: [],
    parse: (raw) => {
      if (raw === undefined || raw === null || raw === '') return null;
      if (!Array.isArray(raw)) return raw;
      const entries = raw.filter(isSet).map(parseEntry);
      return entries.length === 0 ? null : entries;
    },
    problems: (value, field) => {
      if (!Array.isArray(value)) return [sentence(l10n.t('“{0}” must be a list.', field.name))];
      const wrong = value.flatMap((entry: unknown, index) => {
        const text = isObject(entry) ? entry['value'] : undefined;
        if (typeof text !== 'string') {
          const unnamed = l10n.t('Entry {1} of “{0}” must have a “value” in quotation marks.', field.name, index + 1);
          return [inside(sentence(unnamed), index, 'value')];
        }
        if (what !== 'email' || isAddress(text.trim())) return [];
        const none = l10n.t('“{0}” holds {1}, which is no e-mail address.', field.name, JSON.stringify(text));
        return [inside(sentence(none), index, 'value')];
      });
      if (wrong.length > 0) return wrong;
      return (value as readonly ContactEntry[]).filter((entry) => entry.primary).length > 1
        ? [sentence(l10n.t('“{0}” has more than one primary entry; mark one.', field.name))]
        : [];
    },
    // Pipedrive makes the first entry primary where none is marked.
    equal: (a, b) => same(withPrimary(a), withPrimary(b)),
    lacking: (other, value) => {
      const there = new Set(other.map(contactOf));
      return value
        .filter((entry) => !there.has(contactOf(entry)))
        .map((entry) => (isObject(entry) ? { ...entry, primary: false } : entry));
    },
    show: (value) =>
      Array.isArray(value)
        ? value
            .map((entry: unknown) =>
              isObject(entry)
                ? entryText(String(entry['value'] ?? ''), contactLabel(String(entry['label'] ?? '')))
                : String(entry),
            )
            .join(', ')
        : String(value),
    schema: () => ({
      type: 'array',
      items: {
        type: 'object',
        properties: {
          value: { type: 'string', minLength: 1, ...schema },
          label: { type: 'string', examples: Object.keys(usualLabels()) },
          primary: { type: 'boolean' },
        },
        required: ['value'],
        additionalProperties: true,
        defaultSnippets: [
          {
            label: what === 'email' ? l10n.t('E-mail address') : l10n.t('Phone number'),
            body: { value: '$1', label: 'work', primary: false },
          },
        ],
      },
    }),
  });
}

const entryText = (value: string, label: string): string => (value && label ? l10n.t('{0} ({1})', value, label) : value || label);

const contactOf = (entry: unknown): unknown => (isObject(entry) ? entry['value'] : entry);

function withPrimary(value: unknown): unknown {
  if (!Array.isArray(value) || value.some((entry) => isObject(entry) && entry['primary'] === true)) return value;
  return value.map((entry: unknown, i) => (i === 0 && isObject(entry) ? { ...entry, primary: true } : entry));
}

export const emails = contacts('email', { format: 'email' });
export const phones = contacts('phone', {});
