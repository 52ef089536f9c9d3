import { Uri } from 'vscode';
import { mergeEnding, schemes } from '../../../ids/index.ts';
import { kindOfFolder, type Kind } from '../../../kinds/index.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import type { RecordId } from '../../../model/record.ts';
import { idIn } from '../../document/address.ts';

/** Two records of one kind, and which of them is proposed to be gone afterwards. */
export interface Pair {
  readonly absorbed: RecordAddress;
  readonly survivor: RecordAddress;
}

/** `pipedrive-merge:/acme/persons/41+42.merge`: 41 is absorbed, 42 survives. */
export function mergeUri(accountId: string, kind: Kind, absorbedId: RecordId, survivorId: RecordId): Uri {
  return Uri.from({ scheme: schemes.merge, path: `/${accountId}/${kind.folder}/${absorbedId}+${survivorId}${mergeEnding}` });
}

/** Reads an address; `undefined` for anything that is not a merge's. */
export function parseMerge(uri: Uri): Pair | undefined {
  if (uri.scheme !== schemes.merge || !uri.path.endsWith(mergeEnding)) return undefined;
  const [, accountId, folder, file, ...more] = uri.path.slice(0, -mergeEnding.length).split('/');
  const kind = folder ? kindOfFolder(folder) : undefined;
  const [absorbed, survivor, ...others] = file?.split('+') ?? [];
  if (!accountId || !kind?.merge || !absorbed || !survivor) return undefined;
  if (more.length > 0 || others.length > 0) return undefined;
  const [gone, kept] = [idIn(kind, absorbed), idIn(kind, survivor)];
  if (gone === undefined || kept === undefined || gone === kept) return undefined;
  return { absorbed: { accountId, kind, id: gone }, survivor: { accountId, kind, id: kept } };
}
