import assert from 'node:assert/strict';
import { extensionId } from '../../src/ids/index.ts';
import { until } from './harness/until.ts';
import { barriers, formFrame } from './support/barriers.ts';
import { companyName, token, useCompany } from './support/company.ts';
import { openPerson } from './support/form.ts';
import { themes } from './support/looks.ts';

const name = 'Nils Lindström';

describe('Several accounts', () => {
  const company = useCompany();
  const { window } = company;
  const described = (text: string | RegExp) => window().page.locator('.pane-header', { hasText: text }).first().waitFor();
  const follow = async (path: string) => {
    const { quickInput, dialog, page } = window();
    const link = `${await scheme()}://${extensionId}${path}`;
    await window().runCommand('Developer: Open URL');
    await quickInput.waitFor();
    await quickInput.type(link);
    await quickInput.accept();
    // VS Code asks for every link whether the extension may have it.
    await page.locator('.monaco-dialog-box', { hasText: 'to open this URI' }).waitFor();
    await dialog.click('Open');
  };
  const scheme = async () => {
    await window().runCommand('Pipedrive: Copy Deep Link');
    let copied = '';
    await until('the link was copied', async () => {
      copied = await window().page.evaluate<string>('navigator.clipboard.readText()');
      return copied !== '';
    });
    assert.match(copied, new RegExp(`://${extensionId}/larkspur-demo/persons/4$`));
    return copied.split(':')[0];
  };
  before(() => company.signIn());

  it('a person that is open with unsaved edits is saved to its own company after a switch', async () => {
    const form = await openPerson(window(), name);
    await form.fill('job_title', 'Edited Before The Switch');
    await window().tabs.waitUntilDirty(name);
    await window().runCommand('Pipedrive: Switch Account…');
    await window().quickInput.choose('Explore the demo account');
    await described(/Demo · resets on reload/);
    company.writes();
    await form.input('job_title').click();
    await window().save();
    await window().tabs.waitUntilClean(name);
    const [write, ...others] = company.writes();
    assert.deepEqual([write?.line, others], ['PATCH /api/v2/persons/4', []]);
    assert.match(JSON.stringify(write?.body), /Edited Before The Switch/);
  });

  it('a link to another account’s record asks first, and switches nothing', async () => {
    await follow('/larkspur-demo/persons/5');
    assert.match(await window().dialog.text(), new RegExp(`Open a record of ${companyName}\\?`));
    await window().screenshot('link-asks');
    await window().dialog.click('Open');
    await until('it was opened', async () => (await window().tabs.titles()).length === 2);
    await described(/Demo · resets on reload/);
    assert.deepEqual(company.writes(), []);
  });

  it('a company is marked as production in the list of accounts, in its own words and colour', async () => {
    await window().runCommand('Pipedrive: Switch Account…');
    await window().quickInput.waitFor();
    await window().screenshot('switch-account');
    await window().quickInput.entryAction(companyName, 'Mark as Production');
    await window()
      .quickInput.entry(/Production · /)
      .waitFor();
    await window().quickInput.choose(companyName);
    await described(`Production: ${companyName}`);
    await window().tabs.open(name);
    await window().webview().locator('.production').waitFor();
  });

  for (const theme of themes) {
    it(`production has no barrier that a machine can find, ${theme}`, async () => {
      await window().setTheme(theme);
      await window().tabs.open(name);
      await formFrame(window());
      await window().screenshot(`production-${theme}`);
      assert.deepEqual(await barriers(window()), []);
    });
  }

  it('a question before a deletion names it', async () => {
    await window().runCommand('Pipedrive: Delete…');
    assert.match(await window().dialog.text(), new RegExp(`Production: ${companyName}`));
    await window().screenshot('production-delete');
    await window().dialog.click('Cancel');
    assert.deepEqual(company.writes(), []);
  });

  it('the Accounts menu lists them, and signs one out', async () => {
    const { page } = window();
    await page.locator('.activitybar').getByRole('button', { name: 'Accounts' }).click();
    const menu = page.locator('.monaco-menu');
    await menu.getByText(companyName).first().hover();
    await menu.getByText('Sign Out', { exact: true }).waitFor();
    await window().screenshot('accounts-menu');
    assert.ok(!(await page.content()).includes(token));
    await menu.getByText('Sign Out', { exact: true }).click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: /Sign Out/ }).click();
    await described(/^.*Demo · resets on reload/);
  });

  it('the walkthrough opens with its steps', async () => {
    await window().runCommand('Pipedrive: Get Started');
    for (const step of [
      'Try it on made-up data',
      'Sign in to your company',
      'Browse and search',
      'Edit it like a file',
      'Merge doubles',
    ])
      await window().page.getByText(step, { exact: true }).first().waitFor();
    await window().screenshot('walkthrough');
  });
});
