import type { Answer, Call, Operation } from '../operation.ts';
import type { Deal } from '../records.ts';
import { changeDeal } from '../sales.ts';
import type { Store } from '../store.ts';
import { orNull, zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { customFields } from './customFields.ts';
import { readDealChange } from './dealWrites.ts';
import { changedWithin, notFound, pagingNames, pathId, readFilter, tablePage } from './lists.ts';
import type { Showing } from './person.ts';
import { Query } from './query.ts';
import { readShowing, showingNames } from './showing.ts';

const includes = [
  'next_activity_id',
  'last_activity_id',
  'first_won_time',
  'products_count',
  'files_count',
  'notes_count',
  'followers_count',
  'email_messages_count',
  'activities_count',
  'done_activities_count',
  'undone_activities_count',
  'participants_count',
  'last_incoming_mail_time',
  'last_outgoing_mail_time',
  'smart_bcc_email',
  'source_lead_id',
] as const;

function extras(store: Store, deal: Deal, include: readonly string[]): Record<string, unknown> {
  if (include.length === 0) return {};
  const alive = (row: { deleteTime: number | null }): boolean => row.deleteTime === null;
  const activities = store.activities.by('dealId', deal.id).filter(alive);
  const done = activities.filter((activity) => activity.done);
  const all: Record<string, unknown> = {
    next_activity_id: activities.find((activity) => !activity.done)?.id,
    last_activity_id: done.at(-1)?.id,
    first_won_time: deal.status === 'won' ? orNull(deal.closeTime, zonedTime) : null,
    products_count: store.dealProducts.by('dealId', deal.id).length,
    files_count: store.files.by('dealId', deal.id).filter(alive).length,
    notes_count: store.notes.by('dealId', deal.id).filter(alive).length,
    followers_count: 1,
    email_messages_count: 0,
    activities_count: activities.length,
    done_activities_count: done.length,
    undone_activities_count: activities.length - done.length,
    participants_count: deal.personId === null ? 0 : 1,
    smart_bcc_email: `${store.company.domain}+deal${deal.id}@mail.example.com`,
  };
  return Object.fromEntries(include.map((name) => [name, all[name] ?? null]));
}

function showDeal(store: Store, deal: Deal, { include, keys, optionLabels }: Omit<Showing, 'labels'>): Record<string, unknown> {
  const ended = (status: Deal['status']): string | null => (deal.status === status ? orNull(deal.closeTime, zonedTime) : null);
  const local = (time: string | null): string | null => time?.slice(0, 10) ?? null;
  return {
    id: deal.id,
    title: deal.title,
    creator_user_id: deal.creatorId,
    value: deal.value,
    person_id: deal.personId,
    org_id: deal.orgId,
    stage_id: deal.stageId,
    currency: deal.currency,
    add_time: zonedTime(deal.addTime),
    update_time: orNull(deal.updateTime, zonedTime),
    status: deal.status,
    probability: deal.probability,
    lost_reason: deal.lostReason,
    visible_to: deal.visibleTo,
    close_time: orNull(deal.closeTime, zonedTime),
    pipeline_id: deal.pipelineId,
    won_time: ended('won'),
    lost_time: ended('lost'),
    stage_change_time: deal.moves.length > 1 ? zonedTime(deal.moves.at(-1)?.time ?? deal.addTime) : null,
    local_won_date: local(ended('won')),
    local_lost_date: local(ended('lost')),
    local_close_date: local(orNull(deal.closeTime, zonedTime)),
    expected_close_date: deal.expectedClose,
    custom_fields: customFields(store.customFields('deal').values(), new Map(), { keys, optionLabels }),
    owner_id: deal.ownerId,
    label_ids: deal.labelIds,
    is_deleted: deal.deleteTime !== null,
    origin: 'ManuallyCreated',
    origin_id: null,
    channel: null,
    channel_id: null,
    acv: null,
    arr: null,
    mrr: null,
    is_archived: deal.archiveTime !== null,
    archive_time: orNull(deal.archiveTime, zonedTime),
    ...extras(store, deal, include),
  };
}

const listNames = [
  'filter_id',
  'ids',
  'owner_id',
  'person_id',
  'org_id',
  'pipeline_id',
  'stage_id',
  'status',
  'updated_since',
  'updated_until',
] as const;

const statuses = ['open', 'won', 'lost', 'deleted'] as const;

/** A page of the deals that are, or are not, archived. */
function listOf(archived: boolean, names: readonly string[]): (call: Call) => Answer {
  return ({ store, query: sent }) => {
    const query = new Query(sent, [...listNames, ...pagingNames, ...names]);
    const showing = readShowing(query, includes);
    const filter = readFilter(query, store, 'deals');
    const ids = query.ids('ids');
    const wanted = (
      [
        ['owner_id', 'ownerId'],
        ['person_id', 'personId'],
        ['org_id', 'orgId'],
        ['pipeline_id', 'pipelineId'],
        ['stage_id', 'stageId'],
      ] as const
    ).map(([name, column]) => [column, query.number(name)] as const);
    const status = query.list('status', statuses);
    const changed = changedWithin(query);
    const keep = (deal: Deal): boolean => {
      if ((deal.archiveTime !== null) !== archived) return false;
      const now = deal.deleteTime === null ? deal.status : 'deleted';
      if (status.length === 0 ? now === 'deleted' : !status.includes(now)) return false;
      if (!changed(deal)) return false;
      // A filter makes everything else that narrows the list of no effect.
      if (filter) return filter(deal);
      return (!ids || ids.has(deal.id)) && wanted.every(([column, id]) => id === undefined || deal[column] === id);
    };
    const { page, next } = tablePage(query, store.deals, keep, {}, true);
    return pageAnswer(
      page.map((deal) => showDeal(store, deal, showing)),
      next,
    );
  };
}

function found(call: Call): Deal {
  const deal = call.store.deals.get(pathId(call));
  if (!deal) throw notFound('Deal');
  return deal;
}

const plainly = { include: [], keys: [], optionLabels: false };

function get(call: Call): Answer {
  const query = new Query(call.query, showingNames);
  const showing = readShowing(query, includes);
  query.check();
  return answer(showDeal(call.store, found(call), showing));
}

function update(call: Call): Answer {
  const { store, user, body } = call;
  const before = found(call);
  return answer(showDeal(store, changeDeal(store, user, before, readDealChange(store, body, before)), plainly));
}

export const dealOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/deals', run: listOf(false, showingNames) },
  { version: 'v2', method: 'GET', path: '/deals/archived', run: listOf(true, ['include_fields', 'custom_fields']) },
  { version: 'v2', method: 'GET', path: '/deals/:id', run: get },
  { version: 'v2', method: 'PATCH', path: '/deals/:id', run: update },
];
