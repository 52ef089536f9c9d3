import { type Document, misfits, readDocument, resolve } from '../sandbox/conformance/documents.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { isObject } from '../../../src/model/isObject.ts';
import type { Passed } from './front.ts';
import { deviations } from './requestDeviations.ts';

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

/** Both of Pipedrive's published documents; undefined where they are not at hand. */
export function readDocuments(): Readonly<Record<ApiVersion, Document>> | undefined {
  const [v1, v2] = [readDocument('pipedrive-v1.yaml'), readDocument('pipedrive-v2.yaml')];
  return v1 && v2 ? { v1, v2 } : undefined;
}

/** The documented path that a request's path is an example of; one written out goes before one with places. */
function pathIn({ paths }: Document, path: string): string | undefined {
  const fits = (template: string): boolean => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return Object.keys(paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

/** Null clears, which the documents seldom say. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}

function bodyOf({ type, body }: Passed): unknown {
  if (body === '') return undefined;
  if (type.startsWith('application/json')) return JSON.parse(Buffer.from(body, 'latin1').toString()) as unknown;
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  const names = [...body.matchAll(/content-disposition: form-data; name="(\w+)"/gi)].map((match) => match[1] ?? '');
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function bodyProblems(document: Document, operation: Json, passed: Passed): string[] {
  const body = bodyOf(passed);
  const [kind, content] = Object.entries(objectOf(resolve(document.root, operation.requestBody).content))[0] ?? [];
  if (body === undefined) return [];
  if (kind === undefined) return ['has a body where none is documented'];
  if (!passed.type.startsWith(kind)) return [`is ${passed.type.split(';')[0]}, documented is ${kind}`];
  const schema = objectOf(content).schema;
  // A form carries texts only, so its names are what can be held against the document.
  const isForm = !kind.endsWith('json');
  const found = misfits(document, schema, isForm ? body : withoutNulls(body));
  return found.filter((text) => !isForm || text.endsWith(' is not known'));
}

/** The query that the documents give an operation. */
function parametersOf(document: Document, operation: Json): Json[] {
  return (Array.isArray(operation.parameters) ? operation.parameters : [])
    .map((one) => resolve(document.root, one))
    .filter((one) => one.in === 'query');
}

/** Names of the query of an operation of the table; undefined where the documents do not know it. */
export function documentedQuery({ paths, root }: Document, method: string, path: string): Set<string> | undefined {
  const shape = (template: string): string => template.replace(/^\/api\/v\d/, '').replaceAll(/\{\w+\}/g, '{}');
  const found = Object.keys(paths).find((template) => shape(template) === shape(path));
  const operation = found === undefined ? undefined : paths[found]?.[method.toLowerCase()];
  return operation && new Set(parametersOf({ paths, root }, operation).map(({ name }) => String(name)));
}

function queryProblems(document: Document, operation: Json, { query }: Passed): string[] {
  const parameters = parametersOf(document, operation);
  const known = new Set(parameters.map(({ name }) => String(name)));
  const missing = parameters.filter(({ name, required }) => required === true && !query.has(String(name)));
  const odd = parameters.filter(({ name, schema }) => {
    const choices = resolve(document.root, schema).enum;
    const given = query.get(String(name));
    return given !== null && Array.isArray(choices) && !given.split(',').every((one) => choices.map(String).includes(one));
  });
  return [
    ...[...query.keys()].filter((name) => !known.has(name)).map((name) => `?${name} is not known`),
    ...missing.map(({ name }) => `?${String(name)} is missing`),
    ...odd.map(({ name }) => `?${String(name)} is no choice`),
  ];
}

/** All of a request that the documents do not know, but for what is excused. */
export function problemsOf(documents: Readonly<Record<ApiVersion, Document>>, passed: Passed): string[] {
  const match = /^\/api\/(v1|v2)(\/.*)$/.exec(passed.path);
  const document = documents[match?.[1] === 'v1' ? 'v1' : 'v2'];
  const path = pathIn(document, match?.[2] ?? '');
  const operation = path === undefined ? undefined : document.paths[path]?.[passed.method.toLowerCase()];
  const name = `${match?.[1]} ${passed.method} ${path ?? passed.path}`;
  if (operation === undefined) return [`${name} is not documented`];
  return [...queryProblems(document, operation, passed), ...bodyProblems(document, operation, passed)]
    .filter((problem) => !deviations.some((one) => one.request.test(name) && one.problem.test(problem)))
    .map((problem) => `${name}: ${problem}`);
}
