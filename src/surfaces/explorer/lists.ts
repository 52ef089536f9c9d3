import { Disposable, l10n, window, workspace } from 'vscode';
import { commands, listCommands, settings, type ViewName } from '../../ids/index.ts';
import type { Records } from '../../kinds/records.ts';
import { isObject } from '../../model/isObject.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import { isAnotherNode } from './nodes.ts';
import { Polling } from './polling.ts';
import type { ShownView } from './shownView.ts';

export interface ListsParts {
  readonly register: RegisterCommand;
  readonly shown: readonly ShownView[];
  readonly records: Records;
  /** Takes an error that nobody waits for. */
  readonly report: (error: unknown) => void;
}

/** The commands on how lists are shown. What they ask with is loaded when it is used. */
export function registerLists({ register, shown, records, report }: ListsParts): readonly Disposable[] {
  const offered = shown.filter(({ listed }) => listed);
  return [
    ...offered.flatMap((view) => [
      register(listCommands[view.name].arrange, async (wanted) => {
        if (isWanted(wanted)) return view.arrange(wanted);
        const { account, listed } = view;
        if (!account || !listed) return undefined;
        const { arrange } = await import('./arrange.ts');
        const session = await records.session(account.id);
        const chosen = await arrange(titleOf(view), listed, session, view.shown);
        // Owners and saved filters are one account's; another may be shown by now.
        return view.account?.id === account.id ? view.arrange(chosen) : undefined;
      }),
      ...(view.listed?.filters.length
        ? [register(listCommands[view.name].clearFilters, () => view.arrange({ ...view.shown, filters: {} }))]
        : []),
    ]),
    register(commands.addHeading, async (node) => {
      const view = isAnotherNode(node) ? offered.find(({ name }) => name === node.kind.view) : undefined;
      if (!view) return;
      const { askLetter } = await import('./pickFilter.ts');
      const letter = await askLetter(l10n.t('Another letter'));
      await view.arrange({ ...view.shown, own: [...new Set([...view.shown.own, letter])] });
    }),
    polling(shown, report),
  ];
}

/** Whether a command was told what is to be shown; menus may hand in something else. */
const isWanted = (value: unknown): boolean =>
  isObject(value) && ['group', 'sort', 'filters'].some((key) => Object.hasOwn(value, key));

const titles: Readonly<Record<ViewName, string>> = {
  persons: l10n.t('Persons'),
  pipelines: l10n.t('Pipelines'),
  products: l10n.t('Products'),
  fields: l10n.t('Fields'),
};

const titleOf = ({ name }: ShownView): string => titles[name];

/** Asks what was changed, as often as the setting says, while the window has the focus and a view is in sight. */
function polling(shown: readonly ShownView[], report: (error: unknown) => void): Disposable {
  const asks = shown.filter(({ listed }) => listed?.changes);
  const poll = new Polling({
    minutes: () => Number(workspace.getConfiguration(settings.section).get(settings.refreshInterval) ?? 0),
    watched: () => window.state.focused && asks.some(({ visible, account }) => visible && account),
    ask: async () => {
      for (const view of asks) if (view.visible) await view.bringChanges();
    },
    failed: report,
    now: Date.now,
    later: (work, milliseconds) => {
      // A longer wait than a timer can hold would end at once.
      const timer = setTimeout(work, Math.min(milliseconds, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  });
  poll.look();
  const look = () => poll.look();
  return Disposable.from(
    poll,
    window.onDidChangeWindowState(look),
    ...asks.map(({ onDidChangeVisibility }) => onDidChangeVisibility(look)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.refreshInterval}`)) look();
    }),
  );
}
