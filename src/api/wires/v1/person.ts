import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { active, address, changeTime, contacts, labels, nameOf, numeral, reference, spelled, time } from './part.ts';
import * as shape from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Persons, version 1. */
export const person = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    first_name: shape.text,
    last_name: shape.text,
    owner_id: shape.reference,
    org_id: shape.reference,
    email: shape.contacts,
    phone: shape.contacts,
    label: shape.number,
    label_ids: shape.ids,
    visible_to: shape.number,
    active_flag: shape.flag,
    marketing_status: shape.text,
    ...shape.times,
  }),
  parts: [
    reference('owner_id'),
    reference('org_id'),
    reference('picture_id'),
    nameOf('owner_name', 'owner_id'),
    nameOf('org_name', 'org_id'),
    contacts('email', 'emails'),
    contacts('phone', 'phones'),
    contacts('im', 'im'),
    labels,
    numeral('visible_to'),
    active(),
    changeTime,
    time('last_incoming_mail_time'),
    time('last_outgoing_mail_time'),
    spelled('cc_email', 'smart_bcc_email'),
    address('postal_address'),
  ],
  same: [
    ...['id', 'name', 'first_name', 'last_name', 'marketing_status', 'notes', 'birthday', 'job_title', 'doi_status'],
    ...['next_activity_id', 'last_activity_id', 'open_deals_count', 'related_open_deals_count', 'closed_deals_count'],
    ...['related_closed_deals_count', 'participant_open_deals_count', 'participant_closed_deals_count', 'files_count'],
    ...['email_messages_count', 'activities_count', 'done_activities_count', 'undone_activities_count', 'notes_count'],
    ...['followers_count', 'won_deals_count', 'related_won_deals_count', 'lost_deals_count', 'related_lost_deals_count'],
  ],
});
