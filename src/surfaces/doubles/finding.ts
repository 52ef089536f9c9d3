import { commands as vscodeCommands, Disposable, l10n, ProgressLocation, window } from 'vscode';
import type { Session } from '../../account/types.ts';
import { PipedriveError } from '../../api/errors.ts';
import { contextKeys, doublesView } from '../../ids/index.ts';
import type { Doubles } from '../../kinds/doubles.ts';
import { kinds } from '../../kinds/index.ts';
import { signalOf, withViewProgress } from '../shared/progress.ts';
import { DoublesView } from './doublesView.ts';
import { isPairNode, isSeparatedNode } from './nodes.ts';
import type { DoublesParts } from './parts.ts';
import { Search } from './search.ts';
import { KeptSeparate } from './separate.ts';
import { counted, countedPairs, nameOf, numeral } from './words.ts';

/** What the commands of possible doubles do. Nothing is read before it is asked for. */
export class Finding implements Disposable {
  readonly #accounts: DoublesParts['accounts'];
  readonly #separate: KeptSeparate;
  readonly #view: DoublesView;
  readonly #listening: Disposable;
  /** How many records the last whole search of an account read, to say beforehand what the next one takes. */
  readonly #sizes = new Map<string, number>();
  #running: AbortController | undefined;
  /** What is kept separate is being read, after which a search runs. */
  #beginning = false;

  constructor({ accounts, records, shelves }: DoublesParts) {
    this.#accounts = accounts;
    this.#separate = new KeptSeparate(shelves);
    this.#view = new DoublesView(this.#separate);
    this.#listening = Disposable.from(
      this.#view,
      records.onDidChange((change) => this.#view.apply(change)),
      accounts.onDidChange(() => this.#follow()),
    );
  }

  /** Searches the active account's records for doubles; where a search runs it is brought into sight. */
  async find(): Promise<void> {
    const { active } = this.#accounts;
    const kind = kinds.find(({ doubles }) => doubles);
    if (!kind?.doubles) return;
    await vscodeCommands.executeCommand('setContext', contextKeys.doubles, true);
    await vscodeCommands.executeCommand(`${doublesView}.focus`);
    if (!active) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
    if (this.#running || this.#beginning) return;
    this.#beginning = true;
    try {
      await this.#separate.read(active.id);
    } finally {
      this.#beginning = false;
    }
    // Left meanwhile: what is found in it would stand among another one's records.
    if (this.#accounts.active?.id !== active.id) return;
    const search = new Search(active, kind, kind.doubles);
    this.#view.show(search);
    await this.#view.takeFocus();
    await this.#run(search, kind.doubles);
  }

  /** Goes on with a search that was stopped or failed. */
  async resume(): Promise<void> {
    const { search } = this.#view;
    if (search?.kind.doubles && !this.#running) await this.#run(search, search.kind.doubles);
  }

  async openMerge(node: unknown): Promise<void> {
    if (isPairNode(node)) await this.#view.open(node);
  }

  /** @param args as a menu calls a command: the row, and all that are selected */
  async keepSeparate(args: readonly unknown[]): Promise<void> {
    for (const { search, pair } of chosen(args).filter(isPairNode)) {
      const { survivor, absorbed } = pair;
      const names = [nameOf(search.kind, survivor), nameOf(search.kind, absorbed)] as const;
      await this.#separate.add({ kindId: search.kind.id, ids: [survivor.id, absorbed.id], names });
    }
    this.#view.refresh();
  }

  /** @param args as a menu calls a command: the row, and all that are selected */
  async compareAgain(args: readonly unknown[]): Promise<void> {
    for (const { kept } of chosen(args).filter(isSeparatedNode)) await this.#separate.remove(kept);
    this.#view.refresh();
  }

  dispose(): void {
    this.#running?.abort();
    this.#listening.dispose();
  }

  async #run(search: Search, doubles: Doubles): Promise<void> {
    const view = this.#view;
    const abort = new AbortController();
    this.#running = abort;
    try {
      const session = await this.#accounts.session(search.account.id);
      const options = {
        location: ProgressLocation.Notification,
        title: this.#title(search, doubles, session),
        cancellable: true,
      };
      await withViewProgress(doublesView, async () =>
        window.withProgress(options, async (progress, token) => {
          signalOf(token).addEventListener('abort', () => abort.abort());
          const tell = () => {
            const told = [counted(search.kind, search.read), countedPairs(search.pairs().length)];
            progress.report({ message: l10n.t('{0} read · {1} · {2} API tokens', ...told, numeral(search.tokens)) });
            if (view.search === search) view.refresh();
          };
          const done = search.run(session, abort.signal, tell);
          view.refresh();
          await done;
        }),
      );
    } catch (error) {
      search.fail(error);
    } finally {
      this.#running = undefined;
    }
    if (search.phase === 'done') this.#sizes.set(sizeKey(search), search.read);
    if (view.search === search) view.refresh();
  }

  /** Says beforehand what a search takes: in all where that is known from the last one. */
  #title(search: Search, doubles: Doubles, { api }: Session): string {
    const tokens = (records: number) => numeral(api.forecast([doubles.plan(records)]));
    const known = this.#sizes.get(sizeKey(search));
    return known === undefined
      ? l10n.t('Finding possible doubles, at {0} API tokens for every {1}', tokens(500), counted(search.kind, 500))
      : l10n.t('Finding possible doubles among some {0}, for about {1} API tokens', counted(search.kind, known), tokens(known));
  }

  #follow(): void {
    const { active } = this.#accounts;
    if (this.#view.search && this.#view.search.account.id !== active?.id) this.#running?.abort();
    this.#view.follow(active);
  }
}

const sizeKey = ({ account, kind }: Pick<Search, 'account' | 'kind'>): string => `${account.id}/${kind.id}`;

/** What a menu's command was called on: all that are selected where the row is one of them. */
function chosen([row, selected]: readonly unknown[]): readonly unknown[] {
  return Array.isArray(selected) && selected.length > 0 ? (selected as readonly unknown[]) : [row];
}
