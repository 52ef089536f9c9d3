import { withOnePrimary, type PersonChange } from '../people.ts';
import { refuseV1 } from '../refusal.ts';
import type { Contact, MarketingStatus, Person, User } from '../records.ts';
import type { Store } from '../store.ts';
import { isDay, readPlainTime } from '../times.ts';
import { type Body, isTrue, readBody, readId, text } from './bodies.ts';
import { foundAddress, readFlatFields } from './customWrites.ts';

/** A list of e-mails or phones: texts, `{value, label, primary}` or one of them alone; null empties it. */
function readContacts(sent: unknown): Contact[] | undefined {
  if (sent === null || sent === '') return [];
  const entries: unknown[] = Array.isArray(sent) ? sent : [sent];
  const contacts: Contact[] = [];
  for (const entry of entries) {
    const { value, label, primary } = typeof entry === 'object' && entry !== null ? (entry as Body) : { value: entry };
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (String(value).trim() === '') continue;
    contacts.push({
      value: String(value),
      label: typeof label === 'string' ? label : 'work',
      primary: isTrue(primary),
    });
  }
  return withOnePrimary(contacts);
}

/** Writing label puts one in the place of all labels; label_ids says them all. */
function readLabels(body: Body): number[] | undefined {
  if (Array.isArray(body['label_ids'])) return body['label_ids'].map(Number).filter(Number.isInteger);
  if (!('label' in body)) return undefined;
  const label = readId(body['label']);
  return label === undefined ? undefined : label === null ? [] : [label];
}

const marketingStatuses: readonly string[] = ['no_consent', 'unsubscribed', 'subscribed', 'archived'];

/** Reads what a body of version 1 changes. Unknown keys and values of the wrong kind are skipped. */
export function readPersonChange(
  store: Store,
  user: User,
  sent: unknown,
  before?: Person,
): { change: PersonChange; addresses: Set<string> } {
  const body = readBody(sent);
  const change: PersonChange = {};
  readNames(body, change, before);
  readLinks(store, body, change);

  const emails = 'email' in body ? readContacts(body['email']) : undefined;
  if (emails) change.emails = emails;
  const phones = 'phone' in body ? readContacts(body['phone']) : undefined;
  if (phones) change.phones = phones;
  const im = 'im' in body ? readContacts(body['im']) : undefined;
  if (im) change.im = im;
  const labelIds = readLabels(body);
  if (labelIds) change.labelIds = labelIds;
  if (marketingStatuses.includes(String(body['marketing_status']))) {
    change.marketingStatus = body['marketing_status'] as MarketingStatus;
  }
  const addTime = typeof body['add_time'] === 'string' ? readPlainTime(body['add_time']) : undefined;
  if (addTime !== undefined) change.addTime = addTime;
  // The one way back: version 2 has none.
  if (before?.deleteTime && isTrue(body['active_flag'])) change.deleteTime = null;

  const notes = text(body, 'notes');
  if (notes !== undefined) change.notes = notes;
  const jobTitle = text(body, 'job_title');
  if (jobTitle !== undefined) change.jobTitle = jobTitle;
  const birthday = text(body, 'birthday')?.slice(0, 10);
  if (body['birthday'] === null || body['birthday'] === '') change.birthday = null;
  else if (birthday && isDay(birthday)) change.birthday = birthday;
  const postal = text(body, 'postal_address');
  if (postal !== undefined) change.postalAddress = postal === null ? null : foundAddress(postal);

  const own = readFlatFields(store.customFields('person').values(), body, before?.custom ?? new Map(), user, store);
  change.custom = own.values;
  if (postal) own.addresses.add('postal_address');
  return { change, addresses: own.addresses };
}

function readNames(body: Body, change: PersonChange, before: Person | undefined): void {
  const name = body['name'];
  const first = text(body, 'first_name');
  const last = text(body, 'last_name');
  if (typeof name === 'string' && name.trim() !== '') change.name = name;
  else if ('name' in body || (!before && !first && !last)) throw refuseV1(400, 'Name must be given.');
  else {
    if (first !== undefined) change.firstName = first ?? '';
    if (last !== undefined) change.lastName = last;
  }
}

function readLinks(store: Store, body: Body, change: PersonChange): void {
  if ('owner_id' in body) {
    const ownerId = readId(body['owner_id']);
    if (ownerId === null || ownerId === undefined || !store.users.get(ownerId)) {
      throw refuseV1(400, 'User not found or not accessible.');
    }
    change.ownerId = ownerId;
  }
  if ('org_id' in body) {
    const orgId = readId(body['org_id']);
    if (orgId === undefined || (orgId !== null && !store.organizations.get(orgId))) {
      throw refuseV1(400, 'Organization not found');
    }
    change.orgId = orgId;
  }
  if ('visible_to' in body) {
    const visibleTo = Number(body['visible_to']);
    if (![1, 3, 5, 7].includes(visibleTo)) throw refuseV1(403, 'You do not have permissions to do this.');
    change.visibleTo = visibleTo;
  }
}
