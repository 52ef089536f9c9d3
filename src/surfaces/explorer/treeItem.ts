import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands, createCommands } from '../../ids/index.ts';
import { displayText } from '../../model/displayText.ts';
import { recordUri } from '../document/address.ts';
import { needsSignIn, sentenceOf } from '../shared/problems.ts';
import { themeColor } from './colors.ts';
import type { LeafNode, MoreNode, Node, RecordNode, RetryNode } from './nodes.ts';

/** How each type of node looks; one that is missing does not compile. */
const items: { readonly [T in Node['type']]: (node: Extract<Node, { readonly type: T }>) => TreeItem } = {
  group: ({ kind }) => iconed(new TreeItem(kind.words.many, TreeItemCollapsibleState.Collapsed), kind.icon),
  record: recordItem,
  leaf: leafItem,
  failure: ({ error }) => {
    const item = new TreeItem(sentenceOf(error));
    item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    item.tooltip = sentenceOf(error);
    return item;
  },
  retry: retryItem,
  more: moreItem,
  empty: ({ kind }) => iconed(new TreeItem(l10n.t('No {0} yet', kind.words.many.toLocaleLowerCase())), 'info'),
  create: ({ kind }) => {
    const item = iconed(new TreeItem(kind.words.create), 'add');
    const command = createCommands[kind.id];
    if (command !== undefined) item.command = { command, title: kind.words.create };
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

/** What a record's menu offers, as words for the manifest's `viewItem =~ /…/`. */
function contextOf({ kind, account }: RecordNode): string {
  const words = ['record'];
  if (kind.webPath && account.webUrl !== undefined) words.push('web');
  if (kind.remove) words.push('removable');
  return words.join(' ');
}

function recordItem(node: RecordNode): TreeItem {
  const { account, kind, record } = node;
  const opens = kind.children?.has(record) ?? false;
  const item = new TreeItem(
    displayText(kind.title(record)) || l10n.t('{0} without a name', kind.words.one),
    opens ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.description = displayText(kind.description(record));
  item.contextValue = contextOf(node);
  item.command = { command: commands.open, title: l10n.t('Open'), arguments: [recordUri(account.id, kind, record.id)] };
  return iconed(item, kind.iconOf?.(record) ?? kind.icon);
}

function leafItem({ leaf }: LeafNode): TreeItem {
  const item = new TreeItem(displayText(leaf.label));
  item.description = displayText(leaf.description ?? '');
  item.iconPath = new ThemeIcon(leaf.icon, themeColor(leaf.color));
  return item;
}

function retryItem(node: RetryNode): TreeItem {
  if (needsSignIn(node.error)) {
    const item = iconed(new TreeItem(l10n.t('Sign In')), 'sign-in');
    item.command = { command: commands.signIn, title: l10n.t('Sign In') };
    return item;
  }
  const item = iconed(new TreeItem(l10n.t('Retry')), 'refresh');
  item.command = { command: commands.retry, title: l10n.t('Retry'), arguments: [node] };
  return item;
}

function moreItem(node: MoreNode): TreeItem {
  const item = iconed(new TreeItem(l10n.t('Load more…')), 'ellipsis');
  item.description = l10n.t('{0} loaded', node.loaded.toLocaleString());
  item.command = { command: commands.loadMore, title: l10n.t('Load more…'), arguments: [node] };
  return item;
}

function iconed(item: TreeItem, icon: string): TreeItem {
  item.iconPath = new ThemeIcon(icon);
  return item;
}
