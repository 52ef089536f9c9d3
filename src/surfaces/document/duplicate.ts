import { workspace, type Uri } from 'vscode';
import type { Field } from '../../model/field.ts';
import { valueOf } from '../../model/fieldTypes/index.ts';
import { isObject } from '../../model/isObject.ts';
import type { Values } from '../../model/record.ts';
import { draftUri, type DocumentAddress } from './address.ts';
import type { RecordDocuments } from './documents.ts';
import type { RecordEditing } from './editing.ts';
import type { DocumentRoom } from './index.ts';

/**
 * Begins a new record with the values of another: as its document has them where it is open, else as Pipedrive has
 * them. They stand in the new document as an unsaved edit, which VS Code keeps.
 *
 * @returns the new document's address
 * @throws PipedriveError where the record, or the kind's fields, cannot be read
 */
export async function duplicate(documents: RecordDocuments, editing: RecordEditing, uri: Uri): Promise<Uri> {
  const original = documents.state(uri);
  const open = documents.document(uri);
  const text = open && editing.read(original, open).values;
  if (!open || !original.latest) await documents.load(uri);
  return draftOf({ documents, editing }, original.address, { ...original.latest?.values, ...text });
}

/**
 * Begins a new record with given values, as an unsaved edit.
 *
 * @returns the new document's address
 * @throws PipedriveError where the kind's fields cannot be read
 */
export async function draftOf(
  { documents, editing }: Pick<DocumentRoom, 'documents' | 'editing'>,
  { accountId, kind }: Pick<DocumentAddress, 'accountId' | 'kind'>,
  values: Values,
): Promise<Uri> {
  const draft = draftUri(accountId, kind);
  const document = await workspace.openTextDocument(draft);
  const state = documents.state(draft);
  await editing.set(state, document, copied(state.fields, values));
  return draft;
}

/** What a new record can be given of another's values; a row's id is the other's. */
function copied(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(
    fields
      .filter((field) => field.writable)
      .map((field) => {
        const value = valueOf(field, values);
        if (field.type !== 'rows' || !Array.isArray(value)) return [field.key, value];
        return [field.key, value.map((row: unknown) => (isObject(row) ? withoutId(row) : row))];
      }),
  );
}

const withoutId = (row: Values): Values => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id'));
