import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { tools } from '../../src/ids/index.ts';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';

/** A line as it is read: the editor's own spaces do not break. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('What an assistant proposes', () => {
  const company = useCompany({
    theme: 'light',
    viewport: { width: 1280, height: 900 },
    beside: inRoot('test', 'ui', 'support', 'toolCaller'),
  });
  const { window } = company;
  const call = async (name: string, input: object) => {
    await window().runCommand('Test: Call a Tool');
    await window().quickInput.type(JSON.stringify({ name, input }));
    await window().quickInput.accept();
  };
  const comparison = () => window().page.locator('.monaco-diff-editor:visible');
  const proposed = (text: string) => comparison().locator('.editor.modified .view-line').filter({ hasText: text }).first();
  const nameOf = async (path: string) => String((await company.stored(path))['name']);

  before(() => company.signIn());

  it('is asked for, shown beside the text before, and saved by a person alone', async () => {
    const name = await nameOf('persons/4');
    company.writes();
    await call(tools.update, { kind: 'person', record: 4, fields: { NAME: 'Nils Proposed', Organization: 2 } });
    const question = await window().dialog.text();
    await window().screenshot('tools-question-light');
    assert.match(question, /Propose a change in Pipedrive\?/);
    assert.match(question, /Name, Organization/);
    await window().dialog.click('Yes');

    const title = `${name} (before ↔ proposed)`;
    await window().tabs.waitUntilDirty(title);
    await proposed('Nils Proposed').waitFor();
    await window().notifications.waitFor(/not saved/);
    const organization = await nameOf('organizations/2');
    await until('the proposed id says who is meant', async () =>
      plain(await proposed('org_id').innerText()).includes(organization),
    );
    await window().screenshot('tools-proposal-light');
    await window().runCommand('Notifications: Clear All Notifications');
    await window().setTheme('dark');
    await window().screenshot('tools-proposal-dark');
    assert.deepEqual(company.writes(), []);

    await proposed('Nils Proposed').click();
    await window().save();
    await window().tabs.waitUntilClean(title);
    assert.deepEqual(
      company.writes().map(({ body }) => body),
      [{ name: 'Nils Proposed', org_id: 2 }],
    );
    assert.equal(await nameOf('persons/4'), 'Nils Proposed');
  });

  it('is thrown away by reverting its document', async () => {
    const name = await nameOf('persons/5');
    await call(tools.update, { kind: 'person', record: name, fields: { name: 'Thrown Away' } });
    await window().dialog.click('Yes');
    const title = `${name} (before ↔ proposed)`;
    await window().tabs.waitUntilDirty(title);
    await proposed('Thrown Away').click();
    await window().runCommand('File: Revert File');
    await window().tabs.waitUntilClean(title);
    await until('the proposal is gone', async () => (await proposed('Thrown Away').count()) === 0);
    await window().screenshot('tools-reverted-dark');
    assert.deepEqual(company.writes(), []);
    assert.equal(await nameOf('persons/5'), name);
  });

  it('is not made where the person says no', async () => {
    await call(tools.update, { kind: 'person', record: 6, fields: { name: 'Never Asked For' } });
    await window().dialog.click('Cancel');
    assert.deepEqual(company.writes(), []);
    assert.ok(!(await window().tabs.titles()).some((title) => title.includes(' ↔ ') && title.includes('Never')));
  });

  it('of a new record is a document of its own', async () => {
    await call(tools.create, { kind: 'person', fields: { name: 'Quite New', emails: 'new@example.com' } });
    await window().dialog.click('Yes');
    await proposed('Quite New').waitFor();
    await window().screenshot('tools-new-dark');
    assert.deepEqual(company.writes(), []);
    await proposed('Quite New').click();
    await window().save();
    await until('it was sent', () => company.sandbox.log.entries.some(({ method }) => method === 'POST'));
    assert.deepEqual(
      company.writes().map(({ line, body }) => [line, (body as { name: string }).name]),
      [['POST /api/v2/persons', 'Quite New']],
    );
  });
});
