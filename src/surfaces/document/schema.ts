import { EventEmitter, l10n, type Disposable, type TextDocumentContentProvider, type Uri } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { schemes } from '../../ids/index.ts';
import { displayText } from '../../model/displayText.ts';
import { forNew, type Field } from '../../model/field.ts';
import { fieldTypes } from '../../model/fieldTypes/index.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { isDraft } from './address.ts';
import type { RecordState } from './state.ts';

/** Which documents of a kind a schema is for: those of records, those of new ones, those that cannot be changed. */
const variants = { existing: '.json', draft: '.new.json', locked: '.locked.json' } as const;
type Variant = keyof typeof variants;

/** Where the JSON schema of a document is served; part of its text and never sent. */
export function schemaUri({ address, locked }: Pick<RecordState, 'address' | 'locked'>): string {
  const variant: Variant = isDraft(address) ? 'draft' : locked ? 'locked' : 'existing';
  return `${schemes.schema}:/${address.accountId}/${address.kind.id}${variants[variant]}`;
}

/** The fields that the text of such a document can hold. */
function fieldsFor(variant: Variant, kind: Kind, known: readonly Field[]): readonly Field[] {
  if (variant === 'locked') return [];
  return (variant === 'draft' ? forNew(kind.fieldsOf?.(known, undefined) ?? known) : known).filter((field) => field.writable);
}

/** `pipedrive-schema:/acme/person.json`: what the text of a kind's documents may hold, by the account's own fields. */
export class SchemaProvider implements TextDocumentContentProvider, Disposable {
  readonly #records: Records;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #served = new Map<string, Uri>();

  constructor(records: Records) {
    this.#records = records;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const [, accountId, file] = uri.path.split('/');
    const [id, ...ending] = file?.split('.') ?? [];
    const kind = kinds.find((one) => one.id === id);
    const variant = (Object.keys(variants) as Variant[]).find((one) => variants[one] === `.${ending.join('.')}`);
    if (!accountId || !kind || !variant) return '{}';
    this.#served.set(uri.toString(), uri);
    try {
      const fields = await this.#records.fields(kind, accountId);
      return JSON.stringify(schemaOf(fieldsFor(variant, kind, fields)));
    } catch (error) {
      // Without fields nothing is checked; a failure would stay as a warning on the text, also after the sign-in.
      if (PipedriveError.is(error)) return '{}';
      throw error;
    }
  }

  /** The fields can be read again, or are others: an account's, or everybody's. */
  renew(accountId?: string): void {
    const of = accountId === undefined ? '/' : `/${accountId}/`;
    for (const uri of this.#served.values()) if (uri.path.startsWith(of)) this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/**
 * The JSON schema (draft 7) of a document's text. It stands under an `if` without a `then`: that describes the text, for
 * completion and hover, and asserts nothing. What is wrong is underlined once, by the rules that a save goes by.
 */
function schemaOf(fields: readonly Field[]): object {
  const custom = fields.filter((field) => field.custom);
  const whole = {
    ...object(fields.filter((field) => !field.custom)),
    properties: {
      $schema: {
        type: 'string',
        description: l10n.t('Where the editor finds the fields of this account. Not sent to Pipedrive.'),
        doNotSuggest: true,
      },
      ...properties(fields.filter((field) => !field.custom)),
      ...(custom.length > 0 ? { custom_fields: { description: l10n.t('Custom fields'), ...object(custom) } } : {}),
    },
  };
  return { $schema: 'http://json-schema.org/draft-07/schema#', if: whole };
}

function object(fields: readonly Field[]): object {
  return {
    type: 'object',
    properties: properties(fields),
    required: fields.filter((field) => field.required).map((field) => field.key),
    additionalProperties: false,
  };
}

const properties = (fields: readonly Field[]): object =>
  Object.fromEntries(fields.map((field) => [field.key, propertySchema(field)]));

function propertySchema(field: Field): object {
  const { type, ...rest } = fieldTypes[field.type].schema(field);
  const { empty } = fieldTypes[field.type];
  // An empty list is a list; `null` unsets all else, save what must be given.
  const types = [type].flat();
  const nullable = empty === null && !field.required && field.clearable !== false && type !== undefined;
  return {
    ...rest,
    ...(type === undefined ? {} : { type: nullable ? [...types, 'null'] : type }),
    title: fieldTitle(field),
    description: [fieldTitle(field), field.description && displayText(field.description)].filter(Boolean).join('\n\n'),
    // Ours names them, which this one cannot: `json/completion.ts`.
    doNotSuggest: true,
  };
}
