import { commands as vscodeCommands, l10n, window } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import { PipedriveError } from '../../../api/errors.ts';
import { dayOf, together } from './day.ts';
import { rowsOf, type UsageRow } from './rows.ts';
import type { Usage } from './usage.ts';

/** How often what waits is looked at while the view is open, in milliseconds; it asks nobody. */
const beat = 1_000;

/**
 * Shows the active account's budget, what was asked today and what waits, live until it is closed. It reads other
 * windows' counts from the disk once, and sends no request.
 *
 * @throws PipedriveError `signedOut` without an account
 */
export async function showUsage(accounts: Accounts, usage: Usage): Promise<void> {
  const account = accounts.active;
  if (!account) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  const others = await usage.others(account.id);
  const pick = window.createQuickPick<UsageRow>();
  pick.title = l10n.t('API Usage');
  pick.placeholder = l10n.t('Counted since midnight, in all windows of this computer; choose what to do');
  pick.matchOnDescription = true;
  let shown = '';
  const show = (): void => {
    const api = accounts.opened(account.id)?.api;
    const today = together([others, usage.own(account.id)], dayOf(new Date()));
    const rows = rowsOf({ account, budget: api?.budget ?? { used: 0 }, queue: api?.queue, today });
    const text = JSON.stringify(rows);
    if (text === shown) return;
    shown = text;
    // A person may stand on a row while the numbers change.
    const [active] = pick.activeItems;
    pick.keepScrollPosition = true;
    pick.items = rows;
    const same = rows.find(({ label }) => label === active?.label);
    if (same) pick.activeItems = [same];
  };
  const timer = setInterval(show, beat);
  const watching = [
    usage.onDidChange((accountId) => {
      if (accountId === account.id) show();
    }),
    accounts.onDidChange(({ accountId, change }) => {
      if (accountId === account.id && change === 'signedOut') pick.hide();
    }),
  ];
  show();
  try {
    const command = await new Promise<UsageRow['command']>((resolve) => {
      pick.onDidAccept(() => {
        // A row of figures is there to be read.
        const chosen = pick.selectedItems[0]?.command;
        if (chosen) resolve(chosen);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
    pick.hide();
    if (command) await vscodeCommands.executeCommand(command);
  } finally {
    clearInterval(timer);
    for (const each of watching) each.dispose();
    pick.dispose();
  }
}
