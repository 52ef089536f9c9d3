import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { active, flag, nameOf, spelled, time } from './part.ts';
import * as shape from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Pipelines, version 1: its flags are written as 0 or 1. */
export const pipeline = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    order_nr: shape.number,
    active: shape.flag,
    deal_probability: shape.flag,
    ...shape.times,
  }),
  parts: [
    active('active', 'number'),
    flag('deal_probability', 'is_deal_probability_enabled', 'number'),
    time('add_time'),
    time('update_time'),
  ],
  same: ['id', 'name', 'order_nr'],
});

/** https://developers.pipedrive.com/docs/api/v1/Stages, version 1. */
export const stage = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    order_nr: shape.number,
    pipeline_id: shape.number,
    deal_probability: shape.number,
    active_flag: shape.flag,
    rotten_flag: shape.flag,
    rotten_days: shape.number,
    ...shape.times,
  }),
  parts: [
    active(),
    flag('rotten_flag', 'is_deal_rot_enabled'),
    spelled('rotten_days', 'days_to_rotten'),
    nameOf('pipeline_name', 'pipeline_id'),
    time('add_time'),
    time('update_time'),
  ],
  same: ['id', 'name', 'order_nr', 'pipeline_id', 'deal_probability'],
});
