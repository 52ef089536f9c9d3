import type { Endpoint } from '../../../src/api/endpoint.ts';
import { insteadOf, type OperationName, serving } from '../../../src/api/operations.ts';
import { operations } from '../../../src/api/operationTable.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import type { Asked } from './log.ts';
import { promised } from './published.ts';

/** A request that a promised operation is under a setting, and the action that led to it. */
interface Line {
  readonly operation: OperationName;
  /** The settings of `pipedrive.apiVersion` under which it is this request. */
  readonly settings: readonly ApiVersion[];
  readonly request: string;
  readonly action: string | undefined;
}

const [begin, end] = ['<!-- by-hand-table -->', '<!-- /by-hand-table -->'];

const spelled = ({ method, path }: Endpoint): string => `${method} ${path.replace('/api', '')}`;

/** Every promised operation under each setting, with an action that called it. */
export function lines(asked: readonly Asked[]): Line[] {
  return promised.flatMap((operation) => {
    const v2 = servedBy(operation, 'v2');
    const v1 = servedBy(operation, 'v1');
    const line = (endpoint: Endpoint, ...settings: ApiVersion[]): Line => ({
      ...{ operation, settings, request: spelled(endpoint), action: plainest(asked, endpoint) },
    });
    return v1 === v2 ? [line(v2, 'v2', 'v1')] : [line(v2, 'v2'), line(v1, 'v1')];
  });
}

function servedBy(operation: OperationName, setting: ApiVersion): Endpoint {
  return serving(insteadOf(operation, setting), setting).endpoint;
}

/** Of the actions that led to the request the one that led to the fewest others, and so says most about it. */
function plainest(asked: readonly Asked[], endpoint: Endpoint): string | undefined {
  const actions = new Set(asked.filter((one) => isOf(one, endpoint)).map(({ action }) => action));
  const others = (action: string) =>
    new Set(asked.filter((one) => one.action === action).map(({ method, path }) => method + path));
  return [...actions].toSorted((one, other) => others(one).size - others(other).size || one.length - other.length)[0];
}

function isOf({ method, path, query }: Asked, endpoint: Endpoint): boolean {
  const pattern = new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  const literal = Object.values(operations).some((other) => isLiteral(other, endpoint, path));
  if (method !== endpoint.method || literal || !pattern.test(path)) return false;
  return Object.keys(endpoint.query ?? {}).every((name) => query.has(name));
}

/** Whether the path is another operation's to the letter, as `/persons/search` is no person's. */
function isLiteral(operation: { readonly v1?: Endpoint; readonly v2?: Endpoint }, endpoint: Endpoint, path: string): boolean {
  return [operation.v1, operation.v2].some((one) => one?.path === path && endpoint.path !== path);
}

/** The lines that no action led to. */
export const missing = (all: readonly Line[]): Line[] => all.filter(({ action }) => action === undefined);

/** As Markdown. */
export function markdown(all: readonly Line[]): string {
  const rows = all.map(({ operation, settings, request, action = '**nothing**' }) => [
    ...[`\`${operation}\``, settings.map((setting) => `\`${setting}\``).join(', '), request, action],
  ]);
  const head = ['operation', 'setting', 'request', 'action (a test of test/ui)'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A page with the table between its two markers. */
export function withTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no ${begin} … ${end}.`);
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`;
}
