import type { Activity, User } from './records.ts';
import type { Store } from './store.ts';

/** What a request may set on an activity. */
export type ActivityChange = Partial<Omit<Activity, 'id' | 'addTime' | 'updateTime' | 'doneTime' | 'creatorId'>>;

/** Creates an activity: a task for today, unless it says otherwise. */
export function createActivity(store: Store, user: User, change: ActivityChange): Activity {
  const now = store.now();
  const type = change.type ?? 'call';
  const deal = change.dealId ? store.deals.get(change.dealId) : undefined;
  return store.activities.put({
    id: store.activities.nextId(),
    subject: type.slice(0, 1).toUpperCase() + type.slice(1),
    type,
    done: false,
    doneTime: change.done ? now : null,
    dueDate: new Date(now).toISOString().slice(0, 10),
    dueTime: null,
    duration: null,
    note: null,
    ownerId: user.id,
    creatorId: user.id,
    busy: false,
    location: null,
    publicDescription: null,
    priority: null,
    // What belongs to a deal belongs to its person and organization too.
    personId: deal?.personId ?? null,
    orgId: deal?.orgId ?? null,
    dealId: null,
    addTime: now,
    updateTime: now,
    deleteTime: null,
    ...change,
  });
}

/** Changes an activity; being done has a time. */
export function changeActivity(store: Store, before: Activity, change: ActivityChange): Activity {
  const now = store.now();
  const after = { ...before, ...change };
  if (after.done !== before.done) after.doneTime = after.done ? now : null;
  return JSON.stringify(before) === JSON.stringify(after) ? before : store.activities.put({ ...after, updateTime: now });
}
