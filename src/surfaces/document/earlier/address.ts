import { env, Uri } from 'vscode';
import { schemes } from '../../../ids/index.ts';
import { kindOfFolder } from '../../../kinds/index.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import { idIn } from '../address.ts';
import { fileName } from '../attached/address.ts';

/** Names a record as it was at a time. */
export interface EarlierAddress {
  readonly record: RecordAddress;
  /** In milliseconds; what was changed at that very time is done already. */
  readonly at: number;
}

/** A moment as a person reads it. */
export const momentText = (at: number): string =>
  new Date(at).toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });

/** `pipedrive-earlier:/acme/persons/42/1763629875000/Nils, 20 Nov 2025.json`: the name is for people. */
export function earlierUri({ record: { accountId, kind, id }, at }: EarlierAddress, title: string): Uri {
  const path = [accountId, kind.folder, String(id), String(at)].map(encodeURIComponent).join('/');
  return Uri.from({ scheme: schemes.earlier, path: `/${path}/${fileName(`${title}, ${momentText(at)}`)}.json` });
}

/** Reads such an address; none for anything else. */
export function parseEarlier(uri: Uri): EarlierAddress | undefined {
  if (uri.scheme !== schemes.earlier) return undefined;
  const [, accountId, folder, recordId, at, name, ...more] = uri.path.split('/');
  const kind = folder ? kindOfFolder(folder) : undefined;
  if (!accountId || !kind?.history?.changes || !recordId || !at || !name || more.length > 0) return undefined;
  const id = idIn(kind, recordId);
  if (id === undefined || !/^\d{1,15}$/.test(at)) return undefined;
  return { record: { accountId, kind, id }, at: Number(at) };
}
