import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { id, text } from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Persons#getPersonFollowers, version 2: a follower is a user. */
export const follower = folded({ id: 'user_id', schema: z.looseObject({ user_id: id, add_time: text }) });
