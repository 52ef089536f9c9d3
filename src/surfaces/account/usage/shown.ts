import { env, l10n, MarkdownString, ThemeColor, type StatusBarItem } from 'vscode';
import type { Account, Accounts } from '../../../account/index.ts';
import type { Budget } from '../../../api/types.ts';
import { displayText } from '../../../model/displayText.ts';
import { plain } from '../../shared/searchRows.ts';
import { leftOf } from './left.ts';

/** Shows the active account and what is left of its tokens; nothing where nobody is signed in. */
export function show(item: StatusBarItem, accounts: Accounts): void {
  const { active } = accounts;
  if (!active) return item.hide();
  const budget = accounts.opened(active.id)?.api.budget ?? { used: 0 };
  const production = active.production === true;
  const left = leftOf(budget);
  const text = textOf(plain(active.company, 30), budget, production);
  item.text = `$(${active.demo ? 'beaker' : 'account'}) ${text}`;
  item.tooltip = tooltipOf(active, budget, production);
  item.accessibilityInformation = { label: l10n.t('Pipedrive account: {0}', text) };
  item.backgroundColor = backgroundOf(left === 'none' || production, left === 'little');
  item.show();
}

function backgroundOf(error: boolean, warning: boolean): ThemeColor | undefined {
  if (error) return new ThemeColor('statusBarItem.errorBackground');
  return warning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
}

function textOf(name: string, budget: Budget, production: boolean): string {
  const who = production ? l10n.t('Production: {0}', name) : name;
  if (leftOf(budget) === 'none') return l10n.t('{0}: no API tokens left', who);
  if (budget.dailyRemaining === undefined) return who;
  return l10n.t('{0}: {1} left', who, budget.dailyRemaining.toLocaleString(env.language));
}

/** What records and servers say comes in by `appendText`, which makes neither links nor icons of it. */
function tooltipOf(account: Account, budget: Budget, production: boolean): MarkdownString {
  const { dailyLimit, dailyRemaining } = budget;
  const text = new MarkdownString();
  const say = (sentence: string): void => void text.appendText(sentence).appendMarkdown('\n\n');
  const who = [displayText(account.company, 60), displayText(account.user, 60)] as const;
  say(account.demo ? l10n.t('Pipedrive demo account, on your own computer') : l10n.t('Pipedrive: {0}, as {1}', ...who));
  if (production) say(l10n.t('This account is marked as production: what you save changes real data.'));
  if (dailyRemaining !== undefined && dailyLimit !== undefined) {
    const figures = [dailyRemaining.toLocaleString(env.language), dailyLimit.toLocaleString(env.language)];
    say(l10n.t('{0} of {1} API tokens of today are left. The whole company shares them.', ...figures));
  } else {
    say(l10n.t('What is left of today’s API tokens is known with the next answer of Pipedrive.'));
  }
  say(l10n.t('Click to see what they were used for.'));
  return text;
}
