import { currencies } from '../currencies.ts';
import type { Filter } from '../filters.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import { plainTime } from '../times.ts';
import { answer } from './answers.ts';
import { pathId } from './lists.ts';

function listCurrencies({ query }: Call): Answer {
  const term = (query.get('term') ?? '').toLowerCase();
  const found = currencies.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(term));
  return answer(
    found.map(({ id, code, name, symbol, decimals }) => ({
      id,
      code,
      name,
      decimal_points: decimals,
      symbol,
      active_flag: true,
      is_custom_flag: false,
    })),
  );
}

function showFilter(filter: Filter): Record<string, unknown> {
  return {
    id: filter.id,
    name: filter.name,
    active_flag: true,
    type: filter.type,
    temporary_flag: null,
    user_id: filter.userId,
    add_time: plainTime(filter.addTime),
    update_time: plainTime(filter.addTime),
    visible_to: String(filter.visibleTo),
    custom_view_id: null,
  };
}

function listFilters({ store, query }: Call): Answer {
  const type = query.get('type');
  return answer(
    store.filters
      .all()
      .filter((filter) => !type || filter.type === type)
      .map(showFilter),
  );
}

function getFilter(call: Call): Answer {
  const filter = call.store.filters.get(pathId(call));
  if (!filter) throw refuseV1(404, 'Filter not found');
  return answer(showFilter(filter));
}

function userSettings(): Answer {
  return answer({
    marketplace_team: false,
    list_limit: 100,
    beta_app: false,
    prevent_salesphone_callto_override: false,
    file_upload_destination: 's3',
    callto_link_syntax: 'tel:',
    autofill_deal_expected_close_date: true,
    person_duplicate_condition: 'name_and_email',
  });
}

/** What only administrators may do; everything else everybody may. */
const adminOnly = [
  'can_add_custom_fields',
  'can_bulk_edit_items',
  'can_delete_custom_fields',
  'can_edit_custom_fields',
  'can_edit_shared_filters',
  'can_modify_labels',
  'can_see_company_wide_statistics',
  'can_see_hidden_items_names',
  'can_see_security_dashboard',
  'can_use_import',
] as const;

const everybody = [
  'can_add_products',
  'can_add_prospects_as_leads',
  'can_change_visibility_of_items',
  'can_convert_deals_to_leads',
  'can_create_own_workflow',
  'can_delete_activities',
  'can_delete_deals',
  'can_edit_deals_closed_date',
  'can_edit_products',
  'can_export_data_from_lists',
  'can_follow_other_users',
  'can_merge_deals',
  'can_merge_organizations',
  'can_merge_people',
  'can_see_deals_list_summary',
  'can_see_other_users',
  'can_see_other_users_statistics',
  'can_share_filters',
  'can_share_insights',
  'can_use_api',
  'can_use_email_tracking',
] as const;

function permissions(call: Call): Answer {
  const user = call.store.users.get(pathId(call));
  if (!user) throw refuseV1(404, 'User not found');
  return answer(Object.fromEntries([...adminOnly.map((name) => [name, user.admin]), ...everybody.map((name) => [name, true])]));
}

export const settingsOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/currencies', run: listCurrencies },
  { version: 'v1', method: 'GET', path: '/filters', run: listFilters },
  { version: 'v1', method: 'GET', path: '/filters/:id', run: getFilter },
  { version: 'v1', method: 'GET', path: '/userSettings', run: userSettings },
  { version: 'v1', method: 'GET', path: '/users/:id/permissions', run: permissions },
];
