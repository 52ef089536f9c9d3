import type { PersonChange } from '../people.ts';
import type { MarketingStatus, Person, User } from '../records.ts';
import type { Store } from '../store.ts';
import { readZonedTime } from '../times.ts';
import { BodyReader } from './bodies.ts';
import { readAddress, readCustomFields } from './customWrites.ts';

const keys = [
  'name',
  'first_name',
  'last_name',
  'owner_id',
  'org_id',
  'emails',
  'phones',
  'visible_to',
  'label_ids',
  'marketing_status',
  'custom_fields',
  'postal_address',
  'notes',
  'im',
  'birthday',
  'job_title',
] as const;

const marketing: readonly MarketingStatus[] = ['no_consent', 'unsubscribed', 'subscribed', 'archived'];

/** Reads what a body of version 2 changes, or refuses it with everything that is wrong. */
export function readPersonChange(store: Store, user: User, sent: unknown, before?: Person): PersonChange {
  const reader = new BodyReader(sent, before ? keys : [...keys, 'add_time']);
  const change: PersonChange = {};
  readNames(reader, change, before);

  const ownerId = reader.id('owner_id', 'User', (id) => store.users.get(id) !== undefined);
  if (ownerId !== undefined) change.ownerId = ownerId;
  if (reader.body['org_id'] === null) change.orgId = null;
  else {
    const orgId = reader.id('org_id', 'Organization', (id) => store.organizations.get(id)?.deleteTime === null);
    if (orgId !== undefined) change.orgId = orgId;
  }
  const emails = reader.contacts('emails');
  if (emails) change.emails = emails;
  const phones = reader.contacts('phones');
  if (phones) change.phones = phones;
  const im = reader.contacts('im');
  if (im) change.im = im;
  const visibleTo = reader.choice('visible_to', [1, 3, 5, 7]);
  if (visibleTo !== undefined) change.visibleTo = visibleTo;
  const labels = new Set(
    store
      .fieldsOf('person')
      .find((field) => field.key === 'label')
      ?.options?.map(({ id }) => id),
  );
  const labelIds = reader.ids('label_ids', (id) => labels.has(id) || (before?.labelIds.includes(id) ?? false));
  if (labelIds) change.labelIds = labelIds;
  const status = reader.choice('marketing_status', marketing);
  if (status) change.marketingStatus = status;

  readTexts(reader, change);
  const own = reader.customFields();
  if (own) {
    const fields = store.customFields('person');
    change.custom = readCustomFields(own, fields, before?.custom ?? new Map(), user, store, reader.problems);
  }
  reader.problems.check();
  return change;
}

function readNames(reader: BodyReader, change: PersonChange, before: Person | undefined): void {
  const name = reader.text('name', 255 * 4, false);
  const first = reader.text('first_name', 255, true);
  const last = reader.text('last_name', 255, true);
  if (name !== undefined && name !== null) {
    if (name.trim() === '') reader.problems.add('name', "Expected non-empty 'string'");
    change.name = name;
    return;
  }
  if (first !== undefined) change.firstName = first ?? '';
  if (last !== undefined) change.lastName = last === '' ? null : last;
  const none = !(change.firstName ?? before?.firstName) && !(change.lastName === undefined ? before?.lastName : change.lastName);
  if (!none) return;
  if (before) reader.problems.add('first_name', 'First and last name cannot both be empty');
  else if (!reader.has('name')) reader.problems.add('name', 'Name must be given.');
}

function readTexts(reader: BodyReader, change: PersonChange): void {
  const { problems, body } = reader;
  const notes = reader.text('notes', 10_000, true);
  if (notes !== undefined) change.notes = notes;
  const jobTitle = reader.text('job_title', 255, true);
  if (jobTitle !== undefined) change.jobTitle = jobTitle;
  const birthday = reader.day('birthday');
  if (birthday !== undefined) change.birthday = birthday;
  if (body['postal_address'] === null) change.postalAddress = null;
  else if (reader.has('postal_address')) {
    const refuse = (problem: string): undefined => {
      problems.add('postal_address', problem);
      return undefined;
    };
    const address = readAddress({ sent: body['postal_address'], refuse });
    if (address) change.postalAddress = address;
  }
  const addTime = reader.text('add_time', 40, false);
  if (typeof addTime === 'string') {
    const time = readZonedTime(addTime);
    if (time === undefined) problems.add('add_time', 'Expected a time in RFC3339 format');
    else change.addTime = time;
  }
}
