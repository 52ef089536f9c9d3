import type { Mail } from './attachments.ts';
import type { Activity, Deal } from './records.ts';
import type { Store } from './store.ts';
import { plainTime } from './times.ts';

export type DealCounts = Record<
  | 'open_deals_count'
  | 'related_open_deals_count'
  | 'closed_deals_count'
  | 'related_closed_deals_count'
  | 'won_deals_count'
  | 'related_won_deals_count'
  | 'lost_deals_count'
  | 'related_lost_deals_count',
  number
>;

function countDeals(deals: readonly Deal[]): DealCounts {
  let open = 0;
  let won = 0;
  let lost = 0;
  for (const deal of deals) {
    if (deal.deleteTime !== null || deal.archiveTime !== null) continue;
    if (deal.status === 'open') open += 1;
    else if (deal.status === 'won') won += 1;
    else lost += 1;
  }
  return {
    open_deals_count: open,
    related_open_deals_count: 0,
    closed_deals_count: won + lost,
    related_closed_deals_count: 0,
    won_deals_count: won,
    related_won_deals_count: 0,
    lost_deals_count: lost,
    related_lost_deals_count: 0,
  };
}

export interface ActivityCounts {
  activities_count: number;
  done_activities_count: number;
  undone_activities_count: number;
  next: Activity | null;
  last: Activity | null;
}

function countActivities(activities: readonly Activity[]): ActivityCounts {
  const live = activities.filter((activity) => activity.deleteTime === null);
  const done = live.filter((activity) => activity.done);
  const open = live.filter((activity) => !activity.done);
  const due = (activity: Activity): string => `${activity.dueDate} ${activity.dueTime ?? ''}`;
  return {
    activities_count: live.length,
    done_activities_count: done.length,
    undone_activities_count: open.length,
    next: open.reduce<Activity | null>((first, one) => (first === null || due(one) < due(first) ? one : first), null),
    last: done.reduce<Activity | null>((last, one) => (last === null || due(one) > due(last) ? one : last), null),
  };
}

/** The last mail each way, in milliseconds. */
export interface MailTimes {
  incoming: number | null;
  outgoing: number | null;
}

export interface Counts {
  deals: DealCounts;
  activities: ActivityCounts;
  /** What hangs on the record. */
  attached: Record<'email_messages_count' | 'files_count' | 'notes_count', number>;
  mail: MailTimes;
}

const living = (rows: readonly { deleteTime: number | null }[]): number =>
  rows.reduce((count, row) => (row.deleteTime === null ? count + 1 : count), 0);

function latest(mails: readonly Mail[], sent: boolean): number | null {
  return mails.reduce<number | null>((last, mail) => (mail.sent === sent ? Math.max(last ?? 0, mail.time) : last), null);
}

/** The numbers of deals, activities and attachments that a person or an organization carries. */
export function countsOf(store: Store, column: 'personId' | 'orgId', id: number): Counts {
  // Mail is exchanged with people; that of an organization is not gathered.
  const mails = column === 'personId' ? store.mails.by(column, id) : [];
  return {
    deals: countDeals(store.deals.by(column, id)),
    activities: countActivities(store.activities.by(column, id)),
    attached: {
      email_messages_count: mails.length,
      files_count: living(store.files.by(column, id)),
      notes_count: living(store.notes.by(column, id)),
    },
    mail: { incoming: latest(mails, false), outgoing: latest(mails, true) },
  };
}

const people = new WeakMap<Store, { version: number; counts: Map<number, number> }>();

/** How many people belong to an organization; kept until a person changes, as lists ask for it in every row. */
export function peopleCount(store: Store, orgId: number): number {
  let kept = people.get(store);
  if (kept?.version !== store.persons.version) {
    kept = { version: store.persons.version, counts: new Map() };
    people.set(store, kept);
  }
  const count = kept.counts.get(orgId) ?? living(store.persons.by('orgId', orgId));
  kept.counts.set(orgId, count);
  return count;
}

/** The nearest and the latest activity as version 1 shows them. */
export function activityDates({ next, last }: ActivityCounts): Record<string, unknown> {
  return {
    next_activity_date: next?.dueDate ?? null,
    next_activity_time: next?.dueTime ? `${next.dueTime}:00` : null,
    next_activity_id: next?.id ?? null,
    last_activity_id: last?.id ?? null,
    last_activity_date: last ? plainTime(last.doneTime ?? last.addTime).slice(0, 10) : null,
  };
}
