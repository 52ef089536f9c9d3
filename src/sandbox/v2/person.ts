import { countsOf } from '../counts.ts';
import { shownMarketing } from '../people.ts';
import type { Address, Contact, FieldEntity, Person } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, zonedTime } from '../times.ts';
import { allPlain, customFields, type CustomShowing } from './customFields.ts';

/** What include_fields may ask for on a person. */
export const personIncludes = [
  'next_activity_id',
  'last_activity_id',
  'open_deals_count',
  'related_open_deals_count',
  'closed_deals_count',
  'related_closed_deals_count',
  'participant_open_deals_count',
  'participant_closed_deals_count',
  'email_messages_count',
  'activities_count',
  'done_activities_count',
  'undone_activities_count',
  'files_count',
  'notes_count',
  'followers_count',
  'won_deals_count',
  'related_won_deals_count',
  'lost_deals_count',
  'related_lost_deals_count',
  'last_incoming_mail_time',
  'last_outgoing_mail_time',
  'marketing_status',
  'doi_status',
  'smart_bcc_email',
] as const;

export interface Showing extends CustomShowing {
  include: readonly string[];
  labels: boolean;
}

const plainly: Showing = { ...allPlain, include: [], labels: false };

/** The labels of a record as `{id, label}`. */
export function labelObjects(store: Store, entity: FieldEntity, ids: readonly number[]): unknown[] {
  const options = store.fieldsOf(entity).find((field) => field.key === 'label')?.options ?? [];
  return ids.map((id) => ({ id, label: options.find((option) => option.id === id)?.label ?? null }));
}

function showContacts(list: readonly Contact[]): unknown[] {
  return list.map(({ label, value, primary }) => ({ label, value, primary }));
}

/** A built-in address has no formatted_address in version 2. */
export function showAddress(address: Address | null): Record<string, unknown> | null {
  if (address === null) return null;
  const { formatted_address: _, ...shown } = address;
  return shown;
}

function extras(store: Store, person: Person, include: readonly string[]): Record<string, unknown> {
  if (include.length === 0) return {};
  const { deals, activities, attached, mail } = countsOf(store, 'personId', person.id);
  const all: Record<string, unknown> = {
    ...deals,
    participant_open_deals_count: 0,
    participant_closed_deals_count: 0,
    ...attached,
    activities_count: activities.activities_count,
    done_activities_count: activities.done_activities_count,
    undone_activities_count: activities.undone_activities_count,
    followers_count: person.followers.length,
    next_activity_id: activities.next?.id ?? null,
    last_activity_id: activities.last?.id ?? null,
    last_incoming_mail_time: orNull(mail.incoming, zonedTime),
    last_outgoing_mail_time: orNull(mail.outgoing, zonedTime),
    marketing_status: shownMarketing(person),
    doi_status: null,
    smart_bcc_email: `${store.company.domain}@mail.example.com`,
  };
  return Object.fromEntries(include.map((name) => [name, all[name] ?? null]));
}

/** A person as version 2 shows one. */
export function showPerson(store: Store, person: Person, showing: Showing = plainly): Record<string, unknown> {
  return {
    id: person.id,
    name: person.name,
    first_name: person.firstName,
    last_name: person.lastName,
    add_time: zonedTime(person.addTime),
    update_time: orNull(person.updateTime, zonedTime),
    visible_to: person.visibleTo,
    custom_fields: customFields(store.customFields('person').values(), person.custom, showing),
    owner_id: person.ownerId,
    label_ids: person.labelIds,
    ...(showing.labels ? { labels: labelObjects(store, 'person', person.labelIds) } : {}),
    org_id: person.orgId,
    is_deleted: person.deleteTime !== null,
    picture_id: person.pictureId,
    phones: showContacts(person.phones),
    emails: showContacts(person.emails),
    postal_address: showAddress(person.postalAddress),
    notes: person.notes,
    im: showContacts(person.im),
    birthday: person.birthday,
    job_title: person.jobTitle,
    ...extras(store, person, showing.include),
  };
}
