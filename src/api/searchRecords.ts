import * as z from 'zod/mini';
import { isObject } from '../model/isObject.ts';
import type { Misfit, Page } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callPage, rowsOf, servingPage } from './listRecords.ts';
import { logMisfits } from './misfits.ts';
import type { OperationName } from './operations.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, ListOptions, Log, SearchHit } from './types.ts';
import { misfitsOf } from './wires/decode.ts';
import type { Row } from './wires/wire.ts';

const text = z.optional(z.nullable(z.string()));

/** Both versions answer the same; values only, no keys. */
const item = z.looseObject({
  id: z.number(),
  name: text,
  emails: z.optional(z.nullable(z.array(z.string()))),
  phones: z.optional(z.nullable(z.array(z.string()))),
  organization: z.optional(z.nullable(z.looseObject({ name: text }))),
  code: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  address: text,
});

const firstText = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first !== '' ? first : undefined;
};

/** The organization and one way to reach a person; else a product's code or an organization's address. */
function detailOf(row: Row): string | undefined {
  const organization = isObject(row.organization) ? firstText(row.organization.name) : undefined;
  const contact = firstText(row.emails) ?? firstText(row.phones) ?? firstText(row.code) ?? firstText(row.address);
  const parts = [organization, contact].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

/**
 * A function that searches an entity. A term of one character finds only what equals it, since Pipedrive refuses it
 * otherwise (https://developers.pipedrive.com/docs/api/v1/Persons#searchPersons); an empty one finds nothing and asks nothing.
 */
export function searchRecords(caller: Caller, operation: OperationName, version: () => ApiVersion, log: Log) {
  return async (term: string, options: ListOptions = {}): Promise<Page<SearchHit>> => {
    const trimmed = term.trim();
    if (trimmed === '') return { items: [], misfits: [] };
    const exact = trimmed.length < 2 ? { exact_match: true } : {};
    const served = servingPage(operation, version(), options);
    const { answer, next } = await callPage({ caller }, operation, served, options, { ...exact, term: trimmed });
    const items: SearchHit[] = [];
    const misfits: Misfit[] = [];
    rowsOf(isObject(answer.data) ? answer.data.items : answer.data).forEach((raw, index) => {
      const path = `data.items[${index}].item`;
      const row = isObject(raw) && isObject(raw.item) ? raw.item : raw;
      if (!isObject(row) || typeof row.id !== 'number') {
        misfits.push({ path, message: sentences.misfitRow() });
        return;
      }
      misfits.push(...misfitsOf(item, row, path));
      const detail = detailOf(row);
      items.push({ id: row.id, name: firstText(row.name) ?? '', ...(detail !== undefined && { detail }) });
    });
    logMisfits(log, operation, misfits);
    return { items, misfits, ...(next !== undefined && { next }) };
  };
}
