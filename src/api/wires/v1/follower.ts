import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { time } from './part.ts';
import * as shape from './shapes.ts';

/**
 * https://developers.pipedrive.com/docs/api/v1/Persons#getPersonFollowers, version 1. The record is named by the user,
 * as version 2 does; the number of the following itself, by which version 1 ends it, stays in `extras.id`.
 */
export const follower = flat({
  id: 'user_id',
  schema: z.looseObject({ user_id: shape.id, id: shape.number, add_time: shape.text }),
  parts: [time('add_time')],
  same: ['user_id'],
});
