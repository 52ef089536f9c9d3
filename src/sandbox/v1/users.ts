import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { User } from '../records.ts';
import { plainTime } from '../times.ts';
import { answer } from './answers.ts';
import { isTrue } from './bodies.ts';
import { pathId } from './lists.ts';

const apps = ['sales', 'global', 'account_settings', 'campaigns', 'projects'] as const;

function access(user: User): unknown[] {
  return apps
    .filter((app) => user.admin || app === 'sales')
    .map((app, n) => ({ app, admin: user.admin, permission_set_id: `00000000-0000-4000-8000-00000000000${n}` }));
}

function common(user: User, me: User): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    default_currency: user.currency,
    locale: user.locale,
    lang: 1,
    email: user.email,
    phone: user.phone,
    last_login: plainTime(user.lastLogin),
    created: plainTime(user.addTime),
    modified: plainTime(user.lastLogin),
    has_created_company: user.admin,
    access: access(user),
    active_flag: user.active,
    timezone_name: user.timezone,
    timezone_offset: user.timezoneOffset,
    role_id: user.roleId,
    icon_url: null,
    is_you: user.id === me.id,
    is_deleted: false,
  };
}

function me({ store, user }: Call): Answer {
  const { company } = store;
  return answer({
    ...common(user, user),
    activated: true,
    company_id: company.id,
    company_name: company.name,
    company_domain: company.domain,
    company_country: company.country,
    company_industry: company.industry,
    language: { language_code: 'en', country_code: 'US' },
  });
}

function listed(user: User, you: User): Record<string, unknown> {
  return { ...common(user, you), is_admin: user.admin ? 1 : 0 };
}

function list({ store, user }: Call): Answer {
  const users = store.users.all().map((one) => listed(one, user));
  return answer(users, { additional_data: { company_id: store.company.id } });
}

function get(call: Call): Answer {
  const user = call.store.users.get(pathId(call));
  if (!user) throw refuseV1(404, 'User not found');
  return answer(listed(user, call.user), { additional_data: { company_id: call.store.company.id } });
}

/** Users whose name, or e-mail address if that is asked for, holds the term. */
function find({ store, user, query }: Call): Answer {
  const term = (query.get('term') ?? '').toLowerCase();
  if (term === '') throw refuseV1(400, 'term must be given');
  const byEmail = isTrue(query.get('search_by_email'));
  const found = store.users.all().filter((one) => (byEmail ? one.email : one.name).toLowerCase().includes(term));
  return answer(found.map((one) => listed(one, user)));
}

export const userOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/users/find', search: true, run: find },
  { version: 'v1', method: 'GET', path: '/users/me', run: me },
  { version: 'v1', method: 'GET', path: '/users', run: list },
  { version: 'v1', method: 'GET', path: '/users/:id', run: get },
];
