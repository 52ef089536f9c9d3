import type { ZodMiniType } from 'zod/mini';
import type { PipedriveRecord } from '../../../model/record.ts';
import { same } from '../../../model/same.ts';
import { isCustomKey, toNumber } from '../scalars.ts';
import { asId, type CustomTypes, type Row, type Wire } from '../wire.ts';
import { customBody, customGroups, writeCustom } from './custom.ts';
import { layouts } from './layout.ts';
import type { Part } from './part.ts';

/** What differs from one entity of version 1 to the next. */
export interface Flatness {
  readonly schema: ZodMiniType;
  /** Key that names a row; `id` unless said otherwise. */
  readonly id?: string;
  readonly parts: readonly Part[];
  /** Keys that both versions name and spell alike. */
  readonly same: readonly string[];
}

const pick = (row: Row, keys: readonly string[]): Row =>
  Object.fromEntries(keys.filter((key) => Object.hasOwn(row, key)).map((key) => [key, row[key]]));

/** Keeps these keys of a row as they came, unless writing gave them back. */
function keepUnless(written: Row, row: Row, keys: readonly string[], extras: Record<string, unknown>): void {
  if (keys.every((key) => same(written[key], row[key]))) return;
  for (const key of keys) if (Object.hasOwn(row, key)) extras[key] = row[key];
}

/** A key named `__proto__` must be defined, or it would be more than a key. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** Defines keys and never assigns them, for the same reason. */
const joined = (rows: readonly Row[]): Row => Object.fromEntries(rows.flatMap((row) => Object.entries(row)));

/**
 * Version 1's wire: parts translate what version 2 calls or spells otherwise, the same keys pass, custom fields
 * are grouped, and all the rest is kept in `extras`.
 */
export function flat({ schema, id = 'id', parts, same: alike }: Flatness): Wire {
  const passing = new Set(alike);
  const translated = new Set(parts.flatMap((part) => part.model));
  const layoutOf = layouts(parts, passing);

  const decode = (row: Row, types: CustomTypes): PipedriveRecord => {
    const layout = layoutOf(row, types);
    const values: Record<string, unknown> = {};
    const names: Record<string, string> = {};
    const extras: Record<string, unknown> = {};

    for (const key of layout.alike) values[key] = row[key];
    for (const { key, shape, names: keys, alone } of layout.customs) {
      if (alone && row[key] === null) {
        // Most custom values of most rows: nothing to read, and nothing beside it to lose.
        values[key] = null;
        if (types.has(key) && shape.names.length > 1) extras[key] = null;
        continue;
      }
      const { value, name } = shape.read(row);
      values[key] = value;
      if (name !== undefined) names[key] = name;
      keepUnless(shape.write(value), row, keys, extras);
    }
    for (const part of layout.parts) {
      part.read(row, { values, names });
      keepUnless(part.write(values), row, part.wire, extras);
    }
    for (const key of layout.rest) define(extras, key, row[key]);
    return { id: asId(toNumber(row[id])) ?? '', values, names, extras };
  };

  const restore = ({ values, extras }: PipedriveRecord, types: CustomTypes): Row => {
    const rows: Row[] = [pick(values, alike)];
    for (const part of parts) {
      if (!part.wire.some((key) => Object.hasOwn(extras, key))) rows.push(part.write(values));
    }
    const kept = customGroups(Object.keys(extras));
    for (const key of Object.keys(values)) {
      if (isCustomKey(key) && !kept.has(key)) rows.push(writeCustom(key, values[key], types));
    }
    return joined([...rows, extras]);
  };

  const encode = (values: Row, types: CustomTypes): Row => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const plain = Object.keys(given).filter((key) => !translated.has(key) && !isCustomKey(key));
    const rows: Row[] = [pick(given, plain), ...parts.map((part) => part.body?.(given) ?? part.write(given))];
    for (const key of Object.keys(given)) {
      if (isCustomKey(key)) rows.push(customBody(key, given[key], types));
    }
    return joined(rows);
  };

  const carries = (key: string): boolean => passing.has(key) || translated.has(key) || isCustomKey(key);

  return { schema, carries, idOf: (row) => asId(row[id]), decode, restore, encode };
}
