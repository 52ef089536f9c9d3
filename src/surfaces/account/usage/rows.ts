import { env, l10n, QuickPickItemKind, ThemeIcon, type QuickPickItem } from 'vscode';
import type { Account } from '../../../account/index.ts';
import type { Budget, Queue } from '../../../api/types.ts';
import { commands, type CommandId } from '../../../ids/index.ts';
import { plain } from '../../shared/searchRows.ts';
import { plus, total, type Count, type UsageOfDay } from './day.ts';
import { deedOf } from './deeds.ts';
import { leftOf, type Left } from './left.ts';

export interface UsageRow extends QuickPickItem {
  readonly command?: CommandId;
}

/** All that the usage view tells. */
export interface Shown {
  readonly account: Account;
  readonly budget: Budget;
  readonly queue: Queue | undefined;
  readonly today: UsageOfDay;
}

/** The rows from top to bottom; what changes while it is open keeps its label, or is told apart by its icon. */
export function rowsOf({ account, budget, queue, today }: Shown): readonly UsageRow[] {
  return [
    heading(l10n.t('Account')),
    accountRow(account),
    heading(l10n.t('API tokens of today')),
    budgetRow(budget),
    heading(l10n.t('Asked today')),
    ...countRows(today),
    heading(l10n.t('Waiting')),
    queueRow(queue),
    heading(l10n.t('More')),
    entry('arrow-swap', l10n.t('Switch Account…'), commands.switchAccount),
    entry('plug', l10n.t('Check Connection'), commands.checkConnection),
    entry('output', l10n.t('Show Log'), commands.showLog),
  ];
}

const heading = (label: string): UsageRow => ({ label, kind: QuickPickItemKind.Separator });
const row = (icon: string, label: string, description: string, detail?: string): UsageRow => ({
  ...{ iconPath: new ThemeIcon(icon), label, description, alwaysShow: false },
  ...(detail !== undefined && { detail }),
});
const entry = (icon: string, label: string, command: CommandId): UsageRow => ({
  ...{ iconPath: new ThemeIcon(icon), label, command },
});

function accountRow(account: Account): UsageRow {
  const company = plain(account.company, 60);
  if (account.demo) return row('beaker', company, l10n.t('made-up data on your own computer'));
  const who = l10n.t('signed in as {0}', plain(account.user, 60));
  const production = account.production === true;
  return production ? row('warning', company, l10n.t('Production, {0}', who)) : row('account', company, who);
}

/** A share in words, which a screen reader says as well as an eye sees it. */
const shares: { readonly [L in Left]: () => string } = {
  unknown: () => l10n.t('Not known yet'),
  none: () => l10n.t('None left'),
  little: () => l10n.t('Little left'),
  aQuarter: () => l10n.t('About a quarter left'),
  half: () => l10n.t('About half left'),
  threeQuarters: () => l10n.t('About three quarters left'),
  nearlyAll: () => l10n.t('Nearly all left'),
};

function budgetRow(budget: Budget): UsageRow {
  const left = leftOf(budget);
  const { dailyRemaining, dailyLimit } = budget;
  const icon = left === 'none' ? 'error' : left === 'little' ? 'warning' : 'dashboard';
  if (dailyRemaining === undefined) return row(icon, shares[left](), l10n.t('told with the next answer of Pipedrive'));
  const [now, all] = [dailyRemaining.toLocaleString(env.language), dailyLimit?.toLocaleString(env.language)];
  const figures = all === undefined ? l10n.t('{0} tokens', now) : l10n.t('{0} of {1} tokens', now, all);
  if (left !== 'none' && left !== 'little') return row(icon, shares[left](), figures, l10n.t('The whole company shares them.'));
  return row(icon, shares[left](), figures, l10n.t('Renewed at midnight, server time. An admin can buy more.'));
}

function countRows(today: UsageOfDay): readonly UsageRow[] {
  const sums = new Map<string, Count>();
  for (const [operation, count] of Object.entries(today.operations)) {
    const deed = deedOf(operation);
    sums.set(deed, plus(sums.get(deed), count));
  }
  const rows = [...sums]
    .toSorted(([, one], [, other]) => other.tokens - one.tokens || other.requests - one.requests)
    .map(([deed, count]) => row('blank', plain(deed), figuresOf(count)));
  return [row('list-ordered', l10n.t('All together'), figuresOf(total(today))), ...rows];
}

function figuresOf({ requests, tokens }: Count): string {
  const asked = requests === 1 ? l10n.t('1 request') : l10n.t('{0} requests', requests.toLocaleString(env.language));
  const cost = tokens === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', tokens.toLocaleString(env.language));
  return `${asked} · ${cost}`;
}

function queueRow(queue: Queue | undefined): UsageRow {
  if (!queue || (queue.waiting === 0 && queue.pausedFor === undefined)) {
    return row('pass', l10n.t('Nothing waits'), l10n.t('requests are sent at once'));
  }
  const { waiting, pausedFor, atMost } = queue;
  const label = waiting === 1 ? l10n.t('1 request waits') : l10n.t('{0} requests wait', waiting.toLocaleString(env.language));
  if (pausedFor === undefined) return row('watch', label, l10n.t('burst limit: {0} are sent in two seconds', atMost));
  const seconds = Math.max(1, Math.ceil(pausedFor / 1000));
  return row('watch', label, l10n.t('burst limit: Pipedrive takes more in {0} s', seconds));
}
