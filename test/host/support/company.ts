import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, createCommand, extensionId, settings } from '../../../src/ids/index.ts';
import type { LogEntry } from '../../../src/sandbox/log.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';

const token = 'host-test-token-0123456789abcdef';

/** A company of its own in the extension host, signed in to as a person would. */
class Company {
  readonly sandbox: SandboxHandle;
  readonly accountId: string;

  private constructor(sandbox: SandboxHandle, accountId: string) {
    this.sandbox = sandbox;
    this.accountId = accountId;
  }

  static async signIn(): Promise<Company> {
    await vscode.extensions.getExtension(extensionId)?.activate();
    const sandbox = await startSandbox({ token, limits: 'off' });
    await configure(settings.baseUrl, sandbox.url);
    const me = await fetch(`${sandbox.url}/api/v1/users/me`, { headers: { 'x-api-token': token } });
    const { data } = (await me.json()) as { data: { company_domain: string } };
    await vscode.commands.executeCommand(commands.signIn, { companyDomain: data.company_domain, token, keep: 'session' });
    sandbox.log.clear();
    return new Company(sandbox, data.company_domain);
  }

  async signOut(): Promise<void> {
    await closeAll();
    // The next one begins with the views out of sight, as a window does.
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand(commands.signOut);
    await configure(settings.baseUrl, undefined);
    await configure(settings.apiVersion, undefined);
    await this.sandbox.close();
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: 'pipedrive', path: `/${this.accountId}/${path}.record` });
  }

  /** Opens a record as text, as the form does and sooner; gives its document once nothing more is asked of Pipedrive. */
  async open(path: string, editor = 'default'): Promise<vscode.TextDocument> {
    const uri = this.uri(path);
    await vscode.commands.executeCommand('vscode.openWith', uri, editor, { preview: false });
    const document = await vscode.workspace.openTextDocument(uri);
    await this.quiet();
    return document;
  }

  /** Opens the document of a new record, and forgets what that asked. */
  async draft(kind: string): Promise<vscode.TextDocument> {
    const draft = await newDraft(createCommand(kind));
    await this.quiet();
    this.sandbox.log.clear();
    return draft;
  }

  /** What was asked since the last look, as `GET /persons/42`, without the version. */
  requests(): string[] {
    const lines = this.entries().map(({ method, path }) => `${method} ${path.replace(/^(\/api)?\/v[12]/, '')}`);
    this.sandbox.log.clear();
    return lines;
  }

  entries(): readonly LogEntry[] {
    return this.sandbox.log.entries;
  }

  /** Waits until no request has come for a while: what was to be asked has been. */
  async quiet(): Promise<void> {
    let seen = -1;
    while (seen !== this.entries().length) {
      seen = this.entries().length;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  /** A colleague's change, behind the extension's back. */
  async colleague(path: string, changes: object): Promise<void> {
    const answer = await this.sandbox.asColleague('PATCH', `/api/v2/${path}`, changes);
    assert.equal(answer.status, 200, JSON.stringify(answer));
  }

  /** A record as Pipedrive holds it, in version 2's shape. */
  async stored(path: string): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.sandbox.asColleague('GET', `/api/v2/${path}`);
    return (answer.body as { data: Record<string, unknown> }).data;
  }
}

/** For the tests of one `describe`: a company signed in to, over one version of the API. */
export function useCompany(version: 'v1' | 'v2' = 'v2'): () => Company {
  let company: Company;
  before(async () => {
    company = await Company.signIn();
    await configure(settings.apiVersion, version);
  });
  after(() => company.signOut());
  afterEach(async () => {
    company.sandbox.clearFaults();
    await closeAll();
  });
  return () => company;
}

async function configure(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(settings.section).update(key, value, vscode.ConfigurationTarget.Global);
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && document.uri.scheme === 'pipedrive') await revert(document);
  }
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap((group) => group.tabs));
}

export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Changes keys of a document's JSON, as a person would in the text editor; once more where VS Code just read it anew. */
export async function write(document: vscode.TextDocument, changes: object): Promise<void> {
  await until(() => {
    const text = { ...(JSON.parse(document.getText()) as object), ...changes };
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), `${JSON.stringify(text, undefined, 2)}\n`);
    return vscode.workspace.applyEdit(edit);
  });
}

export const json = (document: vscode.TextDocument): Record<string, unknown> =>
  JSON.parse(document.getText()) as Record<string, unknown>;

/** Waits for something to become true; ends with the caller's line when it does not. */
export async function until(what: () => boolean | PromiseLike<boolean>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain until ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const drafts = (): vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'pipedrive' && /\/new-[^/]*$/.test(uri.path));

/** The document of the new record that a command opens; those closed before may still be in memory. */
export async function newDraft(command: string, ...args: readonly unknown[]): Promise<vscode.TextDocument> {
  const before = new Set(drafts());
  await vscode.commands.executeCommand(command, ...args);
  const made = () => drafts().find((draft) => !before.has(draft));
  await until(() => made() !== undefined);
  const draft = made();
  assert.ok(draft);
  return draft;
}

/** The addresses of the records that have a tab. */
export const openRecords = (): vscode.Uri[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? [input.uri] : []))
    .filter(({ path }) => !path.includes('/new-'));
