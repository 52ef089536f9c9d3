import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Accounts } from '../../src/account/index.ts';
import { PipedriveSessions } from '../../src/surfaces/account/authentication.ts';
import { ProductionDecorations } from '../../src/surfaces/account/decorations.ts';
import { DeepLinks } from '../../src/surfaces/account/deepLinks.ts';
import { commands, demoId, extensionId, formEditor } from '../../src/ids/index.ts';
import { openRecords, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';

const canary = 'canary-token-0123456789abcdef';
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const acme = {
  ...{ id: 'acme', company: 'Acme', user: 'Ann', currency: 'EUR', domain: 'acme' },
  ...{ webUrl: 'https://acme.pipedrive.com', demo: false },
};

/** What two windows share: one secret storage that tells both, and a state that each reads for itself. */
function computer() {
  const kept = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  const put = async (key: string, value: string | undefined) => {
    if (value === undefined) kept.delete(key);
    else kept.set(key, value);
    changed.fire({ key });
  };
  const secrets: vscode.SecretStorage = {
    get: async (key) => kept.get(key),
    store: (key, value) => put(key, value),
    delete: (key) => put(key, undefined),
    keys: async () => [...kept.keys()],
    onDidChange: changed.event,
  };
  const window = () => {
    const values = new Map<string, unknown>();
    const state = {
      keys: () => [...values.keys()],
      get: (key: string) => values.get(key),
      update: async (key: string, value: unknown) => void values.set(key, value),
    } as vscode.Memento;
    return new Accounts({ state, secrets, log, sandbox: '' });
  };
  return { kept, window };
}

describe('Accounts of two windows', () => {
  it('follow one another: a sign-in, a mark, and a sign-out', async () => {
    const { kept, window } = computer();
    const [here, there] = [window(), window()];
    await here.signIn(acme, canary, 'secret');
    await until(() => there.active?.id === 'acme');
    await here.markProduction('acme', true);
    await until(() => there.get('acme')?.production === true);
    assert.ok([...kept].every(([key, value]) => key.startsWith('token/') || !value.includes(canary)));
    await there.signOut('acme');
    await until(() => here.get('acme') === undefined);
    assert.deepEqual([here.all, there.all, [...kept]], [[], [], []]);
    here.dispose();
    there.dispose();
  });

  it('keep what lasts for one window in that window', async () => {
    const { window } = computer();
    const [here, there] = [window(), window()];
    await here.signIn(acme, canary, 'session');
    await here.markProduction('acme', true);
    assert.equal(here.active?.production, true);
    await here.signIn(acme, `${canary}-2`, 'session');
    assert.equal(here.active?.production, true, 'another token leaves the mark');
    assert.deepEqual(there.all, []);
    here.dispose();
    there.dispose();
  });

  it('are marked in their tabs while they are production', async () => {
    const accounts = computer().window();
    await accounts.signIn(acme, canary, 'session');
    const decorations = new ProductionDecorations(accounts);
    const of = (path: string) => decorations.provideFileDecoration(vscode.Uri.from({ scheme: 'pipedrive', path }));
    assert.equal(of('/acme/persons/1.record'), undefined);
    await accounts.markProduction('acme', true);
    assert.equal(of('/acme/persons/1.record')?.tooltip, 'Production: Acme');
    assert.equal(of('/other/persons/1.record'), undefined);
    await accounts.markProduction('acme', false);
    assert.equal(of('/acme/persons/1.record'), undefined);
    decorations.dispose();
    accounts.dispose();
  });
});

describe('The Accounts menu', () => {
  it('is given sessions without a token, hears of changes, and signs out', async () => {
    const accounts = computer().window();
    const signIn = () => accounts.signIn(acme, canary, 'secret');
    const sessions = new PipedriveSessions(accounts, signIn, ({ id }) => accounts.signOut(id));
    const heard: unknown[] = [];
    sessions.onDidChangeSessions((change) => heard.push(change));
    const made = await sessions.createSession([]);
    assert.equal(made.account.label, 'Acme (Ann)');
    const listed = await sessions.getSessions(undefined);
    assert.deepEqual(listed, [made]);
    assert.equal(made.accessToken, made.id);
    assert.deepEqual(await sessions.getSessions(['write']), []);
    await sessions.removeSession('nobody’s');
    assert.equal(accounts.all.length, 1);
    await sessions.removeSession(made.id);
    assert.deepEqual(await sessions.getSessions([]), []);
    assert.deepEqual(heard, [
      { added: [made], removed: [], changed: [] },
      { added: [], removed: [made], changed: [] },
    ]);
    assert.ok(!JSON.stringify([heard, listed, made]).includes(canary));
    sessions.dispose();
    accounts.dispose();
  });
});

describe('Accounts side by side', () => {
  const company = useCompany();
  const person = usePerson();
  const link = async (path: string, accounts: Accounts) => {
    const attend = async (_what: string, work: () => unknown) => {
      try {
        await work();
      } catch (error) {
        person.clear();
        throw error;
      }
    };
    await new DeepLinks(accounts, attend).handleUri(vscode.Uri.parse(`vscode://${extensionId}${path}`));
  };

  it('a document with unsaved edits is saved to its own account after a switch', async () => {
    const document = await company().open('persons/90');
    await write(document, { name: 'Edited Before The Switch' });
    await vscode.commands.executeCommand(commands.exploreDemo);
    company().requests();
    assert.ok(await document.save());
    assert.deepEqual(
      company()
        .requests()
        .filter((line) => line.startsWith('PATCH')),
      ['PATCH /persons/90'],
    );
    assert.equal((await company().stored('persons/90'))['name'], 'Edited Before The Switch');
    const twin = vscode.Uri.from({ scheme: 'pipedrive', path: `/${demoId}/persons/90.record` });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(twin));
    assert.ok(!text.includes('Edited Before The Switch'));
    await vscode.commands.executeCommand(commands.signOut);
  });

  it('a link opens a record of the account in sight, and writes nothing', async () => {
    const accounts = { get: () => ({ ...acme, id: company().accountId }), active: { ...acme, id: company().accountId } };
    company().requests();
    await link(`/${company().accountId}/persons/91`, accounts as unknown as Accounts);
    await until(() => openRecords().some(({ path }) => path.endsWith('/persons/91.record')));
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom && input.viewType === formEditor);
    await company().quiet();
    assert.ok(
      company()
        .requests()
        .every((line) => line.startsWith('GET')),
    );
  });

  it('a link that names no record is refused with a sentence, and one of an unknown account opens nothing', async () => {
    const accounts = { get: () => undefined, active: undefined } as unknown as Accounts;
    await assert.rejects(link('/acme/persons/42/save', accounts), /names no record/);
    company().requests();
    const told = link('/acme/persons/42', accounts);
    await person.hears(/not signed in to: acme/);
    await told;
    assert.deepEqual([openRecords(), company().requests()], [[], []]);
  });
});
