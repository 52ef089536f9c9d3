import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openPerson } from './support/form.ts';

describe('A record’s JSON in the text editor', () => {
  const company = useCompany({ theme: 'light', viewport: { width: 1280, height: 900 } });
  const { window } = company;
  const id = 4;
  const name = 'Nils Lindström';
  const editor = () => window().page.locator('.editor-instance .monaco-editor:visible').last();
  const line = (text: string | RegExp) => editor().locator('.view-line').filter({ hasText: text }).first();
  const lens = (title: string) => editor().locator('.codelens-decoration a').getByText(title, { exact: true }).first();
  const status = (text: RegExp) => window().page.locator('.statusbar-item').filter({ hasText: text }).first();

  before(async () => {
    await company.signIn();
    await openPerson(window(), name);
    await window().runCommand('Pipedrive: Open as JSON');
    await line('"$schema"').waitFor();
  });

  it('says what keys and ids stand for', async () => {
    await line(/owner_id.*Alex.Demo/).waitFor();
    await line(/[0-9a-f]{40}.*Credit.limit/).waitFor();
    await window().screenshot('json-hints-light');
    await window().setTheme('dark');
    await window().screenshot('json-hints-dark');
  });

  it('shows a conflict above its line, and both sides of it', async () => {
    await line('"name"').click();
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await window().press(key);
    await window().page.keyboard.type(' Mine');
    await company.colleague(`persons/${id}`, { name: 'Nils Theirs' });
    await window().save();
    for (const title of ['Keep Mine', 'Take Theirs', 'Compare']) await lens(title).waitFor();
    await window().screenshot('json-conflict-dark');
    await window().setTheme('light');
    await window().screenshot('json-conflict-light');
    await lens('Compare').click();
    await window().page.locator('.monaco-diff-editor').getByText('Nils Theirs').first().waitFor();
    await window().screenshot('json-compare-light');
    await window().runCommand('View: Close Editor');
    await window().page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  });

  it('settles a conflict above its line', async () => {
    await lens('Take Theirs').click();
    await line('Nils Theirs').waitFor();
    await lens('Keep Mine').waitFor({ state: 'detached' });
    await window().save();
    await window().tabs.waitUntilClean('persons 4');
    assert.equal((await company.stored(`persons/${id}`))['name'], 'Nils Theirs');
  });

  it('takes a whole record of Pipedrive’s answer, without what cannot be saved', async () => {
    const stored = await company.stored(`persons/${id}`);
    const answer = { success: true, data: { ...stored, id: 99, name: 'Nils Pasted' } };
    await window().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window().page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(JSON.stringify(answer))})`);
    await line('"name"').click();
    await window().press('ControlOrMeta+a');
    await window().press('ControlOrMeta+v');
    await status(/Pasted without what cannot be saved: id, add_time/).waitFor();
    await window().screenshot('json-pasted-light');
    company.writes();
    await window().save();
    await until('the update was sent', () => company.sandbox.log.entries.some(({ method }) => method === 'PATCH'));
    assert.deepEqual(
      company.writes().map(({ body }) => body),
      [{ name: 'Nils Pasted' }],
    );
  });

  it('completes a custom field by its name', async () => {
    await line('"custom_fields"').click();
    await window().press('End');
    await window().press('Enter');
    await window().page.keyboard.type('"Nickn');
    const suggestion = window().page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'Nickname' });
    await suggestion.waitFor();
    await window().screenshot('json-completion-light');
    await window().press('Enter');
    await line(/[0-9a-f]{40}.*Nickname/).waitFor();
  });
});
