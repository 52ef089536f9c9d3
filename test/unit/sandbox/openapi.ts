import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { inner, type Json } from './support.ts';

const folder = new URL('../../../../shared/openapi/', import.meta.url);

export type Api = Record<string, Record<string, Json>>;

/** Pipedrive's published document by file name; undefined where it is not at hand. */
export function readDocument(file: string): { root: Json; paths: Api } | undefined {
  const path = fileURLToPath(new URL(file, folder));
  if (!existsSync(path)) return undefined;
  const root = parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 }) as Json;
  return { root, paths: root['paths'] as Api };
}

export function resolve(root: Json, schema: unknown): Json {
  const { $ref: ref } = inner(schema);
  if (typeof ref !== 'string') return inner(schema);
  const parts = ref.slice(2).split('/');
  return inner(parts.reduce<unknown>((at, part) => inner(at)[part.replaceAll('~1', '/').replaceAll('~0', '~')], root));
}

/** One object schema out of allOf: all of its properties, and every type it demands. */
function merged(root: Json, schema: unknown): Json {
  const one = resolve(root, schema);
  if (!Array.isArray(one['allOf'])) return one;
  const parts = one['allOf'].map((part) => merged(root, part));
  const properties: Json = { ...inner(one['properties']) };
  for (const part of parts) {
    for (const [key, value] of Object.entries(inner(part['properties']))) {
      properties[key] = key in properties ? { allOf: [properties[key], value] } : value;
    }
  }
  const rest = Object.assign({}, ...parts) as Json;
  return Object.keys(properties).length > 0 ? { ...rest, type: 'object', properties } : rest;
}

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && !Array.isArray(value),
};

/**
 * Where a value does not fit a schema, as paths with what is wrong. Read leniently: null may
 * stand anywhere and keys may be missing, since the documents are wrong about both; types,
 * enums and unknown keys count.
 */
export function misfits(root: Json, schema: unknown, value: unknown, path = ''): string[] {
  if (value === null) return [];
  const one = merged(root, schema);
  for (const choice of ['oneOf', 'anyOf']) {
    const choices = one[choice];
    if (Array.isArray(choices)) {
      const results = choices.map((part) => misfits(root, part, value, path));
      return results.find((result) => result.length === 0) ?? results[0] ?? [];
    }
  }
  const type = String(one['type'] ?? 'any');
  if (isOfType[type] && !isOfType[type](value)) return [`${path} is no ${type}: ${JSON.stringify(value).slice(0, 60)}`];
  if (Array.isArray(one['enum']) && !one['enum'].map(String).includes(String(value)))
    return [`${path} is no choice: ${String(value)}`];
  if (Array.isArray(value)) return value.flatMap((item) => misfits(root, one['items'], item, `${path}[]`));
  if (typeof value !== 'object' || type !== 'object') return [];
  const properties = inner(one['properties']);
  const open = one['additionalProperties'] !== undefined && one['additionalProperties'] !== false;
  if (Object.keys(properties).length === 0) return [];
  // A map from ids to records is documented by one example key in capitals.
  const sample = Object.keys(properties).find((key) => /^[A-Z_]+$/.test(key));
  return Object.entries(value).flatMap(([key, item]) => {
    const found = properties[key] ?? (sample ? properties[sample] : undefined);
    if (found === undefined) return open ? [] : [`${path}.${key} is not known`];
    return misfits(root, found, item, `${path}.${key}`);
  });
}
