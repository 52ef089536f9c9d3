import * as z from 'zod/mini';
import { isObject } from '../model/isObject.ts';
import type { Misfit, Page } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callPage, rowsOf, servingPage } from './listRecords.ts';
import { logMisfits } from './misfits.ts';
import type { OperationName } from './operations.ts';
import type { ApiVersion, ListOptions, Log, SearchField, SearchHit, SearchText } from './types.ts';
import { misfitsOf, noId } from './wires/decode.ts';
import { toNumber } from './wires/scalars.ts';
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
  custom_fields: z.optional(z.nullable(z.array(z.string()))),
  notes: z.optional(z.nullable(z.array(z.string()))),
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

/** The keys of an answer's texts, by the search's own names of them. */
const places: Readonly<Record<Exclude<SearchField, 'name'>, string>> = {
  email: 'emails',
  phone: 'phones',
  code: 'code',
  address: 'address',
  notes: 'notes',
  custom_fields: 'custom_fields',
};

function textsOf(row: Row): SearchText[] {
  return Object.entries(places).flatMap(([field, key]) =>
    [row[key]].flat().flatMap((value: unknown) => {
      const found = firstText(value);
      return found === undefined ? [] : [{ field: field as SearchField, text: found }];
    }),
  );
}

/** What `include_fields` brings along. Its form is not published, so that only what is surely meant is taken. */
function looksOf({ price, currency, picture }: Row): Pick<SearchHit, 'price' | 'picture'> {
  const pictures = isObject(picture) && isObject(picture.pictures) ? picture.pictures : {};
  const address = firstText(pictures['128']);
  return {
    ...(typeof price === 'number' && typeof currency === 'string' && { price: { value: price, currency } }),
    ...(address !== undefined && { picture: address }),
  };
}

/** A row of an answer; undefined where nothing names it. */
function hitOf(row: Row): SearchHit | undefined {
  const id = toNumber(row.id);
  if (typeof id !== 'number') return undefined;
  const detail = detailOf(row);
  const organization = isObject(row.organization) ? firstText(row.organization.name) : undefined;
  return {
    ...{ id, name: firstText(row.name) ?? '', texts: textsOf(row) },
    ...(detail !== undefined && { detail }),
    ...(organization !== undefined && { organization }),
    ...looksOf(row),
  };
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
      const hit = isObject(row) ? hitOf(row) : undefined;
      if (!isObject(row) || hit === undefined) {
        misfits.push({ path, message: noId });
        return;
      }
      misfits.push(...misfitsOf(item, row, path));
      items.push(hit);
    });
    logMisfits(log, operation, misfits);
    return { items, misfits, ...(next !== undefined && { next }) };
  };
}
