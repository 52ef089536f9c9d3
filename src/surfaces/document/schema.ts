import { EventEmitter, type Disposable, type TextDocumentContentProvider, type Uri } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import type { Field } from '../../model/field.ts';
import { fieldTypes } from '../../model/fieldTypes/index.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { kinds } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';

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
    const kind = kinds.find((one) => `${one.id}.json` === file);
    if (!accountId || !kind) return '{}';
    this.#served.set(uri.toString(), uri);
    try {
      const fields = await this.#records.fields(kind, accountId);
      return JSON.stringify(schemaOf(fields.filter((field) => field.writable)));
    } catch (error) {
      // Without fields nothing is checked; a failure would stay as a warning on the text, also after the sign-in.
      if (PipedriveError.is(error)) return '{}';
      throw error;
    }
  }

  /** The account's fields can be read again, or are others. */
  renew(accountId: string): void {
    for (const uri of this.#served.values()) if (uri.path.startsWith(`/${accountId}/`)) this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The JSON schema (draft 7) of a document's text. */
function schemaOf(fields: readonly Field[]): object {
  const custom = fields.filter((field) => field.custom);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...object(fields.filter((field) => !field.custom)),
    properties: {
      $schema: { type: 'string', description: 'Where the editor finds the fields of this account. Not sent to Pipedrive.' },
      ...properties(fields.filter((field) => !field.custom)),
      ...(custom.length > 0 ? { custom_fields: { description: 'Custom fields', ...object(custom) } } : {}),
    },
  };
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
  const nullable = empty === null && !field.required && type !== undefined;
  return {
    ...rest,
    ...(type === undefined ? {} : { type: nullable ? [...types, 'null'] : type }),
    title: fieldTitle(field),
    description: [fieldTitle(field), field.description].filter(Boolean).join('\n\n'),
  };
}
