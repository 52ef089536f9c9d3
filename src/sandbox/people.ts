import { follow } from './followers.ts';
import type { Contact, MarketingStatus, Person, User } from './records.ts';
import type { Store } from './store.ts';

/** What a request may set on a person, in the sandbox's own shape. Absent means untouched; `custom` is all of it. */
export type PersonChange = Partial<
  Pick<
    Person,
    | 'name'
    | 'firstName'
    | 'lastName'
    | 'ownerId'
    | 'orgId'
    | 'emails'
    | 'phones'
    | 'im'
    | 'labelIds'
    | 'visibleTo'
    | 'marketingStatus'
    | 'postalAddress'
    | 'notes'
    | 'birthday'
    | 'jobTitle'
    | 'custom'
    | 'addTime'
    | 'deleteTime'
    | 'pictureId'
  >
>;

/** Cuts a full name at its first space, as Pipedrive does. */
function splitName(name: string): Pick<Person, 'firstName' | 'lastName'> {
  const space = name.indexOf(' ');
  return space < 0 ? { firstName: name, lastName: null } : { firstName: name.slice(0, space), lastName: name.slice(space + 1) };
}

/** The name and its parts after a change of either: a new name sets the parts, new parts the name. */
function namesAfter(change: PersonChange, before?: Person): Pick<Person, 'name' | 'firstName' | 'lastName'> | undefined {
  if (change.name !== undefined) {
    return change.name === before?.name ? undefined : { name: change.name, ...splitName(change.name) };
  }
  if (change.firstName === undefined && change.lastName === undefined) return undefined;
  const firstName = change.firstName ?? before?.firstName ?? '';
  const lastName = change.lastName === undefined ? (before?.lastName ?? null) : change.lastName;
  return { firstName, lastName, name: [firstName, lastName].filter(Boolean).join(' ') };
}

/** Exactly one entry of a list is the primary one: the marked one, else the first. */
export function withOnePrimary(contacts: readonly Contact[]): Contact[] {
  const marked = Math.max(
    0,
    contacts.findIndex((contact) => contact.primary),
  );
  return contacts.map((contact, n) => ({ ...contact, primary: n === marked }));
}

/** Without a usable address there is nobody to agree. */
export function shownMarketing(person: Person): MarketingStatus {
  return person.emails.some((email) => /^[^@\s]+@[^@\s]+$/.test(email.value)) ? person.marketingStatus : 'no_consent';
}

/** Each change from one status to another is allowed once; another try is ignored without a word. */
function marketingAfter(change: PersonChange, before: Person): Pick<Person, 'marketingStatus' | 'marketingMoves'> {
  const { marketingStatus, marketingMoves } = before;
  const wanted = change.marketingStatus;
  const move = `${marketingStatus}>${wanted}`;
  if (wanted === undefined || wanted === marketingStatus || marketingMoves.includes(move)) {
    return { marketingStatus, marketingMoves };
  }
  return { marketingStatus: wanted, marketingMoves: [...marketingMoves, move] };
}

/** Creates a person; the caller has made sure of a name. */
export function createPerson(store: Store, user: User, change: PersonChange): Person {
  const blank: Person = {
    id: store.persons.nextId(),
    name: '',
    firstName: '',
    lastName: null,
    ownerId: user.id,
    orgId: null,
    emails: [],
    phones: [],
    im: [],
    labelIds: [],
    visibleTo: 3,
    pictureId: null,
    marketingStatus: 'no_consent',
    marketingMoves: [],
    postalAddress: null,
    notes: null,
    birthday: null,
    jobTitle: null,
    followers: [],
    custom: new Map(),
    addTime: store.now(),
    updateTime: null,
    deleteTime: null,
  };
  const person = store.persons.put({
    ...blank,
    ...change,
    ...namesAfter(change),
    marketingStatus: change.marketingStatus ?? blank.marketingStatus,
  });
  // Who creates a record follows it.
  follow(store, 'person', person.id, user.id, user);
  return store.persons.get(person.id) ?? person;
}

/** Changes a person; a change that changes nothing leaves the time of the last one. */
export function changePerson(store: Store, user: User, before: Person, change: PersonChange): Person {
  const after: Person = {
    ...before,
    ...change,
    firstName: before.firstName,
    lastName: before.lastName,
    ...namesAfter(change, before),
    ...marketingAfter(change, before),
  };
  if (sameRecord(before, after)) return before;
  const now = store.now();
  store.history.add('person', before, after, user, now);
  return store.persons.put({ ...after, updateTime: now });
}

function sameRecord(a: Person, b: Person): boolean {
  const text = (person: Person): string => JSON.stringify({ ...person, custom: [...person.custom].sort() });
  return text(a) === text(b);
}

/** Marks a person deleted. */
export function removePerson(store: Store, user: User, person: Person): Person {
  return changePerson(store, user, person, { deleteTime: store.now() });
}
