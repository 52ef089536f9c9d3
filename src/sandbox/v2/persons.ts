import type { Answer, Call, Operation } from '../operation.ts';
import { changePerson, createPerson, removePerson } from '../people.ts';
import type { Person } from '../records.ts';
import { answer, pageAnswer } from './answers.ts';
import { followerOperations } from './followers.ts';
import { changedWithin, notFound, pagingNames, pathId, readFilter, removal, tablePage } from './lists.ts';
import { personIncludes, showPerson } from './person.ts';
import { readPersonChange } from './personWrites.ts';
import { Query } from './query.ts';
import { readShowing, showingNames } from './showing.ts';

const listNames = ['filter_id', 'ids', 'owner_id', 'org_id', 'deal_id', 'updated_since', 'updated_until'] as const;

function list({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...listNames, ...pagingNames, ...showingNames]);
  const showing = readShowing(query, personIncludes);
  const filter = readFilter(query, store, 'people');
  const ids = query.ids('ids');
  const ownerId = query.number('owner_id');
  const orgId = query.number('org_id');
  const dealId = query.number('deal_id');
  const deal = dealId === undefined ? undefined : store.deals.get(dealId);
  const changed = changedWithin(query);
  const { page, next } = tablePage(
    query,
    store.persons,
    (person) =>
      // A filter makes everything else that narrows the list of no effect.
      (filter
        ? filter(person)
        : (!ids || ids.has(person.id)) &&
          (ownerId === undefined || person.ownerId === ownerId) &&
          (orgId === undefined || person.orgId === orgId) &&
          (dealId === undefined || person.id === deal?.personId)) && changed(person),
  );
  return pageAnswer(
    page.map((person) => showPerson(store, person, showing)),
    next,
  );
}

function found(call: Call): Person {
  const person = call.store.persons.get(pathId(call));
  if (!person) throw notFound('Person');
  return person;
}

function get(call: Call): Answer {
  const query = new Query(call.query, showingNames);
  const showing = readShowing(query, personIncludes);
  query.check();
  return answer(showPerson(call.store, found(call), showing));
}

function create({ store, user, body }: Call): Answer {
  return answer(showPerson(store, createPerson(store, user, readPersonChange(store, user, body))));
}

function update(call: Call): Answer {
  const { store, user, body } = call;
  const before = found(call);
  if (before.deleteTime !== null) throw notFound('Person');
  return answer(showPerson(store, changePerson(store, user, before, readPersonChange(store, user, body, before))));
}

function remove(call: Call): Answer {
  return removal(found(call), (person) => removePerson(call.store, call.user, person));
}

export const personOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/persons', run: list },
  { version: 'v2', method: 'POST', path: '/persons', run: create },
  { version: 'v2', method: 'GET', path: '/persons/:id', run: get },
  { version: 'v2', method: 'PATCH', path: '/persons/:id', run: update },
  { version: 'v2', method: 'DELETE', path: '/persons/:id', run: remove },
  ...followerOperations('person', '/persons'),
];
