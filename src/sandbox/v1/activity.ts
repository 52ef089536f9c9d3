import type { Activity } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { mailDrop, personRelation, relatedObjects } from './expanded.ts';

const unused = [
  'lead_id',
  'project_id',
  'reference_type',
  'reference_id',
  'conference_meeting_client',
  'conference_meeting_url',
  'conference_meeting_id',
  'last_notification_time',
  'last_notification_user_id',
  'gcal_event_id',
  'google_calendar_id',
  'google_calendar_etag',
  'calendar_sync_include_context',
  'source_timezone',
  'rec_rule',
  'rec_rule_extension',
  'rec_master_activity_id',
  'series',
  'attendees',
  'location_subpremise',
  'location_street_number',
  'location_route',
  'location_sublocality',
  'location_locality',
  'location_admin_area_level_1',
  'location_admin_area_level_2',
  'location_country',
  'location_postal_code',
  'location_formatted_address',
  'file',
] as const;

/** What this account has no use for; shown as nothing. */
const nothing: Record<string, null> = Object.fromEntries(unused.map((key) => [key, null]));

/** An activity as version 1 shows one. Days and times that are not set are empty text. */
export function showActivity(store: Store, activity: Activity): Record<string, unknown> {
  const { personId, orgId, dealId } = activity;
  return {
    ...nothing,
    id: activity.id,
    company_id: store.company.id,
    user_id: activity.ownerId,
    assigned_to_user_id: activity.ownerId,
    created_by_user_id: activity.creatorId,
    done: activity.done,
    type: activity.type,
    subject: activity.subject,
    due_date: activity.dueDate,
    due_time: activity.dueTime ?? '',
    duration: activity.duration ?? '',
    busy_flag: activity.busy,
    add_time: plainTime(activity.addTime),
    update_time: plainTime(activity.updateTime ?? activity.addTime),
    update_user_id: null,
    marked_as_done_time: activity.doneTime === null ? '' : plainTime(activity.doneTime),
    notification_language_id: 1,
    org_id: orgId,
    person_id: personId,
    deal_id: dealId,
    active_flag: activity.deleteTime === null,
    note: activity.note,
    public_description: activity.publicDescription ?? '',
    location: activity.location,
    participants: personId === null ? null : [{ person_id: personId, primary_flag: true }],
    org_name: orNull(orgId, (id) => store.organizations.get(id)?.name ?? null),
    person_name: orNull(personId, (id) => store.persons.get(id)?.name ?? null),
    deal_title: orNull(dealId, (id) => store.deals.get(id)?.title ?? null),
    owner_name: store.users.get(activity.ownerId)?.name ?? null,
    person_dropbox_bcc: mailDrop(store),
    deal_dropbox_bcc: dealId === null ? null : mailDrop(store).replace('@', `+deal${dealId}@`),
  };
}

/** What activities refer to. */
export function activityRelations(store: Store, activities: readonly Activity[]): Record<string, Record<string, unknown>> {
  const related = relatedObjects(store, activities);
  for (const { personId, dealId } of activities) {
    const person = personId === null ? undefined : personRelation(store, personId);
    if (person && personId !== null) (related['person'] ??= {})[personId] = person;
    const deal = dealId === null ? undefined : store.deals.get(dealId);
    if (!deal) continue;
    const { id, title, status, value, currency, stageId, pipelineId } = deal;
    (related['deal'] ??= {})[id] = { id, title, status, value, currency, stage_id: stageId, pipeline_id: pipelineId };
  }
  return related;
}
