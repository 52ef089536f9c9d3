import { env, l10n } from 'vscode';
import type { Planned } from '../../../api/types.ts';
import type { Kind } from '../../../kinds/index.ts';
import type { Records } from '../../../kinds/records.ts';
import type { Target } from '../target.ts';

/** What it takes for so many records of a kind; none where nobody knows. */
export type Plan = (kind: Kind, count: number) => readonly Planned[] | undefined;

/** What is done once for each record. */
export const forEach = (plan: readonly Planned[], count: number): readonly Planned[] =>
  plan.map(({ operation, count: times = 1 }) => ({ operation, count: times * count }));

/** What it takes in API tokens under the chosen version; none where one of the kinds does not tell. */
export async function forecastOf(targets: readonly Target[], planOf: Plan, records: Records): Promise<number | undefined> {
  const [first] = targets;
  if (!first) return 0;
  const kinds = [...new Set(targets.map(({ address }) => address.kind))];
  const plans = kinds.map((kind) => planOf(kind, targets.filter(({ address }) => address.kind === kind).length));
  if (plans.includes(undefined)) return undefined;
  const { api } = await records.session(first.address.accountId);
  return api.forecast(plans.flatMap((plan) => plan ?? []));
}

/** The sentence that tells it; empty where nobody knows. */
export const costSentence = (tokens: number | undefined): string =>
  tokens === undefined ? '' : l10n.t('This takes {0} API tokens.', tokens.toLocaleString(env.language));
