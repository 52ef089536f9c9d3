import { decodeCursor, pageFrom } from '../cursor.ts';
import { byId } from '../orders.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { changePerson, createPerson, removePerson } from '../people.ts';
import { refuseV1 } from '../refusal.ts';
import type { Person } from '../records.ts';
import { readPlainTime } from '../times.ts';
import { answer, listAnswer, pageOf, readLimit } from './answers.ts';
import { mailDrop, relatedObjects } from './expanded.ts';
import { firstChar, keeps, pathId, readFilter, sortRows } from './lists.ts';
import { showCollectionPerson, showPerson } from './person.ts';
import { readPersonChange } from './personWrites.ts';
import { removal } from './removals.ts';

function found(call: Call): Person {
  const person = call.store.persons.get(pathId(call));
  if (!person) throw refuseV1(404, 'Person not found');
  return person;
}

const columns: Readonly<Record<string, (person: Person) => string | number | null>> = {
  id: (person) => person.id,
  name: (person) => person.name,
  first_name: (person) => person.firstName,
  last_name: (person) => person.lastName,
  add_time: (person) => person.addTime,
  update_time: (person) => person.updateTime ?? person.addTime,
  org_id: (person) => person.orgId,
  owner_id: (person) => person.ownerId,
  label: (person) => person.labelIds[0] ?? null,
  job_title: (person) => person.jobTitle,
  birthday: (person) => person.birthday,
};

function list({ store, query }: Call): Answer {
  const own = store.customFields('person');
  const kept = store.persons.all().filter(keeps(query, readFilter({ store, query }, 'people')));
  const sorted = sortRows(kept, query.get('sort'), (key) => {
    if (columns[key]) return columns[key];
    return own.has(key) ? (person) => sortable(person.custom.get(key)) : undefined;
  });
  const page = pageOf(sorted, query);
  return listAnswer(page, (person) => showPerson(store, person), { related_objects: relatedObjects(store, page.rows) });
}

function sortable(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  const inner = (value as { value?: unknown } | undefined)?.value;
  return typeof inner === 'string' || typeof inner === 'number' ? inner : null;
}

function get(call: Call): Answer {
  const person = found(call);
  return answer(showPerson(call.store, person), {
    additional_data: { dropbox_email: mailDrop(call.store) },
    related_objects: relatedObjects(call.store, [person]),
  });
}

function create({ store, user, body }: Call): Answer {
  const { change, addresses } = readPersonChange(store, user, body);
  const person = createPerson(store, user, change);
  const extra = { additional_data: { didMerge: false }, related_objects: relatedObjects(store, [person]) };
  return answer(showPerson(store, person, { justWritten: addresses }), extra, 201);
}

function update(call: Call): Answer {
  const { store, user, body } = call;
  const before = found(call);
  const { change, addresses } = readPersonChange(store, user, body, before);
  const person = changePerson(store, user, before, change);
  return answer(showPerson(store, person, { changed: true, justWritten: addresses }), {
    related_objects: relatedObjects(store, [person]),
  });
}

function remove(call: Call): Answer {
  const { store, user } = call;
  return removal(store.persons.get(pathId(call)), 'Person', (person) => removePerson(store, user, person));
}

/** All persons for administrators, page by page along a cursor. */
function collection({ store, user, query }: Call): Answer {
  if (!user.admin) throw refuseV1(403, 'You do not have permissions to do this.');
  const text = query.get('cursor');
  const cursor = text ? decodeCursor(text) : undefined;
  if (text && !cursor) throw refuseV1(400, 'Invalid cursor');
  const since = readPlainTime(query.get('since') ?? '');
  const until = readPlainTime(query.get('until') ?? '');
  const owner = query.get('owner_id');
  const letter = query.get('first_char')?.toLowerCase();
  const { page, next } = pageFrom(store.persons.all(), byId, cursor, readLimit(query), (person) => {
    const changed = person.updateTime ?? person.addTime;
    return (
      person.deleteTime === null &&
      (since === undefined || changed >= since) &&
      (until === undefined || changed < until) &&
      (!owner || person.ownerId === Number(owner)) &&
      (!letter || firstChar(person.name) === letter)
    );
  });
  return answer(
    page.map((person) => showCollectionPerson(store, person)),
    { additional_data: { next_cursor: next } },
  );
}

export const personOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/persons', run: list },
  { version: 'v1', method: 'POST', path: '/persons', run: create },
  { version: 'v1', method: 'GET', path: '/persons/collection', run: collection },
  { version: 'v1', method: 'GET', path: '/persons/:id', run: get },
  { version: 'v1', method: 'PUT', path: '/persons/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/persons/:id', run: remove },
];
