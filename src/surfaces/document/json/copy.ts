import { applyEdits, modify } from 'jsonc-parser';
import type { Uri } from 'vscode';
import type { PipedriveRecord } from '../../../model/record.ts';
import { isDraft, parseAddress } from '../address.ts';
import type { RecordDocuments } from '../documents.ts';
import { formattingOptions, textOf } from '../recordText.ts';

/**
 * A record's text to take elsewhere, without what is this editor's alone: as its document has it where that is open, unsaved
 * edits and all, else as Pipedrive has it.
 *
 * @param listed the record as a list showed it; asked for again only where it lacks what the text holds
 * @throws PipedriveError where the record, or the kind's fields, cannot be read
 */
export async function copyText(documents: RecordDocuments, uri: Uri, listed?: PipedriveRecord): Promise<string> {
  const address = parseAddress(uri);
  if (!address) throw new URIError(`${uri.toString()} is no record’s address.`);
  const open = documents.document(uri);
  const state = documents.find(uri);
  if (open && !state?.blocked) return withoutSchema(open.getText());
  if (isDraft(address)) return '';
  const known = await documents.records.fields(address.kind, address.accountId);
  const isWhole = (record: PipedriveRecord) => known.every(({ key, writable }) => !writable || key in record.values);
  const seen = [state?.latest, listed].find((record) => record && isWhole(record));
  const record = seen ?? (await documents.records.get(address));
  const fields = address.kind.fieldsOf?.(known, record) ?? known;
  return withoutSchema(textOf(fields, record.values, ''));
}

const withoutSchema = (text: string): string => applyEdits(text, modify(text, ['$schema'], undefined, { formattingOptions }));
