import { converted, formattedMoney, isCurrency } from '../currencies.ts';
import type { Call } from '../operation.ts';
import type { Deal } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import type { Store } from '../store.ts';
import { likelihood } from './deal.ts';

interface Sum {
  count: number;
  value: number;
  weighted: number;
}

type Sums = Record<string, Sum>;

function add(sums: Sums, key: string, value: number, weighted: number): void {
  const sum = (sums[key] ??= { count: 0, value: 0, weighted: 0 });
  sum.count += 1;
  sum.value += value;
  sum.weighted += weighted;
}

function written(sums: Sums): Record<string, unknown> {
  const shown = Object.entries(sums).map(([code, { count, value, weighted }]) => [
    code,
    {
      count,
      value,
      value_formatted: formattedMoney(value, code),
      weighted_value: weighted,
      weighted_value_formatted: formattedMoney(weighted, code),
    },
  ]);
  return Object.fromEntries(shown);
}

/** The currency that totals are asked to be converted to; undefined where none was asked for. */
export function readTotalsCurrency({ query, user }: Call): string | undefined {
  const asked = query.get('totals_convert_currency');
  if (!asked) return undefined;
  if (asked === 'default_currency') return user.currency;
  if (!isCurrency(asked)) throw refuseV1(400, 'Invalid currency code.');
  return asked;
}

/** The sums of deals by stage and by currency, and by stage in one currency where that is asked for. */
export function dealsSummary(store: Store, deals: readonly Deal[], currency: string | undefined): Record<string, unknown> {
  const perStage: Record<string, Sums> = {};
  const perStageConverted: Record<string, Sums> = {};
  const perCurrency: Sums = {};
  for (const deal of deals) {
    const weight = likelihood(store, deal) / 100;
    add((perStage[deal.stageId] ??= {}), deal.currency, deal.value, deal.value * weight);
    add(perCurrency, deal.currency, deal.value, deal.value * weight);
    if (!currency) continue;
    const value = converted(deal.value, deal.currency, currency);
    add((perStageConverted[deal.stageId] ??= {}), currency, value, value * weight);
  }
  const stages = (sums: Record<string, Sums>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(sums).map(([stage, one]) => [stage, written(one)]));
  return {
    per_stages: stages(perStage),
    per_currency: Object.fromEntries(Object.entries(perCurrency).map(([code, { count }]) => [code, count])),
    per_currency_full: Object.fromEntries(
      Object.entries(perCurrency).map(([code, { count, value }]) => [code, { count, value }]),
    ),
    ...(currency ? { per_stages_converted: stages(perStageConverted) } : {}),
  };
}
