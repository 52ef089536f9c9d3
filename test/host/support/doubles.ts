import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account, AccountsChange } from '../../../src/account/index.ts';
import { Shelves } from '../../../src/account/shelf.ts';
import { createApi } from '../../../src/api/index.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { commands, type CommandId } from '../../../src/ids/index.ts';
import type { RecordChange } from '../../../src/kinds/records.ts';
import type { SandboxHandle } from '../../../src/sandbox/server.ts';
import { registerDoubles } from '../../../src/surfaces/doubles/index.ts';
import type { CommandHandler } from '../../../src/surfaces/shared/commands.ts';

/** A row as a person sees it. */
export interface Seen {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly context: string;
  readonly node: unknown;
}

const acme: Account = { id: 'acme', company: 'Acme', user: 'Ann', currency: 'EUR', demo: false };

/**
 * The surface of possible doubles on a server of its own, with a view that can be asked what it shows. The window's own view
 * belongs to the running extension and shows itself to nobody.
 */
export class DoublesWindow implements vscode.Disposable {
  readonly #parts: vscode.Disposable[] = [];
  readonly #handlers = new Map<CommandId, CommandHandler>();
  readonly #records = new vscode.EventEmitter<RecordChange>();
  readonly #accounts = new vscode.EventEmitter<AccountsChange>();
  #active: Account | undefined = acme;
  readonly view = { description: '' as string | undefined, visible: true, revealed: [] as unknown[] };
  /** Merges that were opened: the ids, absorbed first. */
  readonly opened: unknown[] = [];
  readonly titles: string[] = [];
  readonly told: string[] = [];
  /** Presses Cancel in the notification. */
  cancel: () => void = () => undefined;
  /** Why the account cannot be talked to. */
  refuses: Error | undefined;
  #provider: vscode.TreeDataProvider<unknown> | undefined;

  /** @param folder where what is kept lies */
  constructor(sandbox: SandboxHandle, token: string, version: ApiVersion, folder: string) {
    const api = createApi({ baseUrl: sandbox.url, token, version: () => version, log: { debug() {}, warn() {} } });
    const session = { account: acme, api };
    const instead = this.#instead();
    const { registered, active } = { registered: this.#handlers, active: () => this.#active };
    this.#parts.push(
      instead,
      registerDoubles({
        accounts: {
          get active() {
            return active();
          },
          session: async () => {
            if (this.refuses) throw this.refuses;
            return session;
          },
          onDidChange: this.#accounts.event,
        },
        records: { onDidChange: this.#records.event },
        shelves: new Shelves(folder),
        register(id, handler) {
          registered.set(id, handler);
          return new vscode.Disposable(() => registered.delete(id));
        },
      }),
      { dispose: () => api.dispose() },
    );
  }

  async run(key: keyof typeof commands, ...args: readonly unknown[]): Promise<void> {
    const handler = this.#handlers.get(commands[key]);
    assert.ok(handler, key);
    await handler(...args);
  }

  /** What the view shows, or what a row of it opens to. */
  rows(of?: Seen): Seen[] {
    const nodes = (this.#provider?.getChildren(of?.node) ?? []) as unknown[];
    return nodes.map((node) => {
      const item = this.#provider?.getTreeItem(node) as vscode.TreeItem;
      const text = (value: unknown): string => (typeof value === 'string' ? value : '');
      return {
        ...{ label: text(item.label), description: text(item.description), tooltip: text(item.tooltip) },
        ...{ context: item.contextValue ?? '', node },
      };
    });
  }

  pairs(): Seen[] {
    return this.rows().filter(({ context }) => context === 'pair');
  }

  row(label: string, of?: Seen): Seen {
    const found = this.rows(of).find((row) => row.label === label);
    assert.ok(
      found,
      `${label} among ${this.rows(of)
        .map((row) => row.label)
        .join(', ')}`,
    );
    return found;
  }

  /** Another surface wrote. */
  hears(change: RecordChange): void {
    this.#records.fire(change);
  }

  signsOut(): void {
    this.#active = undefined;
    this.#accounts.fire({ accountId: acme.id, change: 'signedOut' });
  }

  dispose(): void {
    for (const part of this.#parts.toReversed()) part.dispose();
  }

  /** Stands in for VS Code's view, its notification and the merge editor while the parts are made and used. */
  #instead(): vscode.Disposable {
    const window = vscode.window as unknown as Record<string, unknown>;
    const own = { ...{ createTreeView: window['createTreeView'], withProgress: window['withProgress'] } };
    const execute = vscode.commands.executeCommand.bind(vscode.commands);
    const view = {
      ...this.view,
      reveal: async (node: unknown) => void this.view.revealed.push(node),
      dispose() {},
    };
    window['createTreeView'] = (_id: string, options: vscode.TreeViewOptions<unknown>) => {
      this.#provider = options.treeDataProvider;
      return Object.defineProperty(view, 'description', {
        get: () => this.view.description,
        set: (text) => {
          this.view.description = text;
        },
      });
    };
    window['withProgress'] = async (options: vscode.ProgressOptions, work: (...args: unknown[]) => Promise<unknown>) => {
      const source = new vscode.CancellationTokenSource();
      if (options.title) this.titles.push(options.title);
      if (options.cancellable) this.cancel = () => source.cancel();
      return work({ report: ({ message = '' }) => this.told.push(message) }, source.token);
    };
    (vscode.commands as unknown as Record<string, unknown>)['executeCommand'] = async (id: string, ...args: unknown[]) => {
      if (id === commands.merge) this.opened.push(args[0]);
      else if (!id.endsWith('.focus')) return execute(id, ...args);
      return undefined;
    };
    return new vscode.Disposable(() => {
      Object.assign(window, own);
      (vscode.commands as unknown as Record<string, unknown>)['executeCommand'] = execute;
    });
  }
}
