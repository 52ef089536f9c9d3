import { l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { SearchHit } from '../../api/types.ts';
import { shortestTerm } from '../../kinds/searching.ts';
import { failureRows, moreRow, plain, said, type SaidRow } from './searchRows.ts';
import { SearchSession, type Answer, type Asking } from './searchSession.ts';

export interface HitPicking {
  readonly title: string;
  readonly placeholder: string;
  /** The codicon of what is picked. */
  readonly icon: string;
  readonly ask: (term: string, asking: Asking) => Promise<Answer<SearchHit>>;
  /** What a found one is called. */
  readonly label: (hit: SearchHit) => string;
}

interface Row extends SaidRow {
  readonly hit?: SearchHit;
}

/** Picks one of what a search finds as one types; none where the person leaves. Its name comes along. */
export function pickHit(picking: HitPicking): Promise<SearchHit | undefined> {
  const { promise, resolve } = Promise.withResolvers<SearchHit | undefined>();
  const pick = window.createQuickPick<Row>();
  const session = new SearchSession<string, SearchHit>(
    picking.ask,
    () => show(),
    ({ id }) => id,
  );
  const show = (): void => {
    pick.busy = session.phase === 'searching';
    pick.items = rowsOf(session, picking);
  };
  const search = (typed: string): void => {
    const term = typed.trim();
    if (term.length >= shortestTerm({})) return session.start(term);
    session.stop();
    show();
  };
  Object.assign(pick, { title: picking.title, placeholder: picking.placeholder, matchOnDescription: true });
  pick.onDidChangeValue(search);
  pick.onDidAccept(() => {
    const [row] = pick.selectedItems;
    row?.run?.();
    if (!row?.hit) return;
    resolve(row.hit);
    pick.hide();
  });
  pick.onDidHide(() => {
    session.stop();
    pick.dispose();
    resolve(undefined);
  });
  search('');
  pick.show();
  return promise;
}

function rowsOf(session: SearchSession<string, SearchHit>, { icon, label }: HitPicking): Row[] {
  const { phase, found, error } = session;
  if (phase === 'idle') return [said('info', l10n.t('Type at least two characters of a name.'))];
  // Pipedrive has chosen already, also by what the label does not show; while it chooses anew VS Code does.
  const alwaysShow = !session.stale;
  const rows = found.map((hit): Row => {
    const item: QuickPickItem = { label: plain(label(hit), 80), description: plain(hit.detail ?? '', 120) };
    return { ...item, iconPath: new ThemeIcon(icon), alwaysShow, hit };
  });
  if (phase === 'failed') rows.push(...failureRows(error, () => session.retry()));
  else if (phase === 'done' && found.length === 0) rows.push(said('info', l10n.t('Nothing found.')));
  else if (phase === 'done' && session.hasMore) rows.push(moreRow(found.length, () => session.more()));
  return rows;
}
