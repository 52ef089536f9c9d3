import type { StatisticsDesk } from './statistics.ts';

/** A deal as both versions tell it. */
interface Deal {
  readonly id: number;
  readonly owner_id: number;
  readonly status: string;
  readonly value: number;
  readonly currency: string;
  readonly add_time: string;
  readonly close_time: string | null;
}

interface Stays {
  readonly times_in_stages: Readonly<Record<string, number>>;
  readonly order_of_stages: readonly number[];
}

/** A deal with the times it went to its stages. */
export interface Way extends Deal {
  readonly added: number;
  readonly closed: number;
  readonly moves: readonly { readonly stage: number; readonly time: number }[];
}

/** The open and ended deals of a pipeline, with the way each has gone; for deals that entered each stage once. */
export async function waysOf(desk: StatisticsDesk, pipelineId: number): Promise<readonly Way[]> {
  const deals = await desk.stored<readonly Deal[]>(`/v2/deals?pipeline_id=${pipelineId}&limit=500`);
  return Promise.all(
    deals.map(async (deal) => {
      const { stay_in_pipeline_stages: stays } = await desk.stored<{ stay_in_pipeline_stages: Stays }>(`/v1/deals/${deal.id}`);
      const added = Date.parse(deal.add_time);
      let time = added;
      const moves = stays.order_of_stages.map((stage) => {
        const move = { stage, time };
        time += (stays.times_in_stages[stage] ?? 0) * 1000;
        return move;
      });
      return { ...deal, added, closed: deal.close_time === null ? Infinity : Date.parse(deal.close_time), moves };
    }),
  );
}

const dayMs = 86_400_000;
const average = (all: readonly number[]): number =>
  all.length === 0 ? 0 : Math.round(all.reduce((sum, one) => sum + one, 0) / all.length);

/** The numbers of days and a user, reckoned from deals and not by Pipedrive. Both days are inside. */
export function reckoned(deals: readonly Way[], userId: number, days: { readonly from: string; readonly until: string }) {
  const [from, to] = [Date.parse(days.from), Date.parse(days.until) + dayMs];
  const own = deals.filter((deal) => deal.owner_id === userId);
  const inside = (time: number) => time >= from && time < to;
  const groups = {
    started: own.filter(({ added }) => inside(added)),
    open: own.filter(({ added, closed }) => added < to && closed >= to),
    won: own.filter(({ status, closed }) => status === 'won' && inside(closed)),
    lost: own.filter(({ status, closed }) => status === 'lost' && inside(closed)),
  };
  const sum = (all: readonly Way[]): Readonly<Record<string, number>> => {
    const sums: Record<string, number> = {};
    for (const { currency, value } of all) sums[currency] = (sums[currency] ?? 0) + value;
    return sums;
  };
  const end = Math.min(to, Date.now());
  return {
    groups,
    sums: { started: sum(groups.started), open: sum(groups.open), won: sum(groups.won), lost: sum(groups.lost) },
    moved: own.flatMap(({ moves }) => moves.slice(1).filter(({ time }) => inside(time))).length,
    age: average(groups.open.map(({ added }) => (end - added) / dayMs)),
    ageIn: (stage: number) =>
      average(
        groups.open.flatMap(({ moves }) => {
          const stood = moves.findLast(({ time }) => time < to);
          return stood?.stage === stage ? [(end - stood.time) / dayMs] : [];
        }),
      ),
    /** In percent: of those that came to a stage, how many went on. */
    rate: (stage: number) => {
      const came = own.filter(({ moves }) => moves.some((move) => move.stage === stage && inside(move.time)));
      const went = came.filter(({ moves }) => moves.at(-1)?.stage !== stage);
      return came.length === 0 ? 0 : Math.round((100 * went.length) / came.length);
    },
  };
}
