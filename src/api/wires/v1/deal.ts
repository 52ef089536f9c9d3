import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { isObject } from '../../../model/isObject.ts';
import { active, address, changeTime, flag, labels, nameOf, numeral, type Part, reference, spelled, time } from './part.ts';
import * as shape from './shapes.ts';
import { toNumber } from '../scalars.ts';

/** https://developers.pipedrive.com/docs/api/v1/Deals, version 1. */
export const deal = flat({
  schema: z.looseObject({
    id: shape.id,
    title: shape.text,
    value: shape.number,
    currency: shape.text,
    status: shape.text,
    stage_id: shape.number,
    pipeline_id: shape.number,
    user_id: shape.reference,
    creator_user_id: shape.reference,
    person_id: shape.reference,
    org_id: shape.reference,
    deleted: shape.flag,
    ...shape.times,
  }),
  parts: [
    reference('user_id', 'owner_id'),
    reference('creator_user_id'),
    reference('person_id'),
    reference('org_id'),
    nameOf('owner_name', 'owner_id'),
    nameOf('person_name', 'person_id'),
    nameOf('org_name', 'org_id'),
    labels,
    numeral('visible_to'),
    flag('deleted', 'is_deleted'),
    changeTime,
    ...['value', 'stage_id', 'pipeline_id'].map((key) => spelled(key, key, toNumber)),
    ...['stage_change_time', 'close_time', 'won_time', 'lost_time'].map(time),
    ...['archive_time', 'first_won_time', 'last_incoming_mail_time', 'last_outgoing_mail_time'].map(time),
  ],
  same: [
    ...['id', 'title', 'currency', 'status', 'probability', 'lost_reason'],
    ...['expected_close_date', 'is_archived', 'origin', 'origin_id', 'channel', 'channel_id', 'acv', 'arr', 'mrr'],
    ...['next_activity_id', 'last_activity_id', 'products_count', 'files_count', 'notes_count', 'followers_count'],
    ...['email_messages_count', 'activities_count', 'done_activities_count', 'undone_activities_count'],
    ...['participants_count'],
  ],
});

/** Who takes part; version 2 calls the first `primary`. */
const participants: Part = {
  wire: ['participants'],
  model: ['participants'],
  read: ({ participants: raw }, { values }) => {
    values.participants = Array.isArray(raw) ? raw.map((one) => renamed(one, 'primary_flag', 'primary')) : raw;
  },
  write: ({ participants: value }) =>
    value === undefined
      ? {}
      : { participants: Array.isArray(value) ? value.map((one) => renamed(one, 'primary', 'primary_flag')) : value },
};

function renamed(raw: unknown, from: string, to: string): unknown {
  if (!isObject(raw) || !(from in raw)) return raw;
  const { [from]: value, ...rest } = raw;
  return { ...rest, [to]: value };
}

/** A place is sent as its line; Pipedrive finds the parts by itself. */
const location = address('location');

/** A text of which version 2 says null for none. */
const unset = (key: string): Part =>
  spelled(
    key,
    key,
    (raw) => (raw === '' ? null : raw),
    (value) => value ?? '',
  );

/** https://developers.pipedrive.com/docs/api/v1/Activities, version 1. */
export const activity = flat({
  schema: z.looseObject({
    id: shape.id,
    subject: shape.text,
    type: shape.text,
    done: shape.flag,
    due_date: shape.text,
    due_time: shape.text,
    duration: shape.text,
    user_id: shape.reference,
    person_id: shape.reference,
    org_id: shape.reference,
    deal_id: shape.reference,
    active_flag: shape.flag,
    ...shape.times,
  }),
  parts: [
    reference('user_id', 'owner_id'),
    reference('created_by_user_id', 'creator_user_id'),
    reference('person_id'),
    reference('org_id'),
    reference('deal_id'),
    nameOf('owner_name', 'owner_id'),
    nameOf('person_name', 'person_id'),
    nameOf('org_name', 'org_id'),
    nameOf('deal_title', 'deal_id'),
    flag('done', 'done', 'number'),
    flag('busy_flag', 'busy'),
    participants,
    location,
    ...['public_description', 'due_time', 'duration'].map(unset),
    active(),
    ...['add_time', 'update_time', 'marked_as_done_time'].map(time),
  ],
  same: [
    ...['id', 'subject', 'type', 'due_date', 'note', 'lead_id'],
    ...['project_id', 'attendees', 'conference_meeting_client', 'conference_meeting_url', 'conference_meeting_id'],
  ],
});
