import { l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import { demoId } from '../../ids/index.ts';
import { plain } from '../shared/searchRows.ts';

interface Item extends QuickPickItem {
  /** The account of the row, which its buttons are about. */
  readonly account?: Account;
  go(): Promise<void>;
}

export interface SwitchParts {
  readonly accounts: Accounts;
  readonly signIn: () => Promise<void>;
  readonly exploreDemo: () => Promise<void>;
  /** Asks where that is due. */
  readonly signOut: (account: Account) => Promise<void>;
  /** Takes a person's work whose errors are to be told. */
  readonly attend: (work: () => Promise<void>) => Promise<void>;
}

/** Picks which account the side bar shows; its rows sign out and mark as production, too. */
export async function switchAccount(parts: SwitchParts): Promise<void> {
  const { accounts, signOut, attend } = parts;
  const [leave, mark, unmark] = buttons();
  const picking = window.createQuickPick<Item>();
  picking.title = l10n.t('Switch Account');
  picking.placeholder = l10n.t('Which account do you want to see?');
  picking.matchOnDescription = true;
  const show = (): void => {
    picking.items = itemsOf(parts, ({ demo, production }) => [...(demo ? [] : [production ? unmark : mark]), leave]);
  };
  show();
  const listening = accounts.onDidChange(show);
  const chosen = await new Promise<Item | undefined>((resolve) => {
    picking.onDidAccept(() => resolve(picking.activeItems[0]));
    picking.onDidHide(() => resolve(undefined));
    picking.onDidTriggerItemButton(({ button, item: { account } }) => {
      if (!account) return;
      void attend(() => (button === leave ? signOut(account) : accounts.markProduction(account.id, button === mark)));
    });
    picking.show();
  });
  listening.dispose();
  picking.dispose();
  await chosen?.go();
}

function buttons(): readonly [leave: QuickInputButton, mark: QuickInputButton, unmark: QuickInputButton] {
  return [
    { iconPath: new ThemeIcon('sign-out'), tooltip: l10n.t('Sign Out') },
    { iconPath: new ThemeIcon('shield'), tooltip: l10n.t('Mark as Production') },
    { iconPath: new ThemeIcon('circle-slash'), tooltip: l10n.t('Not Production') },
  ];
}

function itemsOf(
  { accounts, signIn, exploreDemo }: SwitchParts,
  buttonsOf: (account: Account) => readonly QuickInputButton[],
): readonly Item[] {
  const items: Item[] = accounts.all.map((account) => ({
    label: plain(account.company, 60),
    description: descriptionOf(account),
    iconPath: new ThemeIcon(account.id === accounts.active?.id ? 'check' : account.demo ? 'beaker' : 'account'),
    buttons: buttonsOf(account),
    account,
    go: () => accounts.activate(account.id),
  }));
  if (!accounts.get(demoId)) {
    items.push({ label: l10n.t('Explore the demo account'), iconPath: new ThemeIcon('beaker'), go: exploreDemo });
  }
  items.push({ label: l10n.t('Sign in to another account…'), iconPath: new ThemeIcon('sign-in'), go: signIn });
  return items;
}

function descriptionOf({ demo, production, user, domain }: Account): string {
  if (demo) return '';
  const who = [plain(user, 60), domain ?? ''];
  return (production ? [l10n.t('Production'), ...who] : who).join(' · ');
}
