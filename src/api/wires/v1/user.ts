import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { active, flag, time } from './part.ts';
import * as shape from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Users; version 2 has none, so its names stay. */
export const user = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    email: shape.text,
    active_flag: shape.flag,
    default_currency: shape.text,
    company_id: shape.number,
    company_name: shape.text,
    company_domain: shape.text,
  }),
  parts: [active(), flag('is_admin', 'is_admin'), time('created'), time('modified'), time('last_login')],
  same: [
    ...['id', 'name', 'email', 'phone', 'locale', 'lang', 'language', 'timezone_name', 'timezone_offset', 'role_id'],
    ...['icon_url', 'is_you', 'access', 'default_currency', 'activated', 'has_created_company'],
    ...['company_id', 'company_name', 'company_domain', 'company_country', 'company_industry'],
  ],
});
