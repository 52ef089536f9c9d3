import { env, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { boardCommands, commands } from '../../ids/index.ts';
import type { ListChoice } from '../../kinds/related/related.ts';
import { displayText } from '../../model/displayText.ts';
import { briefly, showMoney } from '../../model/fieldTypes/monetary.ts';
import type { RelatedItem } from '../../model/related.ts';
import { whenText } from '../../model/when.ts';
import { whoseWords } from './describe.ts';
import { dimRowUri } from './decorations.ts';
import type { AttachedNode, CardNode, NarrowedNode, RelatedNode, StageNode } from './nodes.ts';
import { countOf } from '../../kinds/counted.ts';

/** How much of a text a tooltip shows. */
const longest = 600;

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** A list of what hangs off a record: how many there are, and what was chosen of it. */
export function relatedItem({ related, chosen, count }: RelatedNode): TreeItem {
  const item = new TreeItem(related.words.many, TreeItemCollapsibleState.Collapsed);
  const choices = (related.choices ?? []).flatMap((choice) => saidOf(choice, chosen[choice.id]));
  item.description = joined([count === undefined ? '' : count.toLocaleString(env.language), ...choices]);
  item.iconPath = new ThemeIcon(related.icon);
  item.contextValue = related.choices?.length ? 'related choices' : 'related';
  return item;
}

/** What leaves something out is always said, an order only where somebody chose it. */
function saidOf({ narrows, options }: ListChoice, id: string | undefined): string[] {
  const [usual] = options;
  const chosen = options.find((option) => option.id === id) ?? usual;
  return chosen && (narrows || chosen !== usual) ? [chosen.label] : [];
}

/** Something that hangs off a record. */
export function attachedItem(node: AttachedNode): TreeItem {
  const { list, item } = node;
  const shown = itemOf(node.id, item, [
    ...(item.first ? [l10n.t('Next')] : []),
    ...(item.line === undefined ? [] : [displayText(item.title, 60)]),
    ...detailsOf(item),
    item.time === undefined ? '' : whenText(item.time),
  ]);
  shown.contextValue = list.related.add?.form === 'file' ? 'attached file' : 'attached';
  if (!item.opens) return shown;
  shown.command = { command: commands.openItem, title: l10n.t('Open'), arguments: [node] };
  return shown;
}

/** A stage: how many cards it has and what they are worth. Amounts of several currencies stand side by side. */
export function stageItem({ of, stage, total }: StageNode): TreeItem {
  const item = new TreeItem(displayText(stage.label) || `#${stage.id}`, TreeItemCollapsibleState.Collapsed);
  const { counted } = of.kind.board?.words ?? {};
  if (total && counted) {
    const amounts = Object.entries(total.values).map(([currency, value]) => showMoney({ value, currency }, briefly.sum));
    const count = countOf(counted, total.count);
    item.description = joined([count, total.count === 0 ? '' : amounts.join(' + ')]);
  }
  item.contextValue = 'stage';
  item.iconPath = new ThemeIcon('layers');
  item.tooltip = joined([item.label as string, String(item.description ?? '')]);
  return item;
}

/** Above boards that show some people's cards alone: whose. */
export function narrowedItem({ kind: { board, view }, choice }: NarrowedNode): TreeItem {
  const item = new TreeItem(board ? whoseWords(board, choice) : '');
  item.iconPath = new ThemeIcon('filter-filled');
  item.tooltip = l10n.t('Only {0}', item.label as string);
  item.command = { command: boardCommands[view].whose, title: board?.words.whose ?? '' };
  return item;
}

/** A card in its stage. */
export function cardItem(node: CardNode): TreeItem {
  const shown = itemOf(node.id, node.card, detailsOf(node.card));
  shown.contextValue = 'attached card';
  shown.command = { command: commands.openItem, title: l10n.t('Open in Pipedrive'), arguments: [node] };
  return shown;
}

const detailsOf = ({ details }: RelatedItem): string[] => details.map((one) => displayText(one, 80));

function itemOf(id: string, item: RelatedItem, details: readonly string[]): TreeItem {
  const { icon, title, line = title, changed, text, faded, done } = item;
  const label = displayText(line, 200) || l10n.t('Untitled');
  const shown = new TreeItem(label);
  shown.description = joined(details);
  const later = changed ? l10n.t('Changed by {0}, {1}', displayText(changed.by, 60), whenText(changed.time)) : '';
  shown.tooltip = [label, shown.description, later, text === undefined || text === line ? '' : displayText(text, longest)]
    .filter((part) => part !== '')
    .join('\n');
  const over = faded === true || done === true;
  if (over) shown.resourceUri = dimRowUri(id);
  shown.iconPath = new ThemeIcon(done ? 'pass' : icon, over ? new ThemeColor('disabledForeground') : undefined);
  return shown;
}
