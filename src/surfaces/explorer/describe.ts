import { env, l10n } from 'vscode';
import type { Account } from '../../account/types.ts';
import type { Board, BoardChoice } from '../../kinds/board.ts';
import { whoseOf } from '../../kinds/boardChoice.ts';
import type { Listed } from '../../kinds/listed/listed.ts';
import { groupingOf, type Shown } from '../../kinds/listed/shown.ts';
import { displayText } from '../../model/displayText.ts';
import { companyOf } from '../shared/company.ts';

/** How much of a filter's own name stands in a line. */
const longest = 30;

/** The filters of a list, each by what it asks for: `Owner: Ann`. */
export function filterWords(listed: Listed, { filters }: Shown): readonly string[] {
  return listed.filters.flatMap(({ id, label, said = label }) => {
    const chosen = filters[id];
    return chosen ? [`${said}: ${displayText(chosen.label, longest)}`] : [];
  });
}

/** Whose cards boards show: `Deals of a user: Ann`. */
export function whoseWords(board: Board, choice: BoardChoice): string {
  const name = displayText(choice.chosen.label, longest);
  const label = whoseOf(board, choice)?.label ?? '';
  return name === '' ? label : `${label}: ${name}`;
}

/** What boards show: whose cards, and totals in which currency. */
export function boardWords(board: Board, choice: BoardChoice, { currency }: Account): readonly string[] {
  return [whoseWords(board, choice), l10n.t('Totals in {0}', displayText(choice.currency ?? currency, 10))];
}

/**
 * What stands beside a view's name: first what is left out of the list, since that must not be overlooked, then how it is
 * shown, then whose it is.
 */
export function describe(
  account: Account | undefined,
  first: boolean,
  list?: { listed: Listed; shown: Shown; total?: number },
): string {
  if (!account) return '';
  const company = companyOf(account);
  const whose = first && account.demo ? l10n.t('{0} · resets on reload', company) : company;
  if (!list) return whose;
  const { listed, shown, total } = list;
  const grouping = groupingOf(listed, shown);
  const sort = listed.sorts.find(({ id }) => id === shown.sort);
  return [
    ...filterWords(listed, shown),
    ...(grouping && grouping.id !== listed.usual ? [grouping.label] : []),
    ...(sort ? [l10n.t('Sorted: {0}', sort.label)] : []),
    ...(total === undefined ? [] : [l10n.t('{0} in all', total.toLocaleString(env.language))]),
    whose,
  ].join(' · ');
}
