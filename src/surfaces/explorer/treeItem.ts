import { env, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands, createCommand, listCommands } from '../../ids/index.ts';
import { typeIcon } from '../../kinds/field/types.ts';
import { fieldTitle, titleOf } from '../../kinds/title.ts';
import { displayText } from '../../model/displayText.ts';
import { contactLabel } from '../../model/fieldTypes/contacts.ts';
import { showValue } from '../../model/fieldTypes/index.ts';
import type { ContactEntry } from '../../model/values.ts';
import { recordUri } from '../document/address.ts';
import { wayOut } from '../shared/apiVersion.ts';
import { needsSignIn, sentenceOf } from '../shared/problems.ts';
import { themeColor } from './colors.ts';
import { filterWords } from './describe.ts';
import { headingRowUri, recordRowUri } from './decorations.ts';
import { attachedItem, cardItem, narrowedItem, relatedItem, stageItem } from './hangingItems.ts';
import { collectionsOf } from './recordRows.ts';
import { entriesOf } from './valueRows.ts';
import type { HeadingNode, ItemNode, KeptNode, MoreNode, Node, RecordNode, RetryNode, ValueNode } from './nodes.ts';
import { countOf } from '../../kinds/counted.ts';

/** How each type of node looks; one that is missing does not compile. */
const items: { readonly [T in Node['type']]: (node: Extract<Node, { readonly type: T }>) => TreeItem } = {
  group: ({ kind }) => {
    const item = iconed(new TreeItem(kind.words.many, TreeItemCollapsibleState.Collapsed), kind.icon);
    item.contextValue = kind.id;
    return item;
  },
  kept: keptItem,
  heading: headingItem,
  record: recordItem,
  collection: ({ collection }) => new TreeItem(collection.words.many, TreeItemCollapsibleState.Collapsed),
  item: itemItem,
  related: relatedItem,
  attached: attachedItem,
  stage: stageItem,
  card: cardItem,
  narrowed: narrowedItem,
  value: valueItem,
  failure: ({ error }) => {
    const item = new TreeItem(sentenceOf(error));
    item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    item.tooltip = sentenceOf(error);
    return item;
  },
  retry: retryItem,
  more: moreItem,
  empty: ({ of }) => iconed(new TreeItem(of.words.none), 'info'),
  filtered: ({ kind, shown }) => {
    const words = kind.listed ? filterWords(kind.listed, shown).join(' · ') : '';
    const title = l10n.t('Change How the List Is Shown');
    const item = iconed(new TreeItem(words), 'filter-filled');
    item.tooltip = l10n.t('Only {0}', words);
    item.contextValue = 'filtered';
    item.command = { command: listCommands[kind.view].arrange, title };
    return item;
  },
  clear: ({ kind }) => {
    const title = l10n.t('Clear Filters');
    const item = iconed(new TreeItem(title), 'clear-all');
    item.command = { command: listCommands[kind.view].clearFilters, title };
    return item;
  },
  another: (node) => {
    const title = l10n.t('Another letter…');
    const item = iconed(new TreeItem(title), 'add');
    item.command = { command: commands.addHeading, title, arguments: [node] };
    return item;
  },
  note: ({ text }) => {
    const item = iconed(new TreeItem(text), 'info');
    item.tooltip = text;
    return item;
  },
  create: ({ kind }) => {
    const title = kind.words.create;
    const item = iconed(new TreeItem(title), 'add');
    item.command = { command: createCommand(kind.id), title };
    return item;
  },
};

/** A node as VS Code shows it; the tooltip of a record comes later, when it is asked for. */
export function treeItem(node: Node): TreeItem {
  const make = items[node.type] as (node: Node) => TreeItem;
  const item = make(node);
  item.id = node.id;
  return item;
}

/** What a record's menu offers, as words for the manifest's `viewItem =~ /…/`; a kind's own commands go by its id. */
function contextOf({ kind, account, record }: RecordNode): string {
  const words = ['record', kind.id];
  const locked = kind.locked?.(record) !== undefined;
  if (kind.webPath && account.webUrl !== undefined) words.push('web');
  if (kind.create) words.push('copyable');
  if (kind.update && !locked) words.push('renamable');
  if (kind.remove && !locked) words.push('removable');
  if (kind.assigning?.owner && !locked) words.push('owned');
  if (kind.assigning?.labels && !locked) words.push('labelled');
  if (kind.related?.some(({ add }) => add?.form === 'follower')) words.push('followable');
  return words.join(' ');
}

function keptItem({ kind, kept: { value }, listing }: KeptNode): TreeItem {
  const { term, exact = false, organization, ids } = value;
  const item = new TreeItem(l10n.t('Search: “{0}”', displayText(term, 60)), TreeItemCollapsibleState.Collapsed);
  const count = listing.opened && !listing.failure ? listing.items.length : ids.length;
  const counted = countOf(kind.words.counted, count);
  const where = organization ? l10n.t('in {0}', displayText(organization.name, 60)) : '';
  item.description = [counted, exact ? l10n.t('exact match') : '', where].filter(Boolean).join(' · ');
  item.contextValue = 'kept';
  return iconed(item, 'search');
}

function headingItem(node: HeadingNode): TreeItem {
  const { label, description, icon } = node.heading;
  const title = displayText(label);
  const item = new TreeItem(title || `#${node.heading.id}`, TreeItemCollapsibleState.Collapsed);
  item.description = displayText(description ?? '');
  item.resourceUri = headingRowUri(node);
  item.tooltip = item.label as string;
  return iconed(item, icon);
}

function recordItem(node: RecordNode): TreeItem {
  const { account, kind, record } = node;
  const under = kind.quick ?? kind.related ?? kind.board;
  const opens = under !== undefined || collectionsOf(node).length > 0;
  const item = new TreeItem(titleOf(kind, record), opens ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const description = kind.description(record);
  item.description = displayText(description);
  item.contextValue = contextOf(node);
  item.resourceUri = recordRowUri(node);
  // VS Code’s own, which it tells how the row was opened: a click looks in and leaves the focus here, Enter goes there.
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [recordUri(account.id, kind, record.id)] };
  return iconed(item, kind.iconOf?.(record) ?? kind.icon);
}

function itemItem({ item: { id, label, description, icon, color } }: ItemNode): TreeItem {
  const item = new TreeItem(displayText(label) || `#${id}`);
  item.description = displayText(description ?? '');
  item.iconPath = new ThemeIcon(icon, themeColor(color));
  return item;
}

function valueItem(node: ValueNode): TreeItem {
  const { of, field, entry } = node;
  const shown = entry ? entry.value : showValue(field, of.record.values[field.key]);
  const item = new TreeItem(displayText(shown) || l10n.t('Add {0}', fieldTitle(field)));
  item.contextValue = 'value';
  const others = entry ? entriesOf(field, of.record.values[field.key]).length - 1 : 0;
  item.description = entry ? labelOf(entry, others > 0) : '';
  if (shown !== '') return iconed(item, typeIcon(field.type));
  item.command = { command: commands.editValue, title: l10n.t('Edit Value'), arguments: [node] };
  return iconed(item, 'add');
}

/** @param among whether there are others that it could be the primary one of */
function labelOf({ label, primary }: ContactEntry, among: boolean): string {
  return [displayText(contactLabel(label ?? '')), primary && among ? l10n.t('primary') : ''].filter(Boolean).join(' · ');
}

function retryItem(node: RetryNode): TreeItem {
  if (needsSignIn(node.error)) {
    const item = iconed(new TreeItem(l10n.t('Sign In')), 'sign-in');
    item.command = { command: commands.signIn, title: l10n.t('Sign In') };
    return item;
  }
  const way = wayOut(node.error);
  if (way) {
    const item = iconed(new TreeItem(way.title), 'arrow-swap');
    item.command = { command: commands.retry, title: way.title, arguments: [node] };
    return item;
  }
  const item = iconed(new TreeItem(l10n.t('Retry')), 'refresh');
  item.command = { command: commands.retry, title: l10n.t('Retry'), arguments: [node] };
  return item;
}

function moreItem(node: MoreNode): TreeItem {
  const item = iconed(new TreeItem(l10n.t('Load more…')), 'ellipsis');
  item.description = l10n.t('{0} loaded', node.loaded.toLocaleString(env.language));
  item.contextValue = 'more';
  item.command = { command: commands.loadMore, title: l10n.t('Load more…'), arguments: [node] };
  return item;
}

function iconed(item: TreeItem, icon: string): TreeItem {
  item.iconPath = new ThemeIcon(icon);
  return item;
}
