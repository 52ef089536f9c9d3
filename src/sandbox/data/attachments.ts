import type { Mail, Note, Picture, StoredFile } from '../attachments.ts';
import type { Deal, Person, Product, User } from '../records.ts';
import { day, minute, referenceTime } from './calendar.ts';
import { portrait } from './drawings.ts';
import type { Random } from './random.ts';
import { mailTexts, noteTexts, quotes } from './words.ts';

/** A moment within the last year, but not before the record. */
function moment(random: Random, since: number): number {
  const time = referenceTime - random.int(1, 360) * day - random.int(0, 600) * minute;
  return Math.max(time, since + minute);
}

export function makeNote(random: Random, id: number, person: Person, deal: Deal | undefined, userId: number): Note {
  const addTime = moment(random, person.addTime);
  return {
    id,
    content: random.pick(noteTexts),
    userId,
    personId: person.id,
    orgId: person.orgId,
    dealId: deal?.id ?? null,
    pinnedTo: random.chance(10) ? ['person'] : [],
    lastUpdateUserId: null,
    addTime,
    updateTime: addTime,
    deleteTime: null,
  };
}

const encoder = new TextEncoder();

/** A small text or picture that hangs on a person or a product. */
export function makeFile(
  random: Random,
  id: number,
  owner: Person | Product,
  kind: 'person' | 'product',
  userId: number,
): StoredFile {
  const addTime = moment(random, owner.addTime);
  const picture = random.chance(30);
  const text = encoder.encode(`${owner.name}\n\n${random.pick(quotes)}\n`);
  const name = picture
    ? `${random.pick(['Badge', 'Plan', 'Stand photo'])} ${id}.png`
    : `${random.pick(['Minutes', 'Offer', 'Terms'])} ${id}.txt`;
  const content = (): Uint8Array<ArrayBuffer> => (picture ? portrait(id, 32) : text);
  return {
    id,
    name,
    description: random.chance(30) ? random.pick(quotes) : null,
    type: picture ? 'image/png' : 'text/plain',
    // Drawing takes longer than all the rest of the company; nothing is drawn until it is looked at.
    get size() {
      return content().length;
    },
    bytes: content,
    userId,
    personId: kind === 'person' ? owner.id : null,
    orgId: 'orgId' in owner ? owner.orgId : null,
    dealId: null,
    productId: kind === 'product' ? owner.id : null,
    activityId: null,
    addTime,
    updateTime: addTime,
    deleteTime: null,
  };
}

/** A mail between a person who has an address and a user. */
export function makeMail(random: Random, id: number, person: Person, user: User): Mail {
  const [subject, body] = random.pick(mailTexts);
  const theirs = { address: person.emails[0]?.value ?? 'unknown@example.com', name: person.name, personId: person.id };
  const ours = { address: user.email, name: user.name, personId: null };
  const sent = random.chance(45);
  return {
    id,
    threadId: Math.ceil(id / 2),
    userId: user.id,
    personId: person.id,
    subject,
    body,
    sent,
    read: sent || random.chance(80),
    from: sent ? ours : theirs,
    to: sent ? theirs : ours,
    time: moment(random, person.addTime),
  };
}

export function makePicture(id: number, person: Person): Picture {
  return {
    id,
    itemType: 'person',
    itemId: person.id,
    addTime: person.addTime,
    addedBy: person.ownerId,
    type: 'image/png',
    bytes: () => portrait(person.id, 128),
  };
}
