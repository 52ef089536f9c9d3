import * as l10n from '@vscode/l10n';
import type { HistoryEvent } from '../../model/history/event.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { Kind } from '../kind.ts';
import type { Related } from '../related/related.ts';

/** The history of a kind's records as one more list of what hangs off them; none where Pipedrive tells none. */
export function historyOf(kind: Kind): Related | undefined {
  const { history } = kind;
  if (!history) return undefined;
  return {
    id: 'history',
    icon: 'history',
    words: { many: l10n.t('History'), ...history.words },
    ...(history.choices && { choices: history.choices }),
    async list(session, { id }, options) {
      const page = await history.events(session, id, options);
      const names = page.items.some(({ change }) => change) ? await kind.fields(session) : [];
      const titles = new Map(names.map(({ key, name }) => [key, name]));
      return { ...page, items: page.items.map((event) => shown(event, titles)) };
    },
  };
}

function shown(
  { id, icon, time, what, title = '', who = '', text, change }: HistoryEvent,
  titles: ReadonlyMap<string, string>,
): RelatedItem {
  const field = change ? (titles.get(change.key) ?? change.key) : '';
  return { id, icon, title: '', line: what, details: [field, title, who], time, ...(text === undefined ? {} : { text }) };
}
