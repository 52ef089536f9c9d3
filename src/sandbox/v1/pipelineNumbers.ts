import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import { conversion, movement, type Span } from '../statistics.ts';
import { isDay } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { isTrue } from './bodies.ts';
import { showDeal } from './deal.ts';
import { readFilter } from './lists.ts';
import { foundPipeline } from './pipelines.ts';
import { dealsSummary, readTotalsCurrency } from './summary.ts';

const dayMs = 86_400_000;

/** The days and the user that statistics are asked about: by default whose token it is. */
function readSpan({ query, user }: Call): Span {
  const [start, end] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
  if (!isDay(start)) throw refuseV1(400, 'start_date must be given');
  if (!isDay(end)) throw refuseV1(400, 'end_date must be given');
  if (end < start) throw refuseV1(400, 'end_date must not be before start_date');
  const userId = query.get('user_id') ? Number(query.get('user_id')) : user.id;
  return { from: Date.parse(`${start}T00:00:00Z`), to: Date.parse(`${end}T00:00:00Z`) + dayMs, userId };
}

/** The open deals of a pipeline: everybody's, or a user's, or a filter's, or else one's own. */
function deals(call: Call): Answer {
  const { store, query, user } = call;
  const pipeline = foundPipeline(call);
  const everyone = isTrue(query.get('everyone'));
  const owner = query.get('user_id');
  const filter = readFilter(call, 'deals');
  const stage = query.get('stage_id');
  const kept = store.deals.by('pipelineId', pipeline.id).filter((deal) => {
    if (deal.deleteTime !== null || deal.archiveTime !== null) return false;
    if (stage && deal.stageId !== Number(stage)) return false;
    if (filter && !everyone && !owner) return filter(deal);
    return deal.status === 'open' && (everyone || deal.ownerId === (owner ? Number(owner) : user.id));
  });
  const page = pageOf(kept, query);
  const summary = isTrue(query.get('get_summary')) ? { deals_summary: dealsSummary(store, kept, readTotalsCurrency(call)) } : {};
  return listAnswer(page, (deal) => showDeal(store, deal, 'ids'), {
    additional_data: { pagination: page.pagination, ...summary },
  });
}

export const pipelineNumberOperations: readonly Operation[] = [
  {
    version: 'v1',
    method: 'GET',
    path: '/pipelines/:id/conversion_statistics',
    run: (call) => answer(conversion(call.store, foundPipeline(call), readSpan(call))),
  },
  {
    version: 'v1',
    method: 'GET',
    path: '/pipelines/:id/movement_statistics',
    run: (call) => answer(movement(call.store, foundPipeline(call), readSpan(call))),
  },
  { version: 'v1', method: 'GET', path: '/pipelines/:id/deals', run: deals },
];
