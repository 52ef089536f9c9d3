import { isObject } from '../../model/isObject.ts';
import type { Misfit, PipedriveRecord } from '../../model/record.ts';
import { fits } from './fits.ts';
import type { CustomTypes, Wire } from './wire.ts';

/** What does not fit is told to the log, in English as all of it. */
export const noId = 'This row is no record: it has no id, so it is not shown.';

type Issue = NonNullable<ReturnType<Wire['schema']['safeParse']>['error']>['issues'][number];

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  return article(Array.isArray(value) ? 'array' : typeof value);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return article(issue.expected);
  if (issue.code === 'invalid_union') {
    const kinds = issue.errors.flat().map(expectedOf);
    if (kinds.length > 0) return [...new Set(kinds)].join(' or ');
  }
  return 'another value';
}

const spelled = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

/**
 * Checks one row and decodes it. A row that does not fit is decoded all the same, its values kept as they came.
 *
 * @param path where the row stands in the answer, such as `data[3]`
 * @returns the record, absent where nothing names it, and every place that does not fit
 */
export function decodeRow(
  wire: Wire,
  raw: unknown,
  path: string,
  types: CustomTypes,
): { record?: PipedriveRecord; misfits: Misfit[] } {
  if (!isObject(raw) || wire.idOf(raw) === undefined) return { misfits: [{ path, message: noId }] };
  return { record: wire.decode(raw, types), misfits: misfitsOf(wire.schema, raw, path) };
}

/** The places of a value that do not fit a schema, each with its path from the answer's root on. */
export function misfitsOf(schema: Wire['schema'], raw: unknown, path: string): Misfit[] {
  if (fits(schema, raw)) return [];
  const checked = schema.safeParse(raw);
  return (checked.error?.issues ?? []).map((issue) => ({
    path: path + spelled(issue.path),
    message: `${expectedOf(issue)} was expected here, ${kindOf(at(raw, issue.path))} was found.`,
  }));
}
