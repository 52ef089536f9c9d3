import { type RequestDeviation, requestDeviations } from '../sandbox/conformance/deviations.ts';
import { type Document, type Documents, misfits, resolve } from '../sandbox/conformance/documents.ts';
import { isObject } from '../../../src/model/isObject.ts';
import type { Passed } from './front.ts';

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

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

/** An operation of the table in a document, whatever the names in its path. */
function documentedOperation({ paths }: Document, method: string, path: string): Json | undefined {
  const shape = (template: string): string => template.replace(/^\/api\/v\d/, '').replaceAll(/\{\w+\}/g, '{}');
  const found = Object.keys(paths).find((template) => shape(template) === shape(path));
  return found === undefined ? undefined : paths[found]?.[method.toLowerCase()];
}

/** Names of the query of an operation of the table; undefined where the document does not know it. */
export function documentedQuery(document: Document, method: string, path: string): Set<string> | undefined {
  const operation = documentedOperation(document, method, path);
  return operation && new Set(parametersOf(document, operation).map(({ name }) => String(name)));
}

/** Names in the body of an operation of the table; none where the document does not know it. */
export function documentedBody(document: Document, method: string, path: string): string[] {
  const operation = documentedOperation(document, method, path);
  const [content] = Object.values(objectOf(resolve(document.root, operation?.requestBody).content));
  return namesIn(document.root, objectOf(content).schema);
}

function namesIn(root: Document['root'], schema: unknown): string[] {
  const one = resolve(root, schema);
  const parts = [one.allOf, one.oneOf, one.anyOf].flatMap((part) => (Array.isArray(part) ? part : []));
  return [...Object.keys(objectOf(one.properties)), ...parts.flatMap((part) => namesIn(root, part))];
}

/** Whether a problem of a request is one that is known, and why. */
export function excuseOf({ name }: Document, request: string, problem: string): RequestDeviation | undefined {
  return requestDeviations.find(
    (one) => (one.document ?? name) === name && one.request.test(request) && one.problem.test(problem),
  );
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

/** What the published documents do not know of requests, but for what is excused. */
export class RequestConformance {
  readonly #documents: Documents;
  readonly #used = new Set<RequestDeviation>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** All that is wrong with a request by any document that has its operation. */
  problemsOf(passed: Passed): string[] {
    const match = /^\/api\/(v1|v2)(\/.*)$/.exec(passed.path);
    const version = match?.[1] === 'v1' ? 'v1' : 'v2';
    const known = this.#documents[version].flatMap((document) => {
      const path = pathIn(document, match?.[2] ?? '');
      const operation = path === undefined ? undefined : document.paths[path]?.[passed.method.toLowerCase()];
      return operation === undefined ? [] : [{ document, operation, name: `${version} ${passed.method} ${path}` }];
    });
    if (known.length === 0) return [`${passed.method} ${passed.path} is not documented`];
    return known.flatMap(({ document, operation, name }) =>
      [...queryProblems(document, operation, passed), ...bodyProblems(document, operation, passed)]
        .filter((problem) => !this.#excuses(document, name, problem))
        .map((problem) => `${name} (${document.name}): ${problem}`),
    );
  }

  /** Deviations that nothing needed, once every request has been looked at. */
  get unused(): string[] {
    return requestDeviations.filter((one) => !this.#used.has(one)).map(({ request, problem }) => `${request} ${problem}`);
  }

  #excuses(document: Document, request: string, problem: string): boolean {
    const excuse = excuseOf(document, request, problem);
    if (excuse !== undefined) this.#used.add(excuse);
    return excuse !== undefined;
  }
}
