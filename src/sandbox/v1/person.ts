import { activityDates, countsOf } from '../counts.ts';
import { shownMarketing } from '../people.ts';
import type { Contact, Person } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { flatAddress, flatCustomFields } from './customFields.ts';
import { pictureAddress } from '../pictures.ts';
import { mailDrop, organizationValue, pictureValue, userValue } from './expanded.ts';
import { firstChar } from './lists.ts';

/** No entry at all is shown as one empty entry without a label. */
function contacts(list: readonly Contact[]): unknown[] {
  if (list.length === 0) return [{ value: '', primary: true }];
  return list.map(({ label, value, primary }) => ({ label, value, primary }));
}

function primaryEmail(person: Person): string | null {
  return (person.emails.find((email) => email.primary) ?? person.emails[0])?.value ?? null;
}

export interface PersonShowing {
  /** Answers to a change come without primary_email and with picture_128_url. */
  changed?: boolean;
  /** Fields whose address was just written; see flatCustomFields. */
  justWritten?: ReadonlySet<string>;
}

/** A person as version 1 shows one. */
export function showPerson(store: Store, person: Person, showing: PersonShowing = {}): Record<string, unknown> {
  const { deals, activities, attached, mail } = countsOf(store, 'personId', person.id);
  const organization = organizationValue(store, person.orgId);
  const picture = pictureValue(store, person.pictureId);
  return {
    id: person.id,
    company_id: store.company.id,
    owner_id: userValue(store, person.ownerId),
    org_id: organization,
    name: person.name,
    first_name: person.firstName,
    last_name: person.lastName,
    ...deals,
    participant_open_deals_count: 0,
    participant_closed_deals_count: 0,
    ...attached,
    activities_count: activities.activities_count,
    done_activities_count: activities.done_activities_count,
    undone_activities_count: activities.undone_activities_count,
    followers_count: person.followers.length,
    active_flag: person.deleteTime === null,
    phone: contacts(person.phones),
    email: contacts(person.emails),
    first_char: firstChar(person.name),
    update_time: plainTime(person.updateTime ?? person.addTime),
    delete_time: orNull(person.deleteTime, plainTime),
    add_time: plainTime(person.addTime),
    visible_to: String(person.visibleTo),
    picture_id: picture,
    ...activityDates(activities),
    last_incoming_mail_time: orNull(mail.incoming, plainTime),
    last_outgoing_mail_time: orNull(mail.outgoing, plainTime),
    label: person.labelIds[0] ?? null,
    label_ids: person.labelIds,
    marketing_status: shownMarketing(person),
    im: contacts(person.im),
    ...flatAddress('postal_address', person.postalAddress, showing.justWritten?.has('postal_address')),
    postal_address_lat: null,
    postal_address_long: null,
    notes: person.notes,
    birthday: person.birthday,
    job_title: person.jobTitle,
    ...flatCustomFields(store.customFields('person').values(), person.custom, {
      store,
      expand: true,
      ...(showing.justWritten ? { justWritten: showing.justWritten } : {}),
    }),
    ...(showing.changed
      ? { picture_128_url: person.pictureId === null ? null : pictureAddress(store, person.pictureId, 128) }
      : { primary_email: primaryEmail(person) }),
    org_name: organization?.['name'] ?? null,
    owner_name: store.users.get(person.ownerId)?.name ?? null,
    cc_email: mailDrop(store),
  };
}

/** A person as the collection shows one: plain ids, no counts, no fields of the account's own. */
export function showCollectionPerson(store: Store, person: Person): Record<string, unknown> {
  return {
    id: person.id,
    active_flag: person.deleteTime === null,
    owner_id: person.ownerId,
    org_id: person.orgId,
    name: person.name,
    phone: contacts(person.phones),
    email: contacts(person.emails),
    add_time: plainTime(person.addTime),
    update_time: plainTime(person.updateTime ?? person.addTime),
    delete_time: orNull(person.deleteTime, plainTime),
    visible_to: String(person.visibleTo),
    picture_id: person.pictureId,
    label: person.labelIds[0] ?? null,
    label_ids: person.labelIds,
    cc_email: mailDrop(store),
  };
}
