import { Uri } from 'vscode';
import { recordEnding, schemes } from '../../ids/index.ts';
import type { RecordId } from '../../model/record.ts';
import { kindOfFolder, type Kind } from '../../kinds/index.ts';
import type { RecordAddress } from '../../kinds/records.ts';

/** A document of a record that Pipedrive does not hold yet. */
export interface DraftAddress {
  readonly accountId: string;
  readonly kind: Kind;
  readonly draft: string;
}

export type DocumentAddress = RecordAddress | DraftAddress;

const draftMark = 'new-';

export const isDraft = (address: DocumentAddress): address is DraftAddress => 'draft' in address;

/** `pipedrive:/acme/persons/42.record`. The id alone names the record, so that a rename leaves nothing stale. */
export function recordUri(accountId: string, kind: Kind, id: RecordId): Uri {
  return uriOf(accountId, kind, String(id));
}

/** An address of its own for a new record, not used before. */
export function draftUri(accountId: string, kind: Kind): Uri {
  return uriOf(accountId, kind, `${draftMark}${crypto.randomUUID().slice(0, 8)}`);
}

function uriOf(accountId: string, kind: Kind, name: string): Uri {
  return Uri.from({ scheme: schemes.record, path: `/${accountId}/${kind.folder}/${name}${recordEnding}` });
}

/** Reads an address; `undefined` for anything that is not a record's, or spells one otherwise than `recordUri` does. */
export function parseAddress(uri: Uri): DocumentAddress | undefined {
  if (uri.scheme !== schemes.record || !uri.path.endsWith(recordEnding)) return undefined;
  if (uri.authority || uri.query || uri.fragment) return undefined;
  const [, accountId, folder, file, ...more] = uri.path.slice(0, -recordEnding.length).split('/');
  const kind = folder ? kindOfFolder(folder) : undefined;
  if (!accountId || !kind || !file || more.length > 0) return undefined;
  if (file.startsWith(draftMark)) return { accountId, kind, draft: file };
  const id = idIn(kind, file);
  return id === undefined ? undefined : { accountId, kind, id };
}

/** An id as addresses spell it: a number, or the key that names a field. None for what names no record of the kind. */
export function idIn(kind: Kind, text: string): RecordId | undefined {
  if (/^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  return kind.describes !== undefined && /^\w{1,255}$/.test(text) ? text : undefined;
}
