import { CancellationError, l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Session } from '../../account/types.ts';
import type { Board, BoardChoice, Whose } from '../../kinds/board.ts';
import type { Chosen } from '../../kinds/listed/listed.ts';
import { displayText } from '../../model/displayText.ts';
import { currencyName } from '../../model/fieldTypes/currency.ts';
import { plain } from '../shared/searchRows.ts';

/** Marks what is chosen, and keeps the place of that mark where nothing is. */
const marks = { true: new ThemeIcon('check'), false: new ThemeIcon('blank') };

/** Asks whose cards a board is to show. @throws CancellationError when the person leaves */
export async function chooseWhose(board: Board, session: Session, choice: BoardChoice): Promise<BoardChoice> {
  const items = board.whose.map((whose) => {
    const now = whose.id === choice.whose;
    const several = whose.choices !== undefined;
    return {
      label: several ? `${whose.label}…` : whose.label,
      description: now ? displayText(choice.chosen.label, 60) : '',
      iconPath: new ThemeIcon(now ? 'check' : whose.icon),
      whose,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: board.words.whose,
    placeHolder: l10n.t('Whose are to be shown?'),
  });
  if (!picked) throw new CancellationError();
  const { whose } = picked;
  const chosen = (await whose.chosen?.(session)) ?? (await pickOf(whose, session, choice));
  return { ...choice, whose: whose.id, chosen };
}

async function pickOf({ id, label, choices }: Whose, session: Session, now: BoardChoice): Promise<Chosen> {
  const asked = now.whose === id ? JSON.stringify(now.chosen.query) : '';
  const load = async () =>
    ((await choices?.(session)) ?? []).map((one) => ({
      label: plain(one.label, 80) || l10n.t('Without a name'),
      description: plain(one.detail ?? '', 80),
      iconPath: marks[`${JSON.stringify(one.query) === asked}`],
      chosen: { query: one.query, label: displayText(one.label, 80) },
    }));
  const picked = await window.showQuickPick(load(), { title: label, matchOnDescription: true });
  if (!picked) throw new CancellationError();
  return picked.chosen;
}

/** Asks in which currency totals are to be shown. @throws CancellationError when the person leaves */
export async function chooseCurrency(title: string, { api, account }: Session, choice: BoardChoice): Promise<BoardChoice> {
  const now = choice.currency ?? account.currency;
  const load = async (): Promise<QuickPickItem[]> =>
    (await api.currencies())
      .filter(({ active }) => active)
      .toSorted((a, b) => Number(b.code === now) - Number(a.code === now) || a.code.localeCompare(b.code))
      .map(({ code, name }) => ({
        label: displayText(code, 20),
        description: plain(currencyName(code, name), 60),
        iconPath: marks[`${code === now}`],
      }));
  const placeHolder = l10n.t('Pipedrive converts the totals at its own rates');
  const picked = await window.showQuickPick(load(), { title, placeHolder, matchOnDescription: true });
  if (!picked) throw new CancellationError();
  return { ...choice, currency: picked.label };
}
