import type { ZodMiniType } from 'zod/mini';
import { isObject } from '../../../model/isObject.ts';
import type { Values } from '../../../model/record.ts';
import { isCustomKey } from '../scalars.ts';
import { asId, type CustomTypes, type Row, type Wire } from '../wire.ts';

/** What differs from one entity of version 2 to the next. */
export interface Folding {
  readonly schema: ZodMiniType;
  /** Key that names a row; `id` unless said otherwise. */
  readonly id?: string;
  /** Lists that stand for "none" when null, so that every record has `[]`. */
  readonly lists?: readonly string[];
  /** Readings of values that one version spells as a string and the other as a number. */
  readonly read?: Readonly<Record<string, (raw: unknown) => unknown>>;
  /** Last changes to a body's standard values. */
  readonly write?: (values: Values) => Values;
}

/**
 * Version 2's wire: the model has its names and shapes, only `custom_fields` is unfolded beside the standard
 * keys (https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide).
 */
export function folded({ schema, id = 'id', lists = [], read = {}, write = (values) => values }: Folding): Wire {
  const readings: ReadonlyArray<readonly [string, (raw: unknown) => unknown]> = [
    ...lists.map((key) => [key, (raw: unknown) => raw ?? []] as const),
    ...Object.entries(read),
  ];
  return {
    schema,
    carries: () => true,
    idOf: (row) => asId(row[id]),
    decode(row) {
      const { custom_fields: custom, ...standard } = row;
      const extras: Record<string, unknown> = {};
      const values: Record<string, unknown> = standard;
      for (const [key, reading] of readings) {
        if (!Object.hasOwn(values, key)) continue;
        const raw = values[key];
        const value = reading(raw);
        if (Object.is(value, raw)) continue;
        values[key] = value;
        extras[key] = raw;
      }
      const recordId = asId(row[id]) ?? '';
      if (custom === undefined) return { id: recordId, values, names: {}, extras };
      if (!isObject(custom)) return { id: recordId, values, names: {}, extras: { ...extras, custom_fields: custom } };
      // What folding back would not find again, because its key is no custom field's, is kept as it stands.
      const keys = Object.keys(custom);
      if (keys.length > 0 && keys.every(isCustomKey))
        return { id: recordId, values: { ...values, ...custom }, names: {}, extras };
      const odd = keys.filter((key) => !isCustomKey(key));
      extras.custom_fields = Object.fromEntries(odd.map((key) => [key, custom[key]]));
      // A standard value of the same name comes first, and is kept too, since it is not what folding back takes for custom.
      const taken = odd.filter((key) => Object.hasOwn(row, key));
      for (const key of taken) extras[key] = row[key];
      const free = keys.filter((key) => !taken.includes(key)).map((key) => [key, custom[key]] as const);
      return { id: recordId, values: { ...values, ...Object.fromEntries(free) }, names: {}, extras };
    },
    restore({ values, extras }) {
      const { custom_fields: kept, ...rest } = extras;
      const [all, custom] = split(values);
      const unfolded = isObject(kept) ? Object.keys(kept) : [];
      const standard = Object.fromEntries(Object.entries(all).filter(([key]) => !unfolded.includes(key)));
      const restored = { ...standard, ...rest };
      if (kept !== undefined && !isObject(kept)) return { ...restored, custom_fields: kept };
      const fields = { ...custom, ...kept };
      return Object.keys(fields).length > 0 || kept !== undefined ? { ...restored, custom_fields: fields } : restored;
    },
    encode(values, types) {
      const [standard, custom] = split(values, types);
      const body = { ...write(standard) };
      for (const key of lists) if (body[key] === null) body[key] = [];
      const fields = Object.fromEntries(Object.entries(custom).map(([key, value]) => [key, customBody(value)]));
      return Object.keys(fields).length > 0 ? { ...body, custom_fields: fields } : body;
    },
  };
}

/** Standard values and custom ones. @param types the custom fields whose keys do not tell that they are */
function split(values: Values, types?: CustomTypes): readonly [Row, Row] {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const isCustom = (key: string): boolean => isCustomKey(key) || types?.has(key) === true;
  return [
    Object.fromEntries(entries.filter(([key]) => !isCustom(key))),
    Object.fromEntries(entries.filter(([key]) => isCustom(key))),
  ];
}

/** A custom value as a body carries it: an empty text and an empty set are refused and mean null. */
function customBody(value: unknown): unknown {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return null;
  return isObject(value) ? byZoneName(value) : value;
}

/** A time zone is written by its name alone where it has one; its number is Pipedrive's to give. */
function byZoneName({ timezone_id: id, ...value }: Values): Values {
  return id === undefined || value['timezone_name'] != null ? value : { ...value, timezone_id: id };
}
