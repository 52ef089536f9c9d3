import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { flag, id, number, text, times } from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Pipelines, version 2: the order cannot be written. */
export const pipeline = folded({
  schema: z.looseObject({
    id,
    name: text,
    order_nr: number,
    is_deleted: flag,
    is_deal_probability_enabled: flag,
    ...times,
  }),
});

/** https://developers.pipedrive.com/docs/api/v1/Stages, version 2. */
export const stage = folded({
  schema: z.looseObject({
    id,
    name: text,
    order_nr: number,
    pipeline_id: number,
    deal_probability: number,
    is_deal_rot_enabled: flag,
    days_to_rotten: number,
    is_deleted: flag,
    ...times,
  }),
});
