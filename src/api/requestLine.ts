import type { Method } from './endpoint.ts';
import type { ApiVersion } from './types.ts';

/** Query values that hold no one's data and so may stand in the log. */
const plain = new Set([
  ...['limit', 'start', 'sort', 'sort_by', 'sort_direction', 'ids', 'filter_id', 'owner_id', 'user_id', 'org_id'],
  ...['everyone', 'done', 'all_changes', 'start_date', 'end_date', 'totals_convert_currency', 'include_body', 'type'],
  ...['person_id', 'pipeline_id', 'stage_id', 'deal_id', 'status', 'exact_match', 'updated_since', 'item_types'],
]);

/** How a request stands in the log: method, path, query and version, without what people typed. */
export function requestLine(method: Method, url: URL, version: ApiVersion): string {
  const query = [...url.searchParams].map(([key, value]) => `${key}=${plain.has(key) ? value : '…'}`).join('&');
  return `${method} ${url.pathname}${query === '' ? '' : `?${query}`} ${version}`;
}
