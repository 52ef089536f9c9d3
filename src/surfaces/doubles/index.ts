import { commands as vscodeCommands, Disposable, l10n, ProgressLocation, window } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import type { Shelves } from '../../account/shelf.ts';
import { PipedriveError } from '../../api/errors.ts';
import { commands, contextKeys, doublesView } from '../../ids/index.ts';
import type { Doubles } from '../../kinds/doubles.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import { signalOf, withViewProgress } from '../shared/progress.ts';
import { DoublesView } from './doublesView.ts';
import { isPairNode, isSeparatedNode } from './nodes.ts';
import { Search } from './search.ts';
import { KeptSeparate } from './separate.ts';
import { counted, countedPairs, nameOf, numeral } from './words.ts';

export interface DoublesParts {
  readonly accounts: Pick<Accounts, 'active' | 'session' | 'onDidChange'>;
  readonly records: Pick<Records, 'onDidChange'>;
  readonly shelves: Shelves;
  readonly register: RegisterCommand;
}

/** Possible doubles: the search for them, and the view that lists them. Nothing is read before it is asked for. */
export function registerDoubles({ accounts, records, shelves, register }: DoublesParts): Disposable {
  const separate = new KeptSeparate(shelves);
  const view = new DoublesView(separate);
  /** How many records the last whole search of an account read, to say beforehand what the next one takes. */
  const sizes = new Map<string, number>();
  let running: AbortController | undefined;

  const run = async (search: Search, doubles: Doubles): Promise<void> => {
    const session = await accounts.session(search.account.id);
    const abort = new AbortController();
    running = abort;
    const plan = (records_: number) => numeral(session.api.forecast([doubles.plan(records_)]));
    const known = sizes.get(sizeKey(search));
    const title =
      known === undefined
        ? l10n.t('Finding possible doubles, at {0} API tokens for every {1}', plan(500), counted(search.kind, 500))
        : l10n.t('Finding possible doubles among some {0}, for about {1} API tokens', counted(search.kind, known), plan(known));
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    await withViewProgress(doublesView, async () =>
      window.withProgress(options, async (progress, token) => {
        signalOf(token).addEventListener('abort', () => abort.abort());
        const tell = () => {
          const told = [counted(search.kind, search.read), countedPairs(search.pairs().length)];
          progress.report({ message: l10n.t('{0} read · {1} · {2} API tokens', ...told, numeral(search.tokens)) });
          if (view.search === search) view.refresh();
        };
        view.refresh();
        await search.run(session, abort.signal, tell);
      }),
    );
    if (running === abort) running = undefined;
    if (search.phase === 'done') sizes.set(sizeKey(search), search.read);
    if (view.search === search) view.refresh();
  };

  const find = async (): Promise<void> => {
    const { active } = accounts;
    const kind = kinds.find(({ doubles }) => doubles);
    if (!kind?.doubles) return;
    await vscodeCommands.executeCommand('setContext', contextKeys.doubles, true);
    await vscodeCommands.executeCommand(`${doublesView}.focus`);
    if (!active) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
    if (running) return;
    await separate.read(active.id);
    const search = new Search(active, kind, kind.doubles);
    view.show(search);
    await run(search, kind.doubles);
  };

  const resume = async (): Promise<void> => {
    const { search } = view;
    if (search?.kind.doubles && !running) await run(search, search.kind.doubles);
  };

  return Disposable.from(
    view,
    register(commands.findDoubles, find),
    register(commands.resumeDoubles, resume),
    register(commands.mergePair, async (node) => {
      if (isPairNode(node)) await view.open(node);
    }),
    register(commands.keepSeparate, async (...args) => {
      for (const { search, pair } of chosen(args).filter(isPairNode)) {
        const two = [pair.survivor, pair.absorbed] as const;
        const names = two.map((row) => nameOf(search.kind, row)) as [string, string];
        await separate.add({ kindId: search.kind.id, ids: [two[0].id, two[1].id], names });
      }
      view.refresh();
    }),
    register(commands.compareAgain, async (...args) => {
      for (const { kept } of chosen(args).filter(isSeparatedNode)) await separate.remove(kept);
      view.refresh();
    }),
    records.onDidChange((change) => view.apply(change)),
    accounts.onDidChange(() => {
      if (view.search && view.search.account.id !== accounts.active?.id) running?.abort();
      view.follow(accounts.active);
    }),
    { dispose: () => running?.abort() },
  );
}

const sizeKey = ({ account, kind }: { readonly account: { readonly id: string }; readonly kind: Kind }): string =>
  `${account.id}/${kind.id}`;

/** What a menu's command was called on: all that are selected where the row is one of them. */
function chosen([row, selected]: readonly unknown[]): readonly unknown[] {
  return Array.isArray(selected) && selected.length > 0 ? (selected as readonly unknown[]) : [row];
}
