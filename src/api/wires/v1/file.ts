import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { active, nameOf, time } from './part.ts';
import * as shape from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Files; version 2 has none, so its names stay. */
export const file = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    file_name: shape.text,
    file_type: shape.text,
    file_size: shape.number,
    active_flag: shape.flag,
    url: shape.text,
    ...shape.times,
  }),
  parts: [
    active(),
    nameOf('person_name', 'person_id'),
    nameOf('org_name', 'org_id'),
    nameOf('deal_name', 'deal_id'),
    nameOf('product_name', 'product_id'),
    time('add_time'),
    time('update_time'),
  ],
  same: [
    ...['id', 'user_id', 'deal_id', 'person_id', 'org_id', 'product_id', 'activity_id', 'lead_id', 'project_id'],
    ...['name', 'description', 'file_name', 'file_type', 'file_size', 'inline_flag', 'remote_location', 'remote_id'],
    ...['url', 'mail_message_id', 'mail_template_id', 'cid'],
  ],
});
