import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { contacts, custom, flag, id, ids, maybe, number, text, times } from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Persons, version 2. */
export const person = folded({
  schema: z.looseObject({
    id,
    name: text,
    first_name: text,
    last_name: text,
    owner_id: number,
    org_id: number,
    emails: contacts,
    phones: contacts,
    im: contacts,
    label_ids: ids,
    picture_id: number,
    visible_to: number,
    is_deleted: flag,
    marketing_status: text,
    postal_address: maybe(z.looseObject({ value: text })),
    custom_fields: custom,
    ...times,
  }),
  lists: ['emails', 'phones', 'label_ids', 'im'],
});
