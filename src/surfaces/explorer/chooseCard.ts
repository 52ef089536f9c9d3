import { CancellationError, l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Account } from '../../account/types.ts';
import type { Board, Card, Stage } from '../../kinds/board.ts';
import { usualChoice } from '../../kinds/boardChoice.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { titleOf } from '../../kinds/title.ts';
import type { PipedriveRecord, RecordId } from '../../model/record.ts';
import { Refusal } from '../shared/problems.ts';
import { withCancellableProgress } from '../shared/progress.ts';
import { quoted } from '../shared/quoted.ts';
import { plain } from '../shared/searchRows.ts';
import { calledOf, type Movable } from './moveCards.ts';

interface StageEntry extends QuickPickItem {
  readonly stage?: Stage;
  readonly board?: PipedriveRecord;
}

/** Asks to which stage cards go: those of their own board stand on top. @throws CancellationError when the person leaves */
export async function pickStage(cards: readonly Movable[], records: Records): Promise<Stage | undefined> {
  const [first] = cards;
  if (!first) return undefined;
  const { kind, account, record } = first.in.of;
  const here = cards.every(({ card }) => card.stage === first.card.stage) ? first.card.stage : undefined;
  const title = l10n.t('Move {0}', calledOf(kind, cards));
  const load = stages(kind, account, records, { board: record.id, here });
  return (await ask(load, { title, placeHolder: l10n.t('To which stage?') })).stage;
}

/**
 * Asks which card is meant, where no row tells: its stage first.
 * @throws CancellationError when the person leaves; Refusal where nothing stands in the stage
 */
export async function pickCard(kind: Kind, board: Board, account: Account, records: Records): Promise<Movable> {
  const title = l10n.t('Move to Stage');
  const from = await ask(stages(kind, account, records), { title, placeHolder: l10n.t('From which stage?') });
  const cards = await withCancellableProgress(l10n.t('Reading {0}', plain(from.stage.label, 80)), async (signal) => {
    const session = await records.session(account.id);
    const read: Card[] = [];
    let cursor: string | undefined;
    do {
      const page = await board.cards(session, from.stage, usualChoice(board), {
        signal,
        ...(cursor !== undefined && { cursor }),
      });
      read.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return read;
  });
  if (cards.length === 0)
    throw new Refusal(
      l10n.t('Nothing stands in {0} that could be moved. Choose another stage.', quoted(plain(from.stage.label, 80))),
    );
  const items = cards.map((card) => ({
    label: plain(card.title, 80) || `#${card.id}`,
    description: plain(card.details.filter(Boolean).join(' · ')),
    iconPath: new ThemeIcon(card.icon),
    card,
  }));
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which one?'), matchOnDescription: true });
  if (!picked) throw new CancellationError();
  return { card: picked.card, in: { of: { kind, account, record: from.board } } };
}

/** All stages under the names of their boards. @param first the board that stands on top, and the stage that is marked */
async function stages(
  kind: Kind,
  account: Account,
  records: Records,
  first: { readonly board?: RecordId; readonly here?: string | undefined } = {},
): Promise<StageEntry[]> {
  const places = (await kind.board?.places(await records.session(account.id))) ?? [];
  const ordered = places.toSorted((a, b) => Number(b.board.id === first.board) - Number(a.board.id === first.board));
  return ordered.flatMap(({ board, stages }): StageEntry[] => [
    { label: titleOf(kind, board), kind: QuickPickItemKind.Separator },
    ...stages.map((stage) => ({
      label: plain(stage.label, 80) || `#${stage.id}`,
      description: board.id === first.board ? '' : plain(titleOf(kind, board)),
      iconPath: new ThemeIcon(stage.id === first.here ? 'check' : 'layers'),
      stage,
      board,
    })),
  ]);
}

async function ask(
  entries: Promise<StageEntry[]>,
  words: { readonly title: string; readonly placeHolder: string },
): Promise<Required<Pick<StageEntry, 'stage' | 'board'>>> {
  const { stage, board } = (await window.showQuickPick(entries, { ...words, matchOnDescription: true })) ?? {};
  if (!stage || !board) throw new CancellationError();
  return { stage, board };
}
