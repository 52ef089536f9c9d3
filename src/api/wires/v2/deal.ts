import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { custom, flag, id, ids, maybe, number, text, times } from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Deals, version 2. */
export const deal = folded({
  schema: z.looseObject({
    id,
    title: text,
    value: number,
    currency: text,
    status: text,
    stage_id: number,
    pipeline_id: number,
    person_id: number,
    org_id: number,
    owner_id: number,
    creator_user_id: number,
    label_ids: ids,
    is_deleted: flag,
    visible_to: number,
    custom_fields: custom,
    ...times,
  }),
  lists: ['label_ids'],
});

/** https://developers.pipedrive.com/docs/api/v1/Activities, version 2. */
export const activity = folded({
  schema: z.looseObject({
    id,
    subject: text,
    type: text,
    done: flag,
    due_date: text,
    due_time: text,
    duration: text,
    owner_id: number,
    person_id: number,
    org_id: number,
    deal_id: number,
    is_deleted: flag,
    participants: maybe(z.array(z.looseObject({ person_id: number, primary: flag }))),
    ...times,
  }),
});
