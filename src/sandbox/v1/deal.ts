import { formattedMoney } from '../currencies.ts';
import type { Activity, Deal } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { mailDrop, organizationValue, personValue, userValue } from './expanded.ts';

/** How a deal's links are shown: in full, or as the ids that lists of a pipeline have. */
export type Links = 'full' | 'ids';

const dayMs = 86_400_000;

/** How likely a deal is to be won, in percent: its own number, else that of its stage. */
export function likelihood(store: Store, deal: Deal): number {
  if (deal.probability !== null) return deal.probability;
  const pipeline = store.pipelines.get(deal.pipelineId);
  return pipeline?.dealProbability ? (store.stages.get(deal.stageId)?.dealProbability ?? 100) : 100;
}

function links(store: Store, deal: Deal, how: Links): Record<string, unknown> {
  if (how === 'ids') {
    return { creator_user_id: deal.creatorId, user_id: deal.ownerId, person_id: deal.personId, org_id: deal.orgId };
  }
  // Whether a user has a picture is true or false here, and 0 or 1 elsewhere.
  const user = (id: number): unknown => ({ ...userValue(store, id), has_pic: false });
  return {
    creator_user_id: user(deal.creatorId),
    user_id: user(deal.ownerId),
    person_id: deal.personId === null ? null : personValue(store, deal.personId),
    org_id: organizationValue(store, deal.orgId),
  };
}

function activityParts(store: Store, deal: Deal): Record<string, unknown> {
  const activities = store.activities.by('dealId', deal.id).filter((activity) => activity.deleteTime === null);
  const open = activities.filter((activity) => !activity.done);
  const soonest = (a: Activity, b: Activity): number => a.dueDate.localeCompare(b.dueDate);
  const next = open.toSorted(soonest)[0];
  const last = activities
    .filter((activity) => activity.done)
    .toSorted(soonest)
    .at(-1);
  return {
    next_activity_date: next?.dueDate ?? null,
    next_activity_time: next?.dueTime ? `${next.dueTime}:00` : null,
    next_activity_id: next?.id ?? null,
    last_activity_id: last?.id ?? null,
    last_activity_date: last?.dueDate ?? null,
    activities_count: activities.length,
    done_activities_count: activities.length - open.length,
    undone_activities_count: open.length,
  };
}

/** The columns a deal has of its own, as every answer of version 1 shows them. */
export function dealColumns(store: Store, deal: Deal, how: Links): Record<string, unknown> {
  const ended = (status: Deal['status']): string | null => (deal.status === status ? orNull(deal.closeTime, plainTime) : null);
  return {
    id: deal.id,
    ...links(store, deal, how),
    stage_id: deal.stageId,
    title: deal.title,
    value: deal.value,
    currency: deal.currency,
    add_time: plainTime(deal.addTime),
    update_time: plainTime(deal.updateTime ?? deal.addTime),
    stage_change_time: deal.moves.length > 1 ? plainTime(deal.moves.at(-1)?.time ?? deal.addTime) : null,
    active: deal.status === 'open' && deal.deleteTime === null,
    deleted: deal.deleteTime !== null,
    status: deal.deleteTime === null ? deal.status : 'deleted',
    probability: deal.probability,
    ...activityParts(store, deal),
    lost_reason: deal.lostReason,
    visible_to: String(deal.visibleTo),
    close_time: orNull(deal.closeTime, plainTime),
    pipeline_id: deal.pipelineId,
    won_time: ended('won'),
    first_won_time: ended('won'),
    lost_time: ended('lost'),
    products_count: store.dealProducts.by('dealId', deal.id).length,
    files_count: store.files.by('dealId', deal.id).filter((file) => file.deleteTime === null).length,
    notes_count: store.notes.by('dealId', deal.id).filter((note) => note.deleteTime === null).length,
    followers_count: 1,
    email_messages_count: 0,
    participants_count: deal.personId === null ? 0 : 1,
    expected_close_date: deal.expectedClose,
    last_incoming_mail_time: null,
    last_outgoing_mail_time: null,
    label: deal.labelIds.join(',') || null,
  };
}

/** A deal as the lists of version 1 show one. */
export function showDeal(store: Store, deal: Deal, how: Links): Record<string, unknown> {
  const stage = store.stages.get(deal.stageId);
  const weighted = (deal.value * likelihood(store, deal)) / 100;
  const rots = deal.status === 'open' && stage?.rotDays ? (deal.updateTime ?? deal.addTime) + stage.rotDays * dayMs : null;
  return {
    ...dealColumns(store, deal, how),
    is_archived: deal.archiveTime !== null,
    archive_time: orNull(deal.archiveTime, plainTime),
    origin: 'ManuallyCreated',
    origin_id: null,
    channel: null,
    channel_id: null,
    arr: null,
    mrr: null,
    acv: null,
    arr_currency: null,
    mrr_currency: null,
    acv_currency: null,
    stage_order_nr: stage?.orderNr ?? 0,
    person_name: deal.personId === null ? null : (store.persons.get(deal.personId)?.name ?? null),
    org_name: deal.orgId === null ? null : (store.organizations.get(deal.orgId)?.name ?? null),
    next_activity_subject: null,
    next_activity_type: null,
    next_activity_duration: null,
    next_activity_note: null,
    formatted_value: formattedMoney(deal.value, deal.currency),
    weighted_value: weighted,
    formatted_weighted_value: formattedMoney(weighted, deal.currency),
    weighted_value_currency: deal.currency,
    rotten_time: orNull(rots, plainTime),
    owner_name: store.users.get(deal.ownerId)?.name ?? null,
    cc_email: mailDrop(store).replace('@', `+deal${deal.id}@`),
    org_hidden: false,
    person_hidden: false,
  };
}
