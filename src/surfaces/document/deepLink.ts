import { kindOfFolder } from '../../kinds/index.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { demoId, extensionId } from '../../ids/index.ts';
import { idIn } from './address.ts';

/** Longer ones are nobody's. */
const longest = 400;

/** A company domain is one DNS label; the company called as the demo is has an id of its own. */
const accountPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const demoCompany = `${demoId}.pipedrive.com`;

/** A link that anybody may have made. */
interface Link {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/**
 * The record that a link's path names: `/acme/persons/42`. None for anything that is spelled otherwise than `deepLink` does;
 * whether there is such an account or record it does not know.
 */
export function parseDeepLink({ path, query, fragment }: Link): RecordAddress | undefined {
  if (path.length > longest || query !== '' || fragment !== '') return undefined;
  const [before, accountId = '', folder = '', text = '', ...more] = path.split('/');
  if (before !== '' || more.length > 0) return undefined;
  if (accountId !== demoCompany && !accountPattern.test(accountId)) return undefined;
  const kind = kindOfFolder(folder);
  const id = kind && idIn(kind, text);
  return kind && id !== undefined ? { accountId, kind, id } : undefined;
}

/** A link that opens a record in VS Code. @param scheme VS Code's own, which differs between its editions */
export function deepLink(scheme: string, { accountId, kind, id }: RecordAddress): string {
  return `${scheme}://${extensionId}/${accountId}/${kind.folder}/${id}`;
}
