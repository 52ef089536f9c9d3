import { formattedMoney } from './currencies.ts';
import { stagesOf } from './sales.ts';
import type { Deal, Pipeline, StageMove } from './records.ts';
import type { Store } from './store.ts';

/** A span of days of a pipeline, of one user's deals or all. */
export interface Span {
  /** Milliseconds, the end not included. */
  from: number;
  to: number;
  userId: number;
}

const dayMs = 86_400_000;

function dealsOf(store: Store, pipeline: Pipeline, { userId }: Span): Deal[] {
  return store.deals
    .by('pipelineId', pipeline.id)
    .filter((deal) => deal.deleteTime === null && deal.archiveTime === null && deal.ownerId === userId);
}

const within = (time: number | null, { from, to }: Span): boolean => time !== null && time >= from && time < to;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));

/** How many of the deals that stood in a stage went on to the next, and how many ended how. */
export function conversion(store: Store, pipeline: Pipeline, span: Span): Record<string, unknown> {
  const deals = dealsOf(store, pipeline, span);
  const stages = stagesOf(store, pipeline.id);
  const place = new Map(stages.map((stage, n) => [stage.id, n]));
  const stage_conversions = stages.slice(0, -1).map((stage, n) => {
    let stood = 0;
    let wentOn = 0;
    for (const { moves } of deals) {
      const entered = moves.findIndex((move) => move.stageId === stage.id && within(move.time, span));
      if (entered < 0) continue;
      stood += 1;
      if (moves.slice(entered + 1).some((move) => (place.get(move.stageId) ?? 0) > n)) wentOn += 1;
    }
    return { from_stage_id: stage.id, to_stage_id: stages[n + 1]?.id, conversion_rate: share(wentOn, stood) };
  });
  const active = deals.filter((deal) => deal.addTime < span.to && (deal.closeTime === null || deal.closeTime >= span.from));
  const ended = (status: Deal['status']): number =>
    active.filter((deal) => deal.status === status && within(deal.closeTime, span)).length;
  return {
    stage_conversions,
    won_conversion: share(ended('won'), active.length),
    lost_conversion: share(ended('lost'), active.length),
  };
}

/** Deals with their sums, by currency. */
function group(deals: readonly Deal[]): Record<string, unknown> {
  const values: Record<string, number> = {};
  for (const deal of deals) values[deal.currency] = (values[deal.currency] ?? 0) + deal.value;
  const written = Object.entries(values).map(([code, value]) => [code, formattedMoney(value, code)]);
  return { count: deals.length, deals_ids: deals.map(({ id }) => id), values, formatted_values: Object.fromEntries(written) };
}

const firstMove = ({ moves, stageId, addTime }: Deal): StageMove => moves[0] ?? { stageId, time: addTime };

const average = (days: readonly number[]): number =>
  days.length === 0 ? 0 : Math.round(days.reduce((sum, one) => sum + one, 0) / days.length);

/** What came, went and moved in the span, and how old the deals that were open at its end were then, in their stage of then. */
export function movement(store: Store, pipeline: Pipeline, span: Span): Record<string, unknown> {
  const deals = dealsOf(store, pipeline, span);
  const open = deals.filter((deal) => deal.addTime < span.to && (deal.closeTime === null || deal.closeTime >= span.to));
  const moves = deals.flatMap((deal) => deal.moves.slice(1).filter((move) => within(move.time, span)));
  const closed = (status: Deal['status']): Deal[] =>
    deals.filter((deal) => deal.status === status && within(deal.closeTime, span));
  // Days to come are not lived yet.
  const end = Math.min(span.to, store.now());
  const age = (since: number): number => Math.max(0, (end - since) / dayMs);
  const stood = open.map((deal) => deal.moves.findLast((move) => move.time < span.to) ?? firstMove(deal));
  return {
    movements_between_stages: { count: moves.length },
    new_deals: group(deals.filter((deal) => within(deal.addTime, span))),
    deals_left_open: group(open),
    won_deals: group(closed('won')),
    lost_deals: group(closed('lost')),
    average_age_in_days: {
      across_all_stages: average(open.map((deal) => age(deal.addTime))),
      by_stages: stagesOf(store, pipeline.id).map((stage) => ({
        stage_id: stage.id,
        value: average(stood.filter((move) => move.stageId === stage.id).map((move) => age(move.time))),
      })),
    },
  };
}
