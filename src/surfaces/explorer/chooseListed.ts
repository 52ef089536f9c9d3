import { CancellationError, l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { RelatedNode } from './nodes.ts';

/** Marks what is chosen, and keeps the place of that mark where nothing is. */
const marks = { true: new ThemeIcon('check'), false: new ThemeIcon('blank') };

interface Entry extends QuickPickItem {
  readonly chosen?: Readonly<Record<string, string>>;
}

/** Asks what of a list is to be shown, and in which order. @throws CancellationError when the person leaves */
export async function chooseListed({ related, chosen }: RelatedNode): Promise<Readonly<Record<string, string>>> {
  const items = (related.choices ?? []).flatMap(({ id, label, options }): Entry[] => {
    const now = options.find((option) => option.id === chosen[id]) ?? options[0];
    return [
      { label: label, kind: QuickPickItemKind.Separator },
      ...options.map((option) => ({
        label: option.label,
        iconPath: marks[`${option === now}`],
        chosen: { [id]: option.id },
      })),
    ];
  });
  const title = related.words.many;
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('What is to be shown?') });
  if (!picked?.chosen) throw new CancellationError();
  return picked.chosen;
}
