import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import type { Workbench } from './harness/index.ts';
import { useWorkbench } from './harness/index.ts';
import { useCompany } from './support/company.ts';
import { Form, openPerson } from './support/form.ts';

async function editTwo(window: Workbench): Promise<void> {
  const first = await openPerson(window, 'Nils Lindström');
  await first.fill('name', 'Nils Unsaved');
  await window.tabs.waitUntilDirty('Nils Unsaved');
  const second = await openPerson(window, 'Tõnu Tamm');
  await second.fill('name', 'Tõnu Unsaved');
  await window.tabs.waitUntilDirty('Tõnu Unsaved');
  await window.waitForBackups(2);
}

/** The form of a restored document: a click in the tree shows it, also where VS Code brought it back as text. */
async function showRestored(window: Workbench, name: string, title: string): Promise<Form> {
  await window.openContainer('Pipedrive');
  const persons = await window.openView('Persons');
  await persons.row(name).click();
  await window.tabs.waitUntilDirty(title);
  await window.tabs.open(title);
  const form = new Form(window);
  await form.waitFor();
  await form.waitForState('name', 'changed');
  return form;
}

async function saveRestored(window: Workbench, name: string, title: string): Promise<void> {
  await showRestored(window, name, title);
  await window.save();
  await window.tabs.waitUntilClean(title);
}

describe('Unsaved documents', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn('Keep me signed in'));

  it('outlive a reload, and save only what was changed', async () => {
    await editTwo(window());
    await company.colleague('persons/4', { visible_to: 1 });
    await window().reload();
    company.writes();
    await saveRestored(window(), 'Nils Lindström', 'Nils Unsaved');
    await saveRestored(window(), 'Tõnu Tamm', 'Tõnu Unsaved');
    assert.deepEqual(company.writes(), [
      { line: 'PATCH /api/v2/persons/4', body: { name: 'Nils Unsaved' } },
      { line: 'PATCH /api/v2/persons/5', body: { name: 'Tõnu Unsaved' } },
    ]);
    assert.equal((await company.stored('persons/4'))['visible_to'], 1);
  });

  it('outlive a browser that is killed', async () => {
    await window().runCommand('View: Close All Editors');
    const first = await openPerson(window(), 'Märta Åkesson');
    await first.fill('name', 'Märta Unsaved');
    const second = await openPerson(window(), 'Luís dos Santos');
    await second.fill('name', 'Luís Unsaved');
    await window().tabs.waitUntilDirty('Luís Unsaved');
    await window().waitForBackups(2);
    await window().session.killBrowser();
    await company.colleague('persons/7', { name: 'Märta From A Colleague' });
    await window().session.openBrowser();
    // A browser that is killed has not always written down its secrets.
    await company.signIn();
    company.writes();
    await saveRestored(window(), 'Luís dos Santos', 'Luís Unsaved');
    assert.deepEqual(
      company.writes().map(({ body }) => body),
      [{ name: 'Luís Unsaved' }],
    );
    const form = await showRestored(window(), 'Märta From A Colleague', 'Märta Unsaved');
    await window().save();
    await form.waitForState('name', 'conflict');
    assert.equal((await company.stored('persons/7'))['name'], 'Märta From A Colleague');
  });
});

describe('A folder that is not trusted', () => {
  const company = useCompany({
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    folder: { settings: { 'pipedrive.apiVersion': 'v1', 'pipedrive.baseUrl': 'http://127.0.0.1:9' } },
  });
  const { window } = company;

  it('shows records in Restricted Mode, and chooses neither the version of the API nor where requests go', async () => {
    await window().page.locator('.statusbar').getByText('Restricted Mode').waitFor();
    await company.signIn('For this session only');
    const paths = company.sandbox.log.entries.map(({ path }) => path);
    assert.ok(paths.includes('/api/v2/persons'), paths.join('\n'));
    assert.ok(!paths.includes('/api/v1/persons'), paths.join('\n'));
    await window().screenshot('restricted-mode');
  });

  it('has no report of a check after a reload, nor a tab that says it is missing', async () => {
    await window().runCommand('Pipedrive: Check Connection');
    await window().notifications.waitFor(/The connection to .+ works/);
    await window().tabs.waitFor('Connection');
    await window().screenshot('connection-report');
    await window().runCommand('Notifications: Clear All Notifications');
    await window().reload();
    await window().openContainer('Pipedrive');
    await (await window().openView('Persons')).welcome().getByRole('button').first().waitFor();
    assert.deepEqual(await window().tabs.titles(), []);
  });

  it('has its unsaved document restored after a sign-out: it offers the sign-in, and is saved after it', async () => {
    await company.signIn('For this session only');
    const form = await openPerson(window(), 'Nils Lindström');
    await form.fill('name', 'Nils Waits');
    await window().tabs.waitUntilDirty('Nils Waits');
    await window().waitForBackups(1);
    await window().reload();
    await window().page.locator('.tab.dirty').first().click();
    // What was unsaved may come back as text, when the window had no time to write down how it was shown.
    const text = window().page.locator('.editor-instance .monaco-editor').first();
    await text.or(window().page.locator('iframe.webview').first()).first().waitFor();
    if (await text.isVisible()) await window().runCommand('Pipedrive: Open in Form');
    await window().tabs.waitUntilDirty('Nils Waits');
    await new Form(window()).blocked.getByRole('button', { name: 'Sign In' }).waitFor();
    await window().screenshot('restored-signed-out');
    await company.signIn('For this session only');
    await window().tabs.open('Nils Waits');
    await new Form(window()).waitFor();
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean('Nils Waits');
    assert.deepEqual(
      company.writes().map(({ body }) => body),
      [{ name: 'Nils Waits' }],
    );
  });
});

describe('The demo account, reloaded', () => {
  const window = useWorkbench({ account: 'demo', theme: 'dark' });

  it('starts afresh and says so; its unsaved documents still save', async () => {
    await editTwo(window());
    await window().save();
    await window().tabs.waitUntilClean('Tõnu Unsaved');
    await window().reload();
    await window().openContainer('Pipedrive');
    const persons = await window().openView('Persons');
    await persons.row('Tõnu Tamm').waitFor();
    await window()
      .page.locator('.pane-header', { hasText: /Demo.*reload/ })
      .first()
      .waitFor();
    await saveRestored(window(), 'Nils Lindström', 'Nils Unsaved');
    await until('the tree had the new name', async () => (await persons.rows()).some((row) => row.includes('Nils Unsaved')));
  });
});
