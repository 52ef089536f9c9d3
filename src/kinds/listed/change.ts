import type { Api } from '../../api/types.ts';
import type { Chosen, Listed } from './listed.ts';
import { groupingOf, queryOf, type Shown, ungrouped } from './shown.ts';

/** A choice, and who will answer it. */
export interface Served {
  readonly shown: Shown;
  /** What it ends, by id: it cannot be had together. */
  readonly ends: readonly string[];
  /** The version that answers where it is not the chosen one. */
  readonly other?: 'v1' | 'v2';
}

/** What is changed in a choice; `undefined` takes it back. */
export type Change =
  | { readonly group: string }
  | { readonly sort: string | undefined }
  | { readonly filter: string; readonly chosen: Chosen | undefined };

/**
 * The choice after a change. What cannot be had together with it ends: the order first, then the grouping, then other
 * filters. None where Pipedrive cannot be asked for it at all.
 */
export function changed(listed: Listed, api: Pick<Api, 'serves'>, shown: Shown, change: Change): Served | undefined {
  const wanted = without(listed, applied(shown, change), change);
  const { sort: _, ...unsorted } = wanted;
  const alone = 'filter' in change ? only(wanted, change.filter) : 'group' in change || 'sort' in change ? {} : wanted.filters;
  const flat = 'group' in change ? wanted.group : ungrouped;
  const less: readonly Shown[] = [
    wanted,
    ...('sort' in change ? [] : [unsorted]),
    ...('group' in change ? [] : [{ ...wanted, group: flat }]),
    { ...('sort' in change ? wanted : unsorted), group: flat },
    { ...('sort' in change ? wanted : unsorted), group: flat, filters: alone },
  ];
  for (const one of less) {
    const served = servedBy(listed, api, one);
    if (served) return { shown: one, ends: ended(shown, one, change), ...(served !== 'chosen' && { other: served }) };
  }
  return undefined;
}

function applied(shown: Shown, change: Change): Shown {
  if ('group' in change) return { ...shown, group: change.group };
  if ('sort' in change) {
    const { sort: _, ...rest } = shown;
    return change.sort === undefined ? rest : { ...rest, sort: change.sort };
  }
  const { [change.filter]: _, ...others } = shown.filters;
  return { ...shown, filters: change.chosen ? { ...others, [change.filter]: change.chosen } : others };
}

/** Without the filters and the grouping that set the same as what is chosen now, or that it makes of no effect. */
function without(listed: Listed, shown: Shown, change: Change): Shown {
  const grouping = groupingOf(listed, shown);
  const mine = 'filter' in change ? change.filter : undefined;
  const isOff = (id: string, keys: readonly string[]): boolean =>
    ('group' in change && (grouping?.keys ?? []).some((key) => keys.includes(key))) ||
    ('group' in change && replacing(listed, id).includes(grouping?.id ?? '')) ||
    (mine !== undefined && id !== mine && (replacing(listed, mine).includes(id) || replacing(listed, id).includes(mine)));
  const off = listed.filters.filter(({ id, keys }) => isOff(id, keys)).map(({ id }) => id);
  const filters = Object.fromEntries(Object.entries(shown.filters).filter(([id]) => !off.includes(id)));
  const keys = listed.filters.find(({ id }) => id === mine)?.keys ?? [];
  const isFlat =
    mine !== undefined &&
    mine in filters &&
    grouping !== undefined &&
    (replacing(listed, mine).includes(grouping.id) || grouping.keys.some((key) => keys.includes(key)));
  return { ...shown, filters, ...(isFlat && { group: ungrouped }) };
}

const replacing = ({ filters }: Listed, id: string): readonly string[] => filters.find((one) => one.id === id)?.replaces ?? [];

const only = ({ filters }: Shown, id: string): Shown['filters'] => {
  const chosen = filters[id];
  return chosen ? { [id]: chosen } : {};
};

function servedBy(listed: Listed, api: Pick<Api, 'serves'>, shown: Shown): 'chosen' | 'v1' | 'v2' | undefined {
  if (!listed.operations) return 'chosen';
  const keys = groupingOf(listed, shown)?.keys ?? [];
  const query = { ...queryOf(listed, shown), ...Object.fromEntries(keys.map((key) => [key, ''])) };
  const served = api.serves(listed.operations, query);
  return served && (served.chosen ? 'chosen' : served.version);
}

function ended(before: Shown, after: Shown, change: Change): readonly string[] {
  return [
    ...(before.sort !== undefined && after.sort === undefined && !('sort' in change) ? [before.sort] : []),
    ...(before.group !== after.group && !('group' in change) ? [before.group] : []),
    ...Object.keys(before.filters).filter((id) => !(id in after.filters) && !('filter' in change && change.filter === id)),
  ];
}
