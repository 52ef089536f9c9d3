import assert from 'node:assert/strict';
import { kindOfFolder } from '../../../src/kinds/index.ts';
import type { Kind } from '../../../src/kinds/index.ts';

interface Source {
  readonly accountId: string;
  stored(path: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Rows of records as the tree hands them to a command: all of them are selected. */
export async function rowsOf(company: Source, folder: string, ids: readonly number[]): Promise<[unknown, unknown[]]> {
  const kind: Kind | undefined = kindOfFolder(folder);
  assert.ok(kind);
  const account = { id: company.accountId };
  const rows = await Promise.all(
    ids.map(async (id) => {
      const values = await company.stored(`${folder}/${id}`);
      return {
        type: 'record',
        id: `${folder}/${id}`,
        account,
        kind,
        record: { id, values, names: {}, extras: {} },
        collections: [],
      };
    }),
  );
  return [rows[0], rows];
}

export const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, place) => from + place);
