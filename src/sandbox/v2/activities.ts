import type { Answer, Call, Operation } from '../operation.ts';
import type { Activity } from '../records.ts';
import { type ActivityChange, changeActivity, createActivity } from '../todos.ts';
import { orNull, zonedTime } from '../times.ts';
import { readActivityChange } from './activityWrites.ts';
import { answer, pageAnswer } from './answers.ts';
import { changedWithin, notFound, pagingNames, pathId, readFilter, removal, tablePage } from './lists.ts';
import { Query } from './query.ts';

function showActivity(activity: Activity, include: readonly string[] = []): Record<string, unknown> {
  return {
    id: activity.id,
    subject: activity.subject,
    type: activity.type,
    owner_id: activity.ownerId,
    creator_user_id: activity.creatorId,
    is_deleted: activity.deleteTime !== null,
    add_time: zonedTime(activity.addTime),
    update_time: zonedTime(activity.updateTime ?? activity.addTime),
    deal_id: activity.dealId,
    lead_id: null,
    person_id: activity.personId,
    org_id: activity.orgId,
    project_id: null,
    due_date: activity.dueDate,
    due_time: activity.dueTime,
    duration: activity.duration,
    done: activity.done,
    busy: activity.busy,
    marked_as_done_time: orNull(activity.doneTime, zonedTime),
    location: orNull(activity.location, (value) => ({ value })),
    participants: activity.personId === null ? [] : [{ person_id: activity.personId, primary: true }],
    conference_meeting_client: null,
    conference_meeting_url: null,
    conference_meeting_id: null,
    public_description: activity.publicDescription,
    priority: activity.priority,
    note: activity.note,
    ...(include.includes('attendees') ? { attendees: [] } : {}),
  };
}

const listNames = [
  'filter_id',
  'ids',
  'owner_id',
  'deal_id',
  'lead_id',
  'person_id',
  'org_id',
  'done',
  'updated_since',
  'updated_until',
  'include_fields',
] as const;

function list({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...listNames, ...pagingNames]);
  const include = query.list('include_fields', ['attendees']);
  const filter = readFilter(query, store, 'activity');
  const ids = query.ids('ids');
  const wanted = (
    [
      ['owner_id', 'ownerId'],
      ['deal_id', 'dealId'],
      ['person_id', 'personId'],
      ['org_id', 'orgId'],
    ] as const
  ).map(([name, column]) => [column, query.number(name)] as const);
  const done = query.text('done') === undefined ? undefined : query.flag('done');
  const changed = changedWithin(query);
  const keep = (activity: Activity): boolean =>
    query.text('lead_id') === undefined &&
    (filter
      ? filter(activity)
      : (!ids || ids.has(activity.id)) && wanted.every(([column, id]) => id === undefined || activity[column] === id)) &&
    (done === undefined || activity.done === done) &&
    changed(activity);
  const { page, next } = tablePage(query, store.activities, keep, { due_date: (activity) => activity.dueDate });
  return pageAnswer(
    page.map((activity) => showActivity(activity, include)),
    next,
  );
}

function found(call: Call): Activity {
  const activity = call.store.activities.get(pathId(call));
  if (!activity) throw notFound('Activity');
  return activity;
}

function get(call: Call): Answer {
  const query = new Query(call.query, ['include_fields']);
  const include = query.list('include_fields', ['attendees']);
  query.check();
  return answer(showActivity(found(call), include));
}

function create({ store, user, body }: Call): Answer {
  return answer(showActivity(createActivity(store, user, readActivityChange(store, body))));
}

function update(call: Call): Answer {
  const change: ActivityChange = readActivityChange(call.store, call.body);
  return answer(showActivity(changeActivity(call.store, found(call), change)));
}

function remove(call: Call): Answer {
  return removal(found(call), (activity) => changeActivity(call.store, activity, { deleteTime: call.store.now() }));
}

export const activityOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/activities', run: list },
  { version: 'v2', method: 'POST', path: '/activities', run: create },
  { version: 'v2', method: 'GET', path: '/activities/:id', run: get },
  { version: 'v2', method: 'PATCH', path: '/activities/:id', run: update },
  { version: 'v2', method: 'DELETE', path: '/activities/:id', run: remove },
];
