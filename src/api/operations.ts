import type { Endpoint, Operation } from './endpoint.ts';
import { type OperationName, operations } from './operationTable.ts';
import type { ApiVersion, ListOptions } from './types.ts';

export type { OperationName } from './operationTable.ts';

/** Which version serves an operation, and how. */
export interface Serving {
  readonly version: ApiVersion;
  readonly endpoint: Endpoint;
}

/** These ask for more or less of a record; a version that does not know them answers the same records without. */
const looks: ReadonlySet<string> = new Set(['include_fields', 'custom_fields', 'include_option_labels', 'include_labels']);

const operationOf = (name: OperationName): Operation => operations[name];

type Query = NonNullable<ListOptions['query']>;

const takesAll = ({ takes, sorts }: Endpoint, asked: Query): boolean => {
  const { sort_by: by } = asked;
  if (by !== undefined && sorts !== undefined && !sorts.split(' ').includes(String(by))) return false;
  if (takes === undefined) return true;
  const known = new Set(takes.split(' '));
  return Object.keys(asked).every((key) => known.has(key) || looks.has(key));
};

/** Whether the table holds an operation of this name. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

/**
 * The version that serves an operation where a person chose `chosen`: that one if it has it, else the other. A filter
 * that only the other knows makes it the other's too, since an unknown one would be passed over and show too much.
 *
 * @param asked the query
 */
export function serving(name: OperationName, chosen: ApiVersion, asked: Query = {}): Serving {
  const offered = offeredBy(name, chosen);
  const served = offered.find(({ endpoint }) => takesAll(endpoint, asked)) ?? offered[0];
  if (served === undefined) throw new Error(`The operation ${name} has no endpoint.`);
  return served;
}

/** The version that serves an operation with all of a query, the chosen one if it does; none where neither does. */
export function servedWhole(name: OperationName, chosen: ApiVersion, asked: Query): ApiVersion | undefined {
  return offeredBy(name, chosen).find(({ endpoint }) => takesAll(endpoint, asked))?.version;
}

function offeredBy(name: OperationName, chosen: ApiVersion): readonly Serving[] {
  const operation = operationOf(name);
  const other: ApiVersion = chosen === 'v1' ? 'v2' : 'v1';
  return [chosen, other].flatMap((version) => {
    const endpoint = operation[version];
    return endpoint === undefined ? [] : [{ version, endpoint }];
  });
}

/** The query without what only asks for a look that the endpoint does not know. */
export function withoutLooks<T>(endpoint: Endpoint, query: Readonly<Record<string, T>>): Record<string, T> {
  const known = new Set(endpoint.takes?.split(' '));
  return Object.fromEntries(Object.entries(query).filter(([key]) => known.has(key) || !looks.has(key)));
}

/** Whether the version itself offers the operation. */
function offers(name: OperationName, version: ApiVersion): boolean {
  return operationOf(name)[version] !== undefined;
}

/** Whether the other version offers the operation too, so that switching helps where this one fails. */
export function hasOther(name: OperationName, version: ApiVersion): boolean {
  return offers(name, version === 'v1' ? 'v2' : 'v1');
}

/** What stands in, record by record, where the chosen version lacks the operation; the operation itself elsewhere. */
export function insteadOf(name: OperationName, version: ApiVersion): OperationName {
  const { each } = operationOf(name);
  return each !== undefined && !offers(name, version) && isOperation(each) ? each : name;
}
