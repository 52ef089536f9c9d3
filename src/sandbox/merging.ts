import { follow } from './followers.ts';
import type { MailParty } from './attachments.ts';
import { changePerson, type PersonChange, withOnePrimary } from './people.ts';
import type { Contact, Person, User } from './records.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

/** E-mails or phones of both, the survivor's first; the same one counts once. */
function bothContacts(survivor: readonly Contact[], absorbed: readonly Contact[]): Contact[] {
  const known = new Set(survivor.map(({ value }) => value));
  const added = absorbed.filter(({ value }) => !known.has(value)).map((one) => ({ ...one, primary: false }));
  return withOnePrimary([...survivor, ...added]);
}

/** What the survivor takes over: nothing that it has itself. */
function takenOver(survivor: Person, absorbed: Person): PersonChange {
  const custom = new Map(survivor.custom);
  for (const [key, value] of absorbed.custom) {
    if (!custom.has(key) || custom.get(key) === '') custom.set(key, value);
  }
  return {
    orgId: survivor.orgId ?? absorbed.orgId,
    emails: bothContacts(survivor.emails, absorbed.emails),
    phones: bothContacts(survivor.phones, absorbed.phones),
    im: bothContacts(survivor.im, absorbed.im),
    labelIds: survivor.labelIds.length > 0 ? survivor.labelIds : absorbed.labelIds,
    pictureId: survivor.pictureId ?? absorbed.pictureId,
    postalAddress: survivor.postalAddress ?? absorbed.postalAddress,
    notes: survivor.notes ?? absorbed.notes,
    birthday: survivor.birthday ?? absorbed.birthday,
    jobTitle: survivor.jobTitle ?? absorbed.jobTitle,
    custom,
  };
}

interface Movable {
  id: number;
  personId: number | null;
}

function move<Row extends Movable>(table: Table<Row>, from: number, to: number): void {
  for (const row of table.by('personId', from)) table.put({ ...row, personId: to });
}

/**
 * Merges two persons for good. The survivor's values win and its empty ones are filled; deals,
 * activities, notes, files, mail and followers of the absorbed move over; the absorbed is gone.
 */
export function mergePersons(store: Store, user: User, absorbed: Person, survivor: Person): Person {
  const merged = changePerson(store, user, survivor, takenOver(survivor, absorbed));
  move(store.deals, absorbed.id, survivor.id);
  move(store.activities, absorbed.id, survivor.id);
  move(store.notes, absorbed.id, survivor.id);
  move(store.files, absorbed.id, survivor.id);
  for (const mail of store.mails.by('personId', absorbed.id)) {
    const moved = (party: MailParty): MailParty => (party.personId === absorbed.id ? { ...party, personId: survivor.id } : party);
    store.mails.put({ ...mail, personId: survivor.id, from: moved(mail.from), to: moved(mail.to) });
  }
  for (const { userId } of absorbed.followers) follow(store, 'person', survivor.id, userId, user);
  const picture = merged.pictureId === null ? undefined : store.pictures.get(merged.pictureId);
  if (picture) store.pictures.put({ ...picture, itemId: survivor.id });
  const now = store.now();
  store.persons.put({ ...absorbed, pictureId: null, deleteTime: now, updateTime: now });
  return store.persons.get(survivor.id) ?? merged;
}
