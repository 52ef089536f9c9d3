import { changeActivity, createActivity, type ActivityChange } from '../todos.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import type { Activity } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import { isDay } from '../times.ts';
import { activityRelations, showActivity } from './activity.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { isTrue, readBody, readFlag, readId, readNumber, text } from './bodies.ts';
import { pathId, readFilter } from './lists.ts';
import { removal } from './removals.ts';

function list(call: Call): Answer {
  const { store, query, user } = call;
  const filter = readFilter(call, 'activity');
  // Without a user the list is that of whose token it is; 0 is everybody.
  const owner = query.get('user_id') ? Number(query.get('user_id')) : user.id;
  const types = (query.get('type') ?? '').split(',').filter(Boolean);
  const [start, end, done] = [query.get('start_date'), query.get('end_date'), query.get('done')];
  const kept = store.activities
    .all()
    .filter(
      (activity) =>
        activity.deleteTime === null &&
        (filter ? filter(activity) : owner === 0 || activity.ownerId === owner) &&
        (types.length === 0 || types.includes(activity.type)) &&
        (!start || activity.dueDate >= start) &&
        (!end || activity.dueDate <= end) &&
        (done === null || activity.done === isTrue(done)),
    );
  const page = pageOf(kept, query);
  return listAnswer(page, (activity) => showActivity(store, activity), { related_objects: activityRelations(store, page.rows) });
}

function found(call: Call): Activity {
  const activity = call.store.activities.get(pathId(call));
  if (!activity) throw refuseV1(404, 'Activity not found');
  return activity;
}

function get(call: Call): Answer {
  const activity = found(call);
  return answer(showActivity(call.store, activity), { related_objects: activityRelations(call.store, [activity]) });
}

function readChange({ store, body: sent }: Call): ActivityChange {
  const body = readBody(sent);
  const change: ActivityChange = {};
  const subject = text(body, 'subject');
  if (subject) change.subject = subject;
  const type = text(body, 'type');
  if (type) change.type = type;
  const day = text(body, 'due_date');
  if (day && isDay(day)) change.dueDate = day;
  for (const [key, name] of [
    ['due_time', 'dueTime'],
    ['duration', 'duration'],
    ['note', 'note'],
    ['location', 'location'],
    ['public_description', 'publicDescription'],
  ] as const) {
    const value = text(body, key);
    if (value !== undefined) change[name] = value;
  }
  for (const [key, name] of [
    ['person_id', 'personId'],
    ['org_id', 'orgId'],
    ['deal_id', 'dealId'],
  ] as const) {
    const id = key in body ? readId(body[key]) : undefined;
    if (id !== undefined) change[name] = id;
  }
  const participants: unknown = body['participants'];
  if (Array.isArray(participants) && participants.length > 0 && !('person_id' in body)) {
    const first = participants.find((one) => isTrue(readBody(one)['primary_flag'])) ?? participants[0];
    change.personId = readNumber(readBody(first), 'person_id') ?? null;
  }
  const owner = readNumber(body, 'user_id');
  if (owner !== undefined && !store.users.get(owner)) throw refuseV1(400, 'User not found or not accessible.');
  if (owner !== undefined) change.ownerId = owner;
  const done = readFlag(body, 'done');
  if (done !== undefined) change.done = done;
  const busy = readFlag(body, 'busy_flag');
  if (busy !== undefined) change.busy = busy;
  return change;
}

function create(call: Call): Answer {
  const activity = createActivity(call.store, call.user, readChange(call));
  const extra = {
    additional_data: { updates_story_id: activity.id },
    related_objects: activityRelations(call.store, [activity]),
  };
  return answer(showActivity(call.store, activity), extra, 201);
}

function update(call: Call): Answer {
  const activity = changeActivity(call.store, found(call), readChange(call));
  return answer(showActivity(call.store, activity), { related_objects: activityRelations(call.store, [activity]) });
}

function remove(call: Call): Answer {
  const { store } = call;
  return removal(store.activities.get(pathId(call)), 'Activity', (activity) =>
    changeActivity(store, activity, { deleteTime: store.now() }),
  );
}

/** As many as every company begins with. */
const usual = 6;

const kinds = [
  ['Call', 'call', 'call'],
  ['Meeting', 'meeting', 'meeting'],
  ['Task', 'task', 'task'],
  ['Deadline', 'deadline', 'deadline'],
  ['Email', 'email', 'email'],
  ['Lunch', 'lunch', 'lunch'],
  // The company's own.
  ['Site visit', 'site_visit', 'suitcase'],
] as const;

function types(): Answer {
  const shown = kinds.map(([name, key_string, icon_key], n) => ({
    id: n + 1,
    order_nr: n + 1,
    name,
    key_string,
    icon_key,
    active_flag: true,
    color: null,
    is_custom_flag: n >= usual,
    add_time: '2024-02-01 09:00:00',
    update_time: null,
  }));
  return answer(shown);
}

export const activityOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/activities', run: list },
  { version: 'v1', method: 'POST', path: '/activities', run: create },
  { version: 'v1', method: 'GET', path: '/activities/:id', run: get },
  { version: 'v1', method: 'PUT', path: '/activities/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/activities/:id', run: remove },
  { version: 'v1', method: 'GET', path: '/activityTypes', run: types },
];
