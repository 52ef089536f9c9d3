import { l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import { demoId } from '../../ids/index.ts';
import { plain } from '../shared/searchRows.ts';

interface Item extends QuickPickItem {
  go(): Promise<void>;
}

/** Picks which account the side bar shows. */
export async function switchAccount(accounts: Accounts, signIn: () => Promise<void>, demo: () => Promise<void>): Promise<void> {
  const items: Item[] = accounts.all.map((account) => ({
    label: plain(account.company, 60),
    description: account.demo ? '' : `${plain(account.user, 60)} · ${account.domain ?? ''}`,
    iconPath: new ThemeIcon(account.id === accounts.active?.id ? 'check' : account.demo ? 'beaker' : 'account'),
    go: () => accounts.activate(account.id),
  }));
  if (!accounts.get(demoId)) {
    items.push({ label: l10n.t('Explore the demo account'), iconPath: new ThemeIcon('beaker'), go: demo });
  }
  items.push({ label: l10n.t('Sign in to another account…'), iconPath: new ThemeIcon('sign-in'), go: signIn });
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Which account do you want to see?') });
  await chosen?.go();
}
