import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account, AccountsChange } from '../../../src/account/index.ts';
import { Shelves } from '../../../src/account/shelf.ts';
import { createApi } from '../../../src/api/index.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { commands, type CommandId } from '../../../src/ids/index.ts';
import { Names } from '../../../src/kinds/names.ts';
import { Records } from '../../../src/kinds/records.ts';
import type { SandboxHandle } from '../../../src/sandbox/server.ts';
import type { RecordDocuments } from '../../../src/surfaces/document/documents.ts';
import { Tree } from '../../../src/surfaces/explorer/tree.ts';
import { registerSearch, type Opened } from '../../../src/surfaces/search/index.ts';
import type { CommandHandler } from '../../../src/surfaces/shared/commands.ts';
import { KeptSearches, mostKeptSearches, type KeptSearch } from '../../../src/surfaces/shared/keptSearches.ts';
import { until } from './company.ts';

const acme: Account = {
  id: 'acme',
  company: 'Acme',
  user: 'Ann',
  currency: 'EUR',
  webUrl: 'https://acme.pipedrive.com',
  demo: false,
};

type Item = vscode.QuickPickItem & { readonly uri?: vscode.Uri };

/** A quick pick that a test types into. */
export class Pick {
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly #button = new vscode.EventEmitter<vscode.QuickInputButton>();
  readonly #itemButton = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<Item>>();
  readonly onDidChangeValue = this.#changed.event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  readonly onDidTriggerButton = this.#button.event;
  readonly onDidTriggerItemButton = this.#itemButton.event;
  value = '';
  title = '';
  placeholder = '';
  busy = false;
  shown = false;
  items: readonly Item[] = [];
  activeItems: readonly Item[] = [];
  selectedItems: readonly Item[] = [];
  buttons: readonly vscode.QuickInputButton[] = [];

  show(): void {
    this.shown = true;
  }
  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.#hidden.fire();
  }
  dispose(): void {
    this.hide();
  }

  type(text: string): void {
    this.value = text;
    this.#changed.fire(text);
  }
  /** Types a term and waits for what it finds. */
  async find(term: string): Promise<readonly string[]> {
    this.type(term);
    await this.answered();
    return this.labels();
  }
  async answered(): Promise<void> {
    await until(() => !this.busy);
  }
  /** What the rows say. */
  rows(): string[] {
    return this.items.map(({ label, description = '', detail = '' }) => [label, description, detail].filter(Boolean).join(' | '));
  }
  /** What the records' rows are called. */
  labels(): string[] {
    return this.items.filter(({ uri }) => uri).map(({ label }) => label);
  }
  item(text: string): Item {
    const found = this.items.find(({ label, description = '' }) => label === text || description.startsWith(text));
    assert.ok(found, `${text} among ${this.rows().join(', ')}`);
    return found;
  }
  accept(text: string): void {
    this.selectedItems = [this.item(text)];
    this.#accepted.fire();
  }
  press(tooltip: string): void {
    const button = this.buttons.find((each) => each.tooltip === tooltip);
    assert.ok(button, `${tooltip} among ${this.buttons.map((each) => each.tooltip).join(', ')}`);
    this.#button.fire(button);
  }
  pressOn(text: string, tooltip: string): void {
    const item = this.item(text);
    const button = item.buttons?.find((each) => each.tooltip === tooltip);
    assert.ok(button, tooltip);
    this.#itemButton.fire({ item, button });
  }
}

/** The search on a server of its own, with a quick pick that can be typed into, and a tree that shows what is kept. */
export class SearchWindow implements vscode.Disposable {
  readonly #parts: vscode.Disposable[] = [];
  readonly #handlers = new Map<CommandId, CommandHandler>();
  readonly #accounts = new vscode.EventEmitter<AccountsChange>();
  #active: Account | undefined = acme;
  readonly sandbox: SandboxHandle;
  readonly shelves: Shelves;
  readonly records: Records;
  readonly trees: { readonly persons: Tree; readonly products: Tree };
  /** All that were made, the last one in front. */
  readonly picks: Pick[] = [];
  /** Commands that were run, with the path of the record. */
  readonly ran: string[] = [];
  /** What is chosen where several can be. */
  choice: readonly string[] = [];
  readonly #state = new Map<string, unknown>();

  /** @param folder where what is kept lies */
  constructor(sandbox: SandboxHandle, token: string, version: ApiVersion, folder: string) {
    this.sandbox = sandbox;
    const api = createApi({ baseUrl: sandbox.url, token, version: () => version, log: { debug() {}, warn() {} } });
    const session = { account: acme, api };
    const sessions = { session: async () => session };
    this.records = new Records(sessions);
    const names = new Names(sessions, this.records);
    this.shelves = new Shelves(folder);
    const searches = new KeptSearches(this.shelves.shelf<KeptSearch>('searches', mostKeptSearches));
    const never = new vscode.EventEmitter<never>();
    const documents = { records: this.records, names, onDidChange: never.event, find: () => undefined };
    const [registered, state, active] = [this.#handlers, this.#state, () => this.#active];
    const tree = (view: 'persons' | 'products') => {
      const made = new Tree(view, this.records, names, searches, () => ({ get: () => undefined, set: async () => undefined }));
      made.show(acme);
      return made;
    };
    this.trees = { persons: tree('persons'), products: tree('products') };
    this.#parts.push(
      this.#instead(),
      searches.onDidChange((change) => void this.trees.persons.hearKept(change)),
      registerSearch({
        accounts: {
          get active() {
            return active();
          },
          get: () => active(),
          onDidChange: this.#accounts.event,
        },
        room: { documents: documents as unknown as RecordDocuments },
        opened: this.shelves.shelf<Opened>('opened', 20),
        searches,
        state: {
          get: (key: string) => state.get(key),
          update: async (key: string, value: unknown) => void state.set(key, value),
          keys: () => [...state.keys()],
        } as vscode.Memento,
        report: (error) => assert.fail(String(error)),
        attend: async (_what, work) => void (await work()),
        register(id, handler) {
          registered.set(id, handler);
          return new vscode.Disposable(() => registered.delete(id));
        },
      }),
      ...[this.trees.persons, this.trees.products, searches, names, this.records, { dispose: () => api.dispose() }],
    );
  }

  /** Opens the search. */
  async open(key: keyof typeof commands = 'search', ...args: readonly unknown[]): Promise<Pick> {
    await this.run(key, ...args);
    return this.pick;
  }

  get pick(): Pick {
    const pick = this.picks.at(-1);
    assert.ok(pick);
    return pick;
  }

  async run(key: keyof typeof commands, ...args: readonly unknown[]): Promise<void> {
    const handler = this.#handlers.get(commands[key]);
    assert.ok(handler, key);
    await handler(...args);
  }

  /** The requests for searches, as `persons term=bob exact_match=true`. */
  searches(): string[] {
    const asked = this.sandbox.log.entries.filter(({ path }) => path.endsWith('/search'));
    return asked.map(({ path, query, status }) => {
      const params = new URLSearchParams(query);
      for (const paging of ['limit', 'start', 'include_fields']) params.delete(paging);
      return `${path.split('/').at(-2)} ${[...params].map(([key, value]) => `${key}=${value}`).join(' ')} ${status}`;
    });
  }

  signsOut(): void {
    this.#active = undefined;
    this.#accounts.fire({ accountId: acme.id, change: 'signedOut' });
  }

  dispose(): void {
    for (const part of this.#parts.toReversed()) part.dispose();
  }

  /** Stands in for VS Code's quick picks and for the commands on records. */
  #instead(): vscode.Disposable {
    const window = vscode.window as unknown as Record<string, unknown>;
    const own = { createQuickPick: window['createQuickPick'], showQuickPick: window['showQuickPick'] };
    const execute = vscode.commands.executeCommand.bind(vscode.commands);
    const records: readonly string[] = [commands.open, commands.openAsJson, commands.openInPipedrive];
    window['createQuickPick'] = () => {
      const pick = new Pick();
      this.picks.push(pick);
      return pick;
    };
    window['showQuickPick'] = async (choices: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      for (const pick of this.picks) pick.hide();
      const chosen = choices.filter(({ label }) => this.choice.includes(label));
      return options.canPickMany ? chosen : chosen[0];
    };
    (vscode.commands as unknown as Record<string, unknown>)['executeCommand'] = async (id: string, ...args: unknown[]) => {
      if (records.includes(id)) this.ran.push(`${id} ${(args[0] as vscode.Uri).path}`);
      else if (id.endsWith('.focus') || id === 'setContext') this.ran.push([id, ...args].join(' '));
      else return execute(id, ...args);
      return undefined;
    };
    return new vscode.Disposable(() => {
      Object.assign(window, own);
      (vscode.commands as unknown as Record<string, unknown>)['executeCommand'] = execute;
    });
  }
}
