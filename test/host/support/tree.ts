import type * as vscode from 'vscode';
import type { Account, Session } from '../../../src/account/types.ts';
import { createApi } from '../../../src/api/index.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import type { ViewName } from '../../../src/ids/index.ts';
import { kinds } from '../../../src/kinds/index.ts';
import type { Chosen } from '../../../src/kinds/listed/listed.ts';
import { readShown } from '../../../src/kinds/listed/shown.ts';
import type { BoardChoice } from '../../../src/kinds/board.ts';
import { Moves } from '../../../src/kinds/moves.ts';
import { Names } from '../../../src/kinds/names.ts';
import { Records } from '../../../src/kinds/records.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { bringChanges } from '../../../src/surfaces/explorer/changes.ts';
import type { Node } from '../../../src/surfaces/explorer/nodes.ts';
import type { KeptSearches } from '../../../src/surfaces/shared/keptSearches.ts';
import { Tree } from '../../../src/surfaces/explorer/tree.ts';

const token = 'tree-test-token-0123456789abcdef';
const account: Account = { id: 'acme', company: 'Acme', user: 'Ann', currency: 'EUR', demo: false };

const noSearches = { of: async () => [] } as unknown as KeptSearches;

/** What is shown of a list, as a person chooses it. */
export interface Wanted {
  readonly group?: string;
  readonly sort?: string;
  readonly filters?: Readonly<Record<string, Chosen>>;
  readonly own?: readonly string[];
}

/** A view's tree over a sandbox of its own, looked at as VS Code does: children are asked for when a node is opened. */
export class SeenTree {
  readonly sandbox: SandboxHandle;
  readonly records: Records;
  readonly session: Session;
  readonly tree: Tree;
  readonly moves: Moves;
  readonly #view: ViewName;
  readonly #moving: Promise<void>[] = [];
  /** What is kept of the lists that hang off records. */
  #kept: unknown;
  readonly #ends: readonly vscode.Disposable[];
  /** What VS Code was told to show anew; undefined for all. */
  readonly fired: (Node | undefined)[] = [];

  private constructor(sandbox: SandboxHandle, version: ApiVersion, view: ViewName) {
    const log = { debug: () => undefined, warn: () => undefined };
    this.sandbox = sandbox;
    this.session = { account, api: createApi({ baseUrl: sandbox.url, token, version: () => version, log }) };
    const sessions = { session: async () => this.session };
    this.records = new Records(sessions);
    const names = new Names(sessions, this.records);
    this.#view = view;
    this.tree = new Tree(view, this.records, names, noSearches, () => ({
      get: () => this.#kept,
      set: async (chosen) => void (this.#kept = chosen),
    }));
    this.moves = new Moves(this.records);
    this.#ends = [
      names,
      this.tree,
      this.tree.onDidChangeTreeData((node) => this.fired.push(node)),
      this.records.onDidChange((change) => this.tree.apply(change)),
      this.moves,
      this.moves.onDidMove((moving) => this.#moving.push(this.tree.moved(moving))),
    ];
  }

  static async of(view: ViewName, version: ApiVersion): Promise<SeenTree> {
    return new SeenTree(await startSandbox({ token, limits: 'off' }), version, view);
  }

  /** Forgets what was chosen of lists that hang off records. */
  forgetChosen(): void {
    this.#kept = undefined;
  }

  show(wanted: Wanted): void {
    const listed = kinds.find((kind) => kind.view === this.#view && kind.listed)?.listed;
    if (!listed) throw new Error(`The view ${this.#view} has one way to be shown.`);
    this.tree.show(account, readShown(listed, wanted));
    this.sandbox.log.clear();
  }

  /** The boards of the view, as a person chose what they show. */
  showBoards(choice?: BoardChoice): void {
    this.tree.show(account, undefined, choice);
    this.sandbox.log.clear();
  }

  /** Waits until moved cards are shown where they stand now. */
  async settled(): Promise<void> {
    await Promise.all(this.#moving.splice(0));
  }

  /** A node's label with what stands behind it. */
  said(node: Node): string {
    const { description } = this.tree.getTreeItem(node);
    return [this.label(node), typeof description === 'string' ? description : ''].filter(Boolean).join(' | ');
  }

  /** The labels of what a node opens to, of the root without one. */
  async labels(node?: Node): Promise<string[]> {
    return (await this.tree.getChildren(node)).map((child) => this.label(child));
  }

  label(node: Node): string {
    const { label } = this.tree.getTreeItem(node);
    return typeof label === 'string' ? label : (label?.label ?? '');
  }

  /** A child by its label. */
  async child(label: string, of?: Node): Promise<Node> {
    const found = (await this.tree.getChildren(of)).find((node) => this.label(node) === label);
    if (!found) throw new Error(`There is no “${label}” among ${(await this.labels(of)).join(', ')}`);
    return found;
  }

  /** What was asked since the last look: `v2 /persons owner_id=7`, without what every list asks. */
  requests(): string[] {
    const lines = this.sandbox.log.entries.map(({ path, query }) => {
      const asked = [...new URLSearchParams(query)].filter(([key]) => key !== 'limit').map(([key, value]) => `${key}=${value}`);
      return [path.replace(/^\/api\/(v\d)/, '$1 '), ...asked].join(' ');
    });
    this.sandbox.log.clear();
    return lines;
  }

  /** Brings what was changed since a time, as the polling does. */
  async bringChanges(since: number): Promise<boolean> {
    const [branch] = this.tree.branches;
    return branch ? bringChanges(this.records, branch, since) : false;
  }

  async end(): Promise<void> {
    for (const each of this.#ends) each.dispose();
    this.session.api.dispose();
    await this.sandbox.close();
  }
}
