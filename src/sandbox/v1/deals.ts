import type { Answer, Call, Operation } from '../operation.ts';
import type { Deal } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import { changeDeal } from '../sales.ts';
import type { Store } from '../store.ts';
import { answer, listAnswer, type Page, pageOf } from './answers.ts';
import { isTrue } from './bodies.ts';
import { showDeal } from './deal.ts';
import { readDealChange } from './dealWrites.ts';
import { dealRelations, mailDrop } from './expanded.ts';
import { pathId, readFilter, sortRows } from './lists.ts';

const columns: Readonly<Record<string, (deal: Deal) => string | number | null>> = {
  id: (deal) => deal.id,
  title: (deal) => deal.title,
  value: (deal) => deal.value,
  currency: (deal) => deal.currency,
  status: (deal) => deal.status,
  stage_id: (deal) => deal.stageId,
  pipeline_id: (deal) => deal.pipelineId,
  add_time: (deal) => deal.addTime,
  update_time: (deal) => deal.updateTime ?? deal.addTime,
  expected_close_date: (deal) => deal.expectedClose,
};

export function sortDeals(deals: readonly Deal[], query: URLSearchParams): Deal[] {
  return sortRows(deals, query.get('sort'), (key) => columns[key]);
}

/** Which deals a status asks for: all but the deleted ones where it is left out. */
export function withStatus(query: URLSearchParams): (deal: Deal) => boolean {
  const status = query.get('status') ?? 'all_not_deleted';
  return (deal) => {
    if (deal.archiveTime !== null) return false;
    if (status === 'deleted') return deal.deleteTime !== null;
    return deal.deleteTime === null && (status === 'all_not_deleted' || deal.status === status);
  };
}

/** A page of deals in full, with what they refer to. */
export function dealsAnswer(store: Store, page: Page<Deal>): Answer {
  return listAnswer(page, (deal) => showDeal(store, deal, 'full'), { related_objects: dealRelations(store, page.rows) });
}

function list(call: Call): Answer {
  const { store, query, user } = call;
  const filter = readFilter(call, 'deals');
  const [owner, stage] = [query.get('user_id'), query.get('stage_id')];
  const right = withStatus(query);
  const kept = store.deals
    .all()
    .filter(
      (deal) =>
        right(deal) &&
        (filter ? filter(deal) : !owner || deal.ownerId === Number(owner)) &&
        (!stage || deal.stageId === Number(stage)) &&
        (!isTrue(query.get('owned_by_you')) || deal.ownerId === user.id),
    );
  return dealsAnswer(store, pageOf(sortDeals(kept, query), query));
}

function listArchived(call: Call): Answer {
  const { store, query, user } = call;
  const wanted = (name: string, value: number | null): boolean => !query.get(name) || Number(query.get(name)) === value;
  const status = query.get('status') ?? 'all_not_deleted';
  const filter = readFilter(call, 'deals');
  const product = query.get('product_id');
  const withProduct = product && new Set(store.dealProducts.by('productId', Number(product)).map(({ dealId }) => dealId));
  const kept = store.deals
    .all()
    .filter(
      (deal) =>
        deal.archiveTime !== null &&
        deal.deleteTime === null &&
        (status === 'all_not_deleted' || deal.status === status) &&
        (filter ? filter(deal) : wanted('user_id', deal.ownerId)) &&
        wanted('person_id', deal.personId) &&
        wanted('org_id', deal.orgId) &&
        wanted('pipeline_id', deal.pipelineId) &&
        wanted('stage_id', deal.stageId) &&
        (!withProduct || withProduct.has(deal.id)) &&
        (!isTrue(query.get('owned_by_you')) || deal.ownerId === user.id),
    );
  return dealsAnswer(store, pageOf(sortDeals(kept, query), query));
}

function found(call: Call): Deal {
  const deal = call.store.deals.get(pathId(call));
  if (!deal) throw refuseV1(404, 'Deal not found');
  return deal;
}

/** How long a deal has been where, in the parts of time that version 1 writes. */
function span(ms: number): Record<string, number> {
  const total = Math.max(0, Math.floor(ms / 1000));
  const [d, h, i] = [Math.floor(total / 86_400), Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60];
  return { y: 0, m: 0, d, h, i, s: total % 60, total_seconds: total };
}

function stays(store: Store, deal: Deal): Record<string, unknown> {
  const end = deal.closeTime ?? store.now();
  const times: Record<string, number> = {};
  for (const [n, { stageId, time }] of deal.moves.entries()) {
    times[stageId] = (times[stageId] ?? 0) + Math.floor(((deal.moves[n + 1]?.time ?? end) - time) / 1000);
  }
  return { times_in_stages: times, order_of_stages: [...new Set(deal.moves.map(({ stageId }) => stageId))] };
}

function get(call: Call): Answer {
  const { store } = call;
  const deal = found(call);
  const shown = {
    ...showDeal(store, deal, 'full'),
    average_time_to_won: span(0),
    average_stage_progress: 0,
    age: span(store.now() - deal.addTime),
    stay_in_pipeline_stages: stays(store, deal),
    last_activity: null,
    next_activity: null,
  };
  const extra = { additional_data: { dropbox_email: mailDrop(store) }, related_objects: dealRelations(store, [deal]) };
  return answer(shown, extra);
}

function update(call: Call): Answer {
  const { store, user, body } = call;
  const before = found(call);
  const change = readDealChange(store, user, body);
  if (before.archiveTime !== null && change.archiveTime !== null) throw refuseV1(400, 'Archived deals cannot be changed');
  const deal = changeDeal(store, user, before, change);
  return answer(showDeal(store, deal, 'full'), { related_objects: dealRelations(store, [deal]) });
}

export const dealOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/deals', run: list },
  { version: 'v1', method: 'GET', path: '/deals/archived', run: listArchived },
  { version: 'v1', method: 'GET', path: '/deals/:id', run: get },
  { version: 'v1', method: 'PUT', path: '/deals/:id', run: update },
];
