import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { custom, flag, id, ids, maybe, number, text, times } from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Organizations, version 2. */
export const organization = folded({
  schema: z.looseObject({
    id,
    name: text,
    owner_id: number,
    label_ids: ids,
    visible_to: number,
    is_deleted: flag,
    address: maybe(z.looseObject({ value: text })),
    website: text,
    linkedin: text,
    custom_fields: custom,
    ...times,
  }),
  lists: ['label_ids'],
});
