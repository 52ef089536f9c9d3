import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ErrorObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import type { Version } from '../../../../src/sandbox/operation.ts';
import { inner, type Json } from '../support.ts';

const folder = new URL('../../../../../shared/openapi/', import.meta.url);

/**
 * Pipedrive's published documents by the version they describe. Version 1 has two: January's is the last that has all
 * operations, August's is today's word on those that are left.
 */
const published = {
  v1: ['pipedrive-v1.yaml', 'pipedrive-v1-2026-08.yaml'],
  v2: ['pipedrive-v2.yaml'],
} as const satisfies Record<Version, readonly string[]>;

export type DocumentName = (typeof published)[Version][number];

export interface Document {
  name: DocumentName;
  root: Json;
  paths: Record<string, Record<string, Json>>;
}

export type Documents = Readonly<Record<Version, readonly Document[]>>;

/** Undefined where one of them is not at hand. */
export function readDocuments(): Documents | undefined {
  const [v1, v2] = [published.v1.flatMap(readDocument), published.v2.flatMap(readDocument)];
  return v1.length < published.v1.length || v2.length < published.v2.length ? undefined : { v1, v2 };
}

function readDocument(name: DocumentName): Document[] {
  const path = fileURLToPath(new URL(name, folder));
  if (!existsSync(path)) return [];
  const root = parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 }) as Json;
  return [{ name, root, paths: root['paths'] as Document['paths'] }];
}

export function resolve(root: Json, schema: unknown): Json {
  const { $ref: ref } = inner(schema);
  if (typeof ref !== 'string') return inner(schema);
  const parts = ref.slice(2).split('/');
  return inner(parts.reduce<unknown>((at, part) => inner(at)[part.replaceAll('~1', '/').replaceAll('~0', '~')], root));
}

const kept = ['enum', 'required', 'minimum', 'maximum', 'maxLength', 'minLength'] as const;

/**
 * A schema of OpenAPI 3.0 as JSON Schema, without references, and strict: what it does not name
 * must not be there. One example key in capitals stands for the ids of a map.
 */
function strict(root: Json, schema: unknown, closed = true): Json {
  const one = resolve(root, schema);
  const out: Json = Object.fromEntries(kept.filter((key) => one[key] !== undefined).map((key) => [key, one[key]]));
  if (typeof one['type'] === 'string') out['type'] = one['nullable'] ? [one['type'], 'null'] : one['type'];
  if (one['nullable'] && Array.isArray(one['enum'])) out['enum'] = [...one['enum'], null];
  if (one['items']) out['items'] = strict(root, one['items']);
  for (const [key, choices] of [['anyOf', one['anyOf'] ?? one['oneOf']]] as const) {
    if (Array.isArray(choices)) out[key] = choices.map((part) => strict(root, part));
  }
  const parts = Array.isArray(one['allOf']) ? one['allOf'] : [];
  if (parts.length > 0) out['allOf'] = parts.map((part) => strict(root, part, false));
  const properties = Object.entries(inner(one['properties']));
  const sample = properties.find(([key]) => /^[A-Z_]+$/.test(key));
  if (properties.length > 0) {
    out['properties'] = Object.fromEntries(
      properties.filter(([key]) => key !== sample?.[0]).map(([key, value]) => [key, strict(root, value)]),
    );
  }
  if (sample) out['additionalProperties'] = strict(root, sample[1]);
  const open = one['additionalProperties'] !== undefined && one['additionalProperties'] !== false;
  if (closed && !open && !sample && (properties.length > 0 || parts.length > 0)) out['unevaluatedProperties'] = false;
  return out;
}

const ajv = new Ajv2019({ strict: false, allErrors: true, verbose: true, validateFormats: false });

/** One finding of the validator as "where is what", lists and maps by id without their numbers. */
function worded({ instancePath, keyword, params, data }: ErrorObject): string {
  const path = instancePath.replaceAll(/\/\d+(?=\/|$)/g, '[]').replaceAll('/', '.');
  if (keyword === 'unevaluatedProperties') return `${path}.${String(params['unevaluatedProperty'])} is not known`;
  if (keyword === 'required') return `${path}.${String(params['missingProperty'])} is missing`;
  if (data === null) return `${path} is null`;
  if (keyword === 'type') return `${path} is no ${String(params['type'])}`;
  if (keyword === 'enum') return `${path} is no choice: ${String(data)}`;
  return `${path} fails ${keyword}`;
}

/** Where a value does not fit a schema of a document. */
export function misfits({ root }: Document, schema: unknown, value: unknown): string[] {
  const validate = ajv.compile(strict(root, schema));
  if (validate(value)) return [];
  // Of choices it is enough to know that none fits.
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/anyOf\/\d+\//.test(schemaPath));
  return [...new Set(errors.map(worded))];
}
