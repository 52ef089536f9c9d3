import { CancellationError, l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Session } from '../../account/types.ts';
import type { Chosen, Listed, ListFilter } from '../../kinds/listed/listed.ts';
import { type Change, changed, type Served } from '../../kinds/listed/change.ts';
import { groupingOf, type Shown, ungrouped } from '../../kinds/listed/shown.ts';
import { displayText } from '../../model/displayText.ts';
import { plain } from '../shared/searchRows.ts';
import { quoted } from '../shared/quoted.ts';
import { pickLetter, pickSpan } from './pickFilter.ts';

/** Marks what is chosen, and keeps the place of that mark where nothing is. */
const marks = { true: new ThemeIcon('check'), false: new ThemeIcon('blank') };

interface Entry extends QuickPickItem {
  /** What it leads to; none for a heading of the list. */
  readonly next?: (() => Promise<Shown>) | undefined;
}

/** Asks how a list is to be grouped, sorted and filtered. @throws CancellationError when the person leaves */
export async function arrange(title: string, listed: Listed, session: Session, shown: Shown): Promise<Shown> {
  const { api } = session;
  const entry = (label: string, isChosen: boolean, change: Change): Entry[] => {
    const served = changed(listed, api, shown, change);
    if (!served) return [];
    return [{ label, ...told(listed, served), iconPath: marks[`${isChosen}`], next: async () => served.shown }];
  };
  const filterEntry = (filter: ListFilter): Entry[] => {
    const chosen = shown.filters[filter.id];
    const served = changed(listed, api, shown, { filter: filter.id, chosen: chosen ?? probe(filter) });
    if (!served) return [];
    const ask = async (): Promise<Shown> => {
      const picked = await pickValue(filter, session, chosen);
      // The probe was served, and so is any value.
      return changed(listed, api, shown, { filter: filter.id, chosen: picked })?.shown ?? shown;
    };
    const label = `${filter.label}…`;
    const { description = '' } = told(listed, served);
    const value = chosen ? plain(chosen.label, 60) : '';
    return [
      { label, description: [value, description].filter(Boolean).join(' · '), iconPath: new ThemeIcon(filter.icon), next: ask },
    ];
  };
  const grouping = groupingOf(listed, shown);
  const items: Entry[] = [
    ...section(l10n.t('Show as'), [
      ...entry(l10n.t('One list'), grouping === undefined, { group: ungrouped }),
      ...listed.groupings.flatMap(({ id, label }) => entry(label, id === grouping?.id, { group: id })),
    ]),
    ...(listed.sorts.length === 0
      ? []
      : section(l10n.t('Sort by'), [
          ...entry(l10n.t('Pipedrive’s own order'), shown.sort === undefined, { sort: undefined }),
          ...listed.sorts.flatMap(({ id, label }) => entry(label, id === shown.sort, { sort: id })),
        ])),
    ...section(l10n.t('Filter'), listed.filters.flatMap(filterEntry)),
    ...(Object.keys(shown.filters).length === 0
      ? []
      : [
          { label: l10n.t('Clear Filters'), iconPath: new ThemeIcon('clear-all'), next: async () => ({ ...shown, filters: {} }) },
        ]),
  ];
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('How is the list to be shown?'),
    matchOnDescription: true,
  });
  if (!picked?.next) throw new CancellationError();
  return picked.next();
}

const section = (label: string, items: readonly Entry[]): Entry[] =>
  items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];

/** Stands for any value of a filter: who serves it depends on what is asked for, not on the answer. */
const probe = ({ keys }: ListFilter): Chosen => ({ query: Object.fromEntries(keys.map((key) => [key, ''])), label: '' });

/** What else a choice means: what it ends, and who answers it. */
function told(listed: Listed, { ends, other }: Served): { description?: string } {
  const named = [...listed.sorts, ...listed.groupings, ...listed.filters];
  const words = ends.map((id) => quoted(named.find((one) => one.id === id)?.label ?? id));
  const parts = [
    ...(words.length === 0 ? [] : [l10n.t('instead of {0}', words.join(', '))]),
    ...(other === 'v1' ? [l10n.t('only in version 1 of the API, at its price')] : []),
    ...(other === 'v2' ? [l10n.t('only in version 2 of the API')] : []),
  ];
  return parts.length === 0 ? {} : { description: parts.join(' · ') };
}

/** The value of a filter; undefined takes it back. */
async function pickValue(filter: ListFilter, session: Session, chosen: Chosen | undefined): Promise<Chosen | undefined> {
  const title = filter.label;
  if (filter.ask === 'letter') return pickLetter(title, chosen);
  if (filter.ask === 'span') return pickSpan(title, session.api.now());
  const none: QuickPickItem & { readonly choice?: Chosen } = { label: l10n.t('Any'), iconPath: marks[`${!chosen}`] };
  const load = async () => {
    const choices = (await filter.choices?.(session)) ?? [];
    return [
      none,
      ...choices.map((choice) => ({
        label: plain(choice.label, 80) || l10n.t('Without a name'),
        description: plain(choice.detail ?? '', 80),
        iconPath: marks[`${JSON.stringify(choice.query) === JSON.stringify(chosen?.query)}`],
        choice: { query: choice.query, label: displayText(choice.label, 80) },
      })),
    ];
  };
  const picked = await window.showQuickPick(load(), { title, placeHolder: l10n.t('Show only…'), matchOnDescription: true });
  if (!picked) throw new CancellationError();
  return picked.choice;
}
