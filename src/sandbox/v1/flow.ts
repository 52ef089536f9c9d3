import type { Change } from '../history.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { byId } from '../orders.ts';
import { decodeCursor, pageFrom } from '../cursor.ts';
import type { Person } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import type { Store } from '../store.ts';
import { plainTime } from '../times.ts';
import { showActivity } from './activity.ts';
import { answer, pageOf, readLimit } from './answers.ts';
import { isTrue } from './bodies.ts';
import { showDeal } from './deal.ts';
import { personRelation, relatedObjects } from './expanded.ts';
import { showFile } from './files.ts';
import { pathId } from './lists.ts';
import { mailItem } from './mails.ts';
import { showNote } from './notes.ts';

function found(call: Call): Person {
  const person = call.store.persons.get(pathId(call));
  if (!person) throw refuseV1(404, 'Person not found');
  return person;
}

const agent = 'Mozilla/5.0 (X11; Linux x64) Sandbox/1.0';

/** What was changed, value by value, along a cursor. */
function changelog(call: Call): Answer {
  const person = found(call);
  const text = call.query.get('cursor');
  const cursor = text ? decodeCursor(text) : undefined;
  if (text && !cursor) throw refuseV1(400, 'Invalid cursor');
  const placed = call.store.history.of('person', person).map((change, place) => ({ id: place, change }));
  const { page, next } = pageFrom(placed, byId, cursor, readLimit(call.query), () => true);
  const rows = page.map(({ change }) => ({
    field_key: change.key,
    old_value: change.before,
    new_value: change.after,
    actor_user_id: change.userId,
    time: plainTime(change.time),
    change_source: change.source,
    change_source_user_agent: change.source === 'app' ? agent : null,
    is_bulk_update_flag: false,
  }));
  return answer(rows, { additional_data: { next_cursor: next } });
}

interface Event {
  object: string;
  time: number;
  data: unknown;
}

/** A value of the log as a reader knows it: names for ids. */
function formatted(store: Store, key: string, value: string | null): string | null {
  if (key === 'org_id') return store.organizations.get(Number(value))?.name ?? value;
  if (key === 'owner_id' || key === 'user_id') return store.users.get(Number(value))?.name ?? value;
  return key === 'stage_id' ? (store.stages.get(Number(value))?.name ?? value) : value;
}

function changeData(store: Store, change: Change, itemId: number): Record<string, unknown> {
  return {
    id: change.id,
    item_id: itemId,
    user_id: change.userId,
    field_key: change.key,
    old_value: change.before,
    new_value: change.after,
    is_bulk_update_flag: null,
    log_time: plainTime(change.time),
    change_source: change.source,
    change_source_user_agent: change.source === 'app' ? agent : null,
    additional_data: {
      ...(change.before === null ? {} : { old_value_formatted: formatted(store, change.key, change.before) }),
      new_value_formatted: formatted(store, change.key, change.after),
    },
  };
}

/** Everything that happened around a person. */
function eventsOf(call: Call, person: Person, ownFields: boolean): Event[] {
  const { store, user } = call;
  const custom = store.customFields('person');
  const deals = store.deals.by('personId', person.id).filter((deal) => deal.deleteTime === null);
  const alive = (row: { deleteTime: number | null }): boolean => row.deleteTime === null;
  return [
    ...store.history
      .of('person', person)
      .filter(({ key }) => ownFields || !custom.has(key))
      .map((change) => ({ object: 'personChange', time: change.time, data: changeData(store, change, person.id) })),
    ...deals.map((deal) => ({ object: 'deal', time: deal.addTime, data: showDeal(store, deal, 'ids') })),
    ...deals.flatMap((deal) =>
      store.history
        .of('deal', deal)
        .map((change) => ({ object: 'dealChange', time: change.time, data: changeData(store, change, deal.id) })),
    ),
    ...store.activities
      .by('personId', person.id)
      .filter(alive)
      .map((activity) => ({
        object: activity.done ? 'activity' : 'plannedActivity',
        time: activity.doneTime ?? activity.addTime,
        data: showActivity(store, activity),
      })),
    ...store.notes
      .by('personId', person.id)
      .filter(alive)
      .map((note) => ({ object: 'note', time: note.addTime, data: showNote(store, note, user) })),
    ...store.files
      .by('personId', person.id)
      .filter(alive)
      .map((file) => ({ object: 'file', time: file.addTime, data: showFile(store, file) })),
    ...store.mails.by('personId', person.id).map((mail) => ({
      object: 'mailMessage',
      time: mail.time,
      data: mailItem(store, mail, false)['data'],
    })),
    ...person.followers.map(({ id, userId, addTime }) => ({
      object: 'personFollower',
      time: addTime,
      data: { id, person_id: person.id, user_id: userId, add_time: plainTime(addTime) },
    })),
  ];
}

/** Which kinds of events a word of `items` stands for. */
function wanted(items: ReadonlySet<string>): (event: Event) => boolean {
  if (items.size === 0) return () => true;
  return ({ object }) =>
    items.has(object) ||
    (items.has('change') && object.endsWith('Change')) ||
    (items.has('follower') && object.endsWith('Follower'));
}

function flow(call: Call): Answer {
  const { store, query } = call;
  const person = found(call);
  const items = new Set((query.get('items') ?? '').split(',').filter(Boolean));
  const events = eventsOf(call, person, isTrue(query.get('all_changes')))
    .filter(wanted(items))
    .toSorted((a, b) => b.time - a.time);
  const { rows, pagination } = pageOf(events, query);
  const related = relatedObjects(store, [{ ownerId: person.ownerId, orgId: person.orgId }]);
  const shown = personRelation(store, person.id);
  return answer(
    rows.map(({ object, time, data }) => ({ object, timestamp: plainTime(time), data })),
    {
      // Recorded: an empty flow has a list here, not an object.
      additional_data: events.length === 0 ? [] : { pagination },
      related_objects: { ...related, ...(shown ? { person: { [person.id]: shown } } : {}) },
    },
  );
}

export const flowOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/persons/:id/changelog', run: changelog },
  { version: 'v1', method: 'GET', path: '/persons/:id/flow', run: flow },
];
