import type { ZodMiniType } from 'zod/mini';
import type { PipedriveRecord } from '../../../model/record.ts';
import { same } from '../../../model/same.ts';
import { isCustomKey, toNumber } from '../scalars.ts';
import { asId, type CustomTypes, type Row, type Wire } from '../wire.ts';
import { customBody, customGroups, isPlainNull, readCustom, writeCustom } from './custom.ts';
import type { Draft, Part } from './part.ts';

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

/** Defines keys and never assigns them, so that even a key named `__proto__` is only a key. */
const joined = (rows: readonly Row[]): Row => Object.fromEntries(rows.flatMap((row) => Object.entries(row)));

/**
 * Version 1's wire: parts translate what version 2 calls or spells otherwise, the same keys pass, custom fields
 * are grouped, and all the rest is kept in `extras`.
 */
export function flat({ schema, id = 'id', parts, same: alike }: Flatness): Wire {
  const passing = new Set(alike);
  const owned = new Set(parts.flatMap((part) => part.wire));
  const translated = new Set(parts.flatMap((part) => part.model));

  const decode = (row: Row, types: CustomTypes): PipedriveRecord => {
    const draft: Draft = { values: pick(row, alike), names: {} };
    const kept: Row[] = [];

    const groups = customGroups(row);
    const grouped = new Set<string>();
    for (const [key, beside] of groups) {
      if (beside.size === 0 && row[key] === null) {
        // Most custom values of most rows: nothing to read, and nothing beside it to lose.
        draft.values[key] = null;
        grouped.add(key);
        if (!isPlainNull(key, types)) kept.push({ [key]: null });
        continue;
      }
      const raw = pick(row, [key, ...[...beside].map((suffix) => `${key}_${suffix}`)]);
      for (const name of Object.keys(raw)) grouped.add(name);
      const { value, name } = readCustom(raw, key, beside, types);
      draft.values[key] = value;
      if (name !== undefined) draft.names[key] = name;
      if (!same(writeCustom(key, value, types), raw)) kept.push(raw);
    }

    for (const part of parts) {
      const raw = pick(row, part.wire);
      if (Object.keys(raw).length === 0 && part.always !== true) continue;
      part.read(raw, draft);
      if (!same(part.write(draft.values), raw)) kept.push(raw);
    }

    const rest = Object.keys(row).filter((key) => !passing.has(key) && !owned.has(key) && !grouped.has(key));
    return {
      id: asId(toNumber(row[id])) ?? '',
      values: draft.values,
      names: draft.names,
      extras: joined([...kept, pick(row, rest)]),
    };
  };

  const restore = ({ values, extras }: PipedriveRecord, types: CustomTypes): Row => {
    const rows: Row[] = [pick(values, alike)];
    for (const part of parts) {
      if (!part.wire.some((key) => Object.hasOwn(extras, key))) rows.push(part.write(values));
    }
    const kept = customGroups(extras);
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
