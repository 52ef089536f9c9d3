import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { companyName, token, useCompany } from './support/company.ts';
import { Form, openPerson } from './support/form.ts';

describe('Signing in', () => {
  const company = useCompany();
  const { window } = company;

  it('begins with a welcome in every view', async () => {
    await window().openContainer('Pipedrive');
    for (const title of ['Persons', 'Pipelines', 'Products', 'Fields']) {
      const view = await window().openView(title);
      await view.welcome().getByRole('button', { name: 'Sign in with an API token' }).waitFor();
      await view.welcome().getByRole('button', { name: 'Explore the demo account' }).waitFor();
    }
    await window().screenshot('welcome');
  });

  it('says what is wrong with what is typed, and keeps it', async () => {
    const { quickInput } = window();
    const persons = await window().openView('Persons');
    await persons.welcomeButton('Sign in with an API token');
    await quickInput.waitFor();
    await quickInput.type('https://evil.example/acme');
    await quickInput.accept();
    await until('the domain was refused', async () => /acme/.test(await quickInput.message()));
    await quickInput.type('https://larkspur-demo.pipedrive.com/persons/list');
    await quickInput.accept();
    await window().page.locator('.quick-input-box input[type=password]').waitFor();
    await quickInput.type('not-the-token');
    await quickInput.accept();
    await quickInput.choose('For this session only');
    await until('the token was refused', async () => /does not accept/.test(await quickInput.message()));
    await window().screenshot('sign-in-refused');
    assert.equal(company.sandbox.log.entries.filter(({ path }) => path.endsWith('/users/me')).length, 1);
  });

  it('shows the company’s records once the token is right', async () => {
    const { quickInput } = window();
    await quickInput.type(token);
    await quickInput.accept();
    const persons = await window().openView('Persons');
    assert.notEqual((await persons.rows())[0]?.trim(), '');
    await window().page.locator('.pane-header', { hasText: companyName }).first().waitFor();
  });

  it('is forgotten at sign-out', async () => {
    await window().runCommand('Pipedrive: Sign Out');
    const persons = await window().openView('Persons');
    await persons.welcome().waitFor();
    await window().reload();
    await window().openContainer('Pipedrive');
    await (await window().openView('Persons')).welcome().waitFor();
  });

  it('is kept over a reload when asked to', async () => {
    await company.signIn('Keep me signed in');
    await window().reload();
    await window().openContainer('Pipedrive');
    assert.ok((await (await window().openView('Persons')).rows()).length > 0);
  });

  it('is asked for again after a 401, and nothing that is open is lost', async () => {
    const form = await openPerson(window(), 'Nils Lindström');
    await form.fill('name', 'Nils Unsaved');
    await window().tabs.waitUntilDirty('Nils Unsaved');
    company.sandbox.fault({
      fault: { kind: 'status', status: 401, body: { success: false, error: 'unauthorized access', errorCode: 401 } },
      times: 1000,
    });
    await window().save();
    await form.notice.getByRole('button', { name: 'Sign In' }).waitFor();
    await window().notifications.waitFor(/does not accept the API token/);
    assert.ok(await window().tabs.isDirty('Nils Unsaved'));
    await window().screenshot('signed-out-while-editing');
    company.sandbox.clearFaults();
    await company.signIn('For this session only');
    await window().tabs.open('Nils Unsaved');
    await new Form(window()).waitFor();
    await window().save();
    await window().tabs.waitUntilClean('Nils Unsaved');
    assert.equal((await company.stored('persons/4'))['name'], 'Nils Unsaved');
  });
});
