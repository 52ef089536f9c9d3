import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { active, flag, time } from './part.ts';
import * as shape from './shapes.ts';

const pins = ['lead', 'deal', 'organization', 'person', 'project'].map((what) => `pinned_to_${what}_flag`);

/** https://developers.pipedrive.com/docs/api/v1/Notes; version 2 has none, so its names stay. */
export const note = flat({
  schema: z.looseObject({
    id: shape.id,
    content: shape.text,
    user_id: shape.number,
    person_id: shape.number,
    org_id: shape.number,
    deal_id: shape.number,
    active_flag: shape.flag,
    ...shape.times,
  }),
  parts: [active(), time('add_time'), time('update_time'), ...pins.map((key) => flag(key, key, 'number'))],
  same: ['id', 'content', 'user_id', 'person_id', 'org_id', 'deal_id', 'lead_id', 'project_id', 'last_update_user_id'],
});
