import type { Endpoint, Operation } from '../../../src/api/endpoint.ts';
import { insteadOf, type OperationName, serving } from '../../../src/api/operations.ts';
import { operations } from '../../../src/api/operationTable.ts';
import type { ApiVersion } from '../../../src/api/types.ts';

const [begin, end] = ['<!-- api-table -->', '<!-- /api-table -->'];

function offered(endpoint: Endpoint | undefined): string {
  return endpoint === undefined ? '–' : `${endpoint.method} ${endpoint.path.replace(/^\/api\/v\d/, '')}`;
}

function used(name: OperationName, chosen: ApiVersion): string {
  const done = insteadOf(name, chosen);
  const { version, endpoint } = serving(done, chosen);
  return done === name ? `${version} · ${endpoint.cost}` : `${done} · ${endpoint.cost}`;
}

/** What each version offers, and what is used under each setting at what price in API tokens, as Markdown. */
function apiTable(): string {
  const rows = (Object.entries(operations) as [OperationName, Operation][]).map(([name, { v1, v2 }]) => [
    ...[`\`${name}\``, offered(v2), offered(v1), used(name, 'v2'), used(name, 'v1')],
  ]);
  const head = ['operation', 'version 2', 'version 1', 'with `v2`', 'with `v1`'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A page with the table between its two markers as the code has it now. */
export function withApiTable(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no ${begin} … ${end}.`);
  return `${page.slice(0, from)}${begin}\n\n${apiTable()}\n\n${page.slice(to)}`;
}
