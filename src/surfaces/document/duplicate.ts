import { workspace, type Uri } from 'vscode';
import type { Field } from '../../model/field.ts';
import { valueOf } from '../../model/fieldTypes/index.ts';
import { isObject } from '../../model/isObject.ts';
import type { Values } from '../../model/record.ts';
import { draftUri } from './address.ts';
import type { RecordDocuments } from './documents.ts';
import type { RecordEditing } from './editing.ts';

/**
 * Begins a new record with the values of another: as its document has them where it is open, else as Pipedrive has
 * them. They stand in the new document as an unsaved edit, which VS Code keeps.
 *
 * @returns the new document's address
 * @throws PipedriveError where the record, or the kind's fields, cannot be read
 */
export async function duplicate(documents: RecordDocuments, editing: RecordEditing, uri: Uri): Promise<Uri> {
  const original = documents.state(uri);
  const { accountId, kind } = original.address;
  const draft = draftUri(accountId, kind);
  const document = await workspace.openTextDocument(draft);
  const state = documents.state(draft);
  const open = documents.document(uri);
  const text = open && editing.read(original, open).values;
  if (!open || !original.latest) await documents.load(uri);
  await editing.set(state, document, copied(state.fields, { ...original.latest?.values, ...text }));
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
