import type { Contact, MarketingStatus, Person } from '../records.ts';
import { day, dayFrom, minute, referenceTime } from './calendar.ts';
import { abroad, type Culture, cultures, latin, written } from './cultures.ts';
import type { MadeField } from './fields.ts';
import { makeAddress } from './places.ts';
import type { Random } from './random.ts';
import { makeValues, type Surroundings } from './values.ts';
import { jobTitles, personNotes } from './words.ts';

const domains = ['example.com', 'example.org', 'mail.example.net', 'post.invalid'] as const;
const marketing: readonly MarketingStatus[] = ['no_consent', 'subscribed', 'subscribed', 'unsubscribed', 'archived'];

interface FullName {
  name: string;
  first: string;
  last: string;
  mail: string;
}

/** So many other family names are tried where somebody has the name already. */
const tries = 20;

/** @param taken names of those before; few people of one company's are namesakes */
function makeName(random: Random, culture: Culture, id: number, taken: Set<string>): FullName {
  const given = random.pick(culture.first);
  const family = random.pick(culture.last);
  const first = written(given);
  const last = written(family);
  let made: FullName = {
    first,
    last,
    name: culture.familyFirst ? `${last} ${first}` : `${first} ${last}`,
    mail: `${latin(given)}.${latin(family)}`,
  };
  // Whoever is called like another comes of a family from elsewhere; no chance is used up, so that all else stays as it is.
  for (let n = 1; n <= tries && taken.has(made.name); n += 1) {
    const { last: families } = cultures[(id + n) % cultures.length] ?? culture;
    const other = families[(id * 7 + n) % families.length] ?? family;
    const name = { first: abroad(given), last: abroad(other) };
    made = { ...name, name: `${name.first} ${name.last}`, mail: `${latin(given)}.${latin(other)}` };
  }
  taken.add(made.name);
  return made;
}

function makeEmails(random: Random, id: number, mail: string): Contact[] {
  if (random.chance(12)) return [];
  const emails: Contact[] = [{ value: `${mail}${id % 97}@${random.pick(domains)}`, primary: true, label: 'work' }];
  if (random.chance(25)) emails.push({ value: `${mail}@home.example.org`, primary: false, label: 'home' });
  return emails;
}

function makePhones(random: Random, culture: Culture, id: number): Contact[] {
  if (random.chance(18)) return [];
  const number = () => culture.phone((id % 100) * 100 + random.int(0, 99));
  const phones: Contact[] = [{ value: number(), primary: true, label: 'work' }];
  if (random.chance(30)) phones.push({ value: number(), primary: false, label: 'mobile' });
  if (random.chance(5)) phones.push({ value: number(), primary: false, label: '' });
  return phones;
}

/** What a person is made in: also the names of those that were made before. */
type Company = Omit<Surroundings, 'culture'> & { readonly taken: Set<string> };

/** One person; the same id, random state and surroundings give the same one. */
export function makePerson(around: Company, fields: readonly MadeField[], id: number): Person {
  const { random } = around;
  const culture = random.pick(cultures);
  const name = makeName(random, culture, id, around.taken);
  const emails = makeEmails(random, id, name.mail);
  const addTime = referenceTime - random.int(3, 1_400) * day - random.int(0, 1_400) * minute;
  const changed = random.chance(80);
  const ownerId = random.pick(around.userIds);
  return {
    id,
    name: name.name,
    firstName: name.first,
    lastName: name.last,
    ownerId,
    orgId: random.chance(78) ? random.pick(around.orgIds) : null,
    emails,
    phones: makePhones(random, culture, id),
    im: random.chance(8) ? [{ value: name.mail, primary: true, label: 'skype' }] : [],
    labelIds: random.chance(45) ? random.some([1, 2, 3, 4, 5], 18) : [],
    visibleTo: random.chance(85) ? 3 : random.pick([1, 5, 7]),
    pictureId: null,
    marketingStatus: emails.length > 0 ? random.pick(marketing) : 'no_consent',
    marketingMoves: [],
    postalAddress: random.chance(15) ? makeAddress(random, culture) : null,
    notes: random.chance(15) ? random.pick(personNotes) : null,
    birthday: random.chance(15) ? dayFrom(-random.int(7_500, 24_000)) : null,
    jobTitle: random.chance(50) ? random.pick(jobTitles) : null,
    followers: [{ id: id * 10, userId: ownerId, addTime }],
    custom: makeValues({ ...around, culture }, fields),
    addTime,
    updateTime: changed ? addTime + random.int(1, Math.floor((referenceTime - addTime) / minute)) * minute : null,
    deleteTime: null,
  };
}
