import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands } from '../../ids/index.ts';
import { displayText } from '../../model/displayText.ts';
import type { Reason } from '../../model/doubles/match.ts';
import { recordUri } from '../document/address.ts';
import { needsSignIn, sentenceOf } from '../shared/problems.ts';
import { mostShown, type Node, type OneNode, type PairNode, type ResumeNode } from './nodes.ts';
import { bothNames, counted, crowdText, nameOf, numeral, reasonText } from './words.ts';

/** How each type of node looks; one that is missing does not compile. */
const items: { readonly [T in Node['type']]: (node: Node & { readonly type: T }) => TreeItem } = {
  pair: pairItem,
  one: oneItem,
  reading: ({ search }) => iconed(new TreeItem(l10n.t('Reading… {0}', counted(search.kind, search.read))), 'loading~spin'),
  none: ({ search }) => iconed(new TreeItem(l10n.t('No possible doubles among {0}', counted(search.kind, search.read))), 'info'),
  part: ({ search }) =>
    iconed(new TreeItem(l10n.t('This is a part: the search was stopped after {0}.', counted(search.kind, search.read))), 'info'),
  failure: ({ search }) => {
    const item = new TreeItem(sentenceOf(search.error));
    item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    item.tooltip = sentenceOf(search.error);
    return item;
  },
  resume: resumeItem,
  more: () => {
    const item = new TreeItem(l10n.t('There are more, less likely ones'));
    item.tooltip = l10n.t(
      'The {0} likeliest are shown. Merge some or keep them separate, then search again.',
      numeral(mostShown),
    );
    return iconed(item, 'ellipsis');
  },
  crowds: ({ count, search }) => {
    const item = new TreeItem(
      count === 1 ? l10n.t('1 value says nothing') : l10n.t('{0} values say nothing', numeral(count)),
      TreeItemCollapsibleState.Collapsed,
    );
    item.description = l10n.t('each shared by more than {0}', numeral(search.crowd));
    item.tooltip = l10n.t(
      'What more than {0} share is no sign that two of them are one, so nobody was paired by it.',
      counted(search.kind, search.crowd),
    );
    return iconed(item, 'organization');
  },
  crowd: ({ crowd, search }) => {
    const item = new TreeItem(crowdText(crowd));
    item.description = l10n.t('shared by {0}', counted(search.kind, crowd.count));
    return item;
  },
  separate: ({ count }) => {
    const item = new TreeItem(l10n.t('Kept separate'), TreeItemCollapsibleState.Collapsed);
    item.description = numeral(count);
    item.tooltip = l10n.t('Pairs that you said are two. Compare them again to have them in the list.');
    return iconed(item, 'split-horizontal');
  },
  separated: ({ kept }) => {
    const item = new TreeItem(bothNames(kept.value.names.map((name) => displayText(name, 80))));
    item.contextValue = 'separated';
    return item;
  },
};

/** A node as VS Code shows it. All of it is plain text: a tooltip that is a string formats nothing. */
export function treeItem(node: Node): TreeItem {
  const make = items[node.type] as (node: Node) => TreeItem;
  const item = make(node);
  item.id = node.id;
  return item;
}

function pairItem(node: PairNode): TreeItem {
  const { pair, search } = node;
  const names = [pair.survivor, pair.absorbed].map((row) => nameOf(search.kind, row));
  const reasons = pair.reasons.map(reasonText);
  const item = new TreeItem(bothNames(names), TreeItemCollapsibleState.Collapsed);
  item.description = l10n.t('{0} · {1}', pair.score, reasons[0] ?? '');
  item.tooltip = [
    ...names,
    '',
    l10n.t('{0} of 100, by:', pair.score),
    ...reasons.map((reason) => `• ${reason}`),
    '',
    l10n.t('“{0}” would stay: it holds more, or is older. You can swap them before you merge.', names[0] ?? ''),
  ].join('\n');
  item.contextValue = 'pair';
  item.command = { command: commands.mergePair, title: l10n.t('Merge…'), arguments: [node] };
  return iconed(item, icons[pair.reasons[0]?.sort ?? 'name']);
}

/** The main reason is seen before it can be read. */
const icons: { readonly [S in Reason['sort']]: string } = {
  email: 'mail',
  phone: 'call-outgoing',
  name: 'person',
  similarName: 'whole-word',
  organization: 'organization',
};

function oneItem({ search, row, survives }: OneNode): TreeItem {
  const { account, kind } = search;
  const item = new TreeItem(nameOf(kind, row));
  const known = displayText([...row.emails, ...row.phones].slice(0, 2).join(', '), 80);
  item.description = [survives ? l10n.t('would stay') : '', known].filter(Boolean).join(' · ');
  item.contextValue = 'one';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [recordUri(account.id, kind, row.id)] };
  return iconed(item, kind.icon);
}

function resumeItem({ search }: ResumeNode): TreeItem {
  if (search.phase === 'failed' && needsSignIn(search.error)) {
    const item = iconed(new TreeItem(l10n.t('Sign In')), 'sign-in');
    item.command = { command: commands.signIn, title: l10n.t('Sign In') };
    return item;
  }
  const title = search.phase === 'failed' ? l10n.t('Retry') : l10n.t('Read the Rest');
  const item = iconed(new TreeItem(title), search.phase === 'failed' ? 'refresh' : 'debug-continue');
  item.command = { command: commands.resumeDoubles, title };
  return item;
}

function iconed(item: TreeItem, icon: string): TreeItem {
  item.iconPath = new ThemeIcon(icon);
  return item;
}
