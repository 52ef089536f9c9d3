import { isObject } from '../model/isObject.ts';
import type { RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { serving } from './operations.ts';
import type { DealCount, Span, Statistics } from './types.ts';
import { toNumber } from './wires/scalars.ts';
import { v1Query } from './wires/v1/query.ts';
import type { Row } from './wires/wire.ts';

const numberOf = (raw: unknown): number => {
  const number = toNumber(raw);
  return typeof number === 'number' ? number : 0;
};

const objectOf = (raw: unknown): Row => (isObject(raw) ? raw : {});
const rowsOf = (raw: unknown): Row[] => (Array.isArray(raw) ? raw.filter(isObject) : []);

/** Amounts by currency; an empty map comes as an empty list. */
const amountsOf = (raw: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(objectOf(raw)).map(([currency, amount]) => [currency, numberOf(amount)]));

const dealsOf = (raw: unknown): DealCount => {
  const { count, deals_ids: ids, values } = objectOf(raw);
  return { count: numberOf(count), dealIds: Array.isArray(ids) ? ids.map(numberOf) : [], values: amountsOf(values) };
};

const spanQuery = ({ from, until, userId }: Span): Record<string, string | number> => ({
  start_date: from,
  end_date: until,
  ...(userId !== undefined && { user_id: userId }),
});

/** The numbers of a pipeline (https://developers.pipedrive.com/docs/api/v1/Pipelines), which version 1 alone has. */
export function createStatistics(caller: Caller): Statistics {
  const ask = async (
    operation: 'pipeline.conversion' | 'pipeline.movement' | 'pipeline.summary',
    id: RecordId,
    query: Record<string, string | number>,
    options: object,
  ): Promise<Row> => objectOf((await caller.call({ operation, params: { id }, query, ...callOf(options) })).data);

  return {
    async conversion(pipelineId, span, options = {}) {
      const data = await ask('pipeline.conversion', pipelineId, spanQuery(span), options);
      return {
        stages: rowsOf(data.stage_conversions).map((row) => ({
          from: numberOf(row.from_stage_id),
          to: numberOf(row.to_stage_id),
          rate: numberOf(row.conversion_rate),
        })),
        won: numberOf(data.won_conversion),
        lost: numberOf(data.lost_conversion),
      };
    },
    async movement(pipelineId, span, options = {}) {
      const data = await ask('pipeline.movement', pipelineId, spanQuery(span), options);
      const age = objectOf(data.average_age_in_days);
      return {
        moved: numberOf(objectOf(data.movements_between_stages).count),
        started: dealsOf(data.new_deals),
        open: dealsOf(data.deals_left_open),
        won: dealsOf(data.won_deals),
        lost: dealsOf(data.lost_deals),
        averageAge: numberOf(age.across_all_stages),
        averageAgeByStage: rowsOf(age.by_stages).map((row) => ({ stageId: numberOf(row.stage_id), days: numberOf(row.value) })),
      };
    },
    async summary(pipelineId, currency = 'default_currency', options = {}) {
      const data = await ask('pipeline.summary', pipelineId, { totals_convert_currency: currency }, options);
      return objectOf(data.deals_summary);
    },
    async stageTotals(pipelineId, query, currency, options = {}) {
      const operation = 'pipeline.dealsSummary';
      const { endpoint } = serving(operation, 'v1');
      const asked = v1Query({ ...query, totals_convert_currency: currency }, endpoint);
      const { additional } = await caller.call({ operation, params: { id: pipelineId }, query: asked, ...callOf(options) });
      const { per_stages: own, per_stages_converted: converted } = objectOf(objectOf(additional).deals_summary);
      const one = objectOf(converted);
      return new Map(
        Object.entries(objectOf(own)).map(([stage, sums]) => {
          const all = Object.values(objectOf(sums)).map(objectOf);
          const told = Object.entries(objectOf(one[stage] ?? sums));
          const values = Object.fromEntries(told.map(([code, sum]) => [code, numberOf(objectOf(sum).value)]));
          return [stage, { count: all.reduce((count, sum) => count + numberOf(sum.count), 0), values }];
        }),
      );
    },
  };
}
