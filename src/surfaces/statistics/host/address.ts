import { Uri } from 'vscode';
import { schemes, statisticsEnding } from '../../../ids/index.ts';
import { kindOfFolder, type Kind } from '../../../kinds/index.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import type { RecordId } from '../../../model/record.ts';
import { idIn } from '../../document/address.ts';

/** `pipedrive-statistics:/acme/pipelines/3.statistics` */
export function statisticsUri(accountId: string, kind: Kind, id: RecordId): Uri {
  return Uri.from({ scheme: schemes.statistics, path: `/${accountId}/${kind.folder}/${id}${statisticsEnding}` });
}

/** Reads an address; `undefined` for anything that is not that of statistics. */
export function parseStatistics(uri: Uri): RecordAddress | undefined {
  if (uri.scheme !== schemes.statistics || !uri.path.endsWith(statisticsEnding)) return undefined;
  const [, accountId, folder, file, ...more] = uri.path.slice(0, -statisticsEnding.length).split('/');
  const kind = folder ? kindOfFolder(folder) : undefined;
  if (!accountId || !kind?.statistics || !file || more.length > 0) return undefined;
  const id = idIn(kind, file);
  return id === undefined ? undefined : { accountId, kind, id };
}
