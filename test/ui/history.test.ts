import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from './harness/until.ts';
import { barriers, overflow } from './support/barriers.ts';
import { useCompany } from './support/company.ts';
import { openPerson, openRecord, type Form } from './support/form.ts';
import { inColumn, themes } from './support/looks.ts';

describe('A person’s history', () => {
  const company = useCompany({ folder: true });
  const { window } = company;
  const name = 'Nils Lindström';
  let form: Form;

  before(async () => {
    await company.signIn('Keep me signed in');
    await company.colleague('persons/4', { job_title: 'Before', phones: [{ value: '+372 555', label: 'work', primary: true }] });
    await company.colleague('persons/4', { job_title: 'After' });
    form = await openPerson(window(), name);
  });

  const tab = (label: string): Locator => window().webview().getByRole('tab', { name: label });
  const history = (): Locator => window().webview().locator('record-history');
  const events = (): Locator => history().locator('.item');
  const event = (text: string): Locator => events().filter({ hasText: text }).first();
  const choose = (what: string) => history().locator('[data-choice="items"]').selectOption({ label: what });
  async function open(): Promise<void> {
    await tab('History').click();
    await history().locator('.item, [data-none]').first().waitFor();
  }

  it('tells who changed what, from what to what, when it is opened and not before', async () => {
    const asked = () => company.sandbox.log.entries.filter(({ path }) => /flow|changelog/.test(path));
    assert.deepEqual(asked(), []);
    await open();
    assert.equal(asked().length, 1);
    const changed = event('After');
    const text = await changed.innerText();
    assert.match(text, /Job title/i);
    assert.match(text, /from Before to After/);
    assert.match(text, /by \p{L}+/u);
    assert.ok((await history().locator('section h2').count()) > 1, 'days are told apart');
    await window().screenshot('history');
  });

  it('an old value is restored in the document, and sent when that is saved', async () => {
    company.writes();
    await event('After')
      .getByRole('button', { name: /^Restore this value of .*: Before$/ })
      .click();
    await event('After').locator('.outcome', { hasText: 'the old value is in the document' }).waitFor();
    await window().tabs.waitUntilDirty(name);
    assert.deepEqual(company.writes(), []);
    // The focus stays where the person is.
    await window().webview().locator('[data-event-action="restore"]:focus').waitFor();
    await window().screenshot('history-restored');
    await tab('Details').click();
    assert.equal(await form.input('job_title').inputValue(), 'Before');
    await open();
    await window().save();
    // What the save did is told at once where it is in sight, and else once it is.
    const told = () => company.sandbox.log.entries.filter(({ path }) => path.endsWith('/flow')).length;
    // As it is heard.
    const latest = (text: string) => events().first().filter({ hasText: text }).waitFor();
    await latest('from After to Before');
    assert.equal(told(), 1);
    assert.equal(await history().locator('.outcome').count(), 0);
    assert.deepEqual(company.writes(), [{ line: 'PATCH /api/v2/persons/4', body: { job_title: 'Before' } }]);
    await tab('Details').click();
    for (const title of ['Between', 'Before']) {
      await form.fill('job_title', title);
      await window().tabs.waitUntilDirty(name);
      await window().save();
      await window().tabs.waitUntilClean(name);
    }
    assert.equal(told(), 0);
    await open();
    await latest('from Between to Before');
    assert.equal(told(), 1);
  });

  it('is filtered by what happened', async () => {
    await choose('Changed fields');
    await until('only changes were shown', async () => {
      const all = await events().count();
      return all > 0 && all === (await events().locator('.values').count());
    });
    await choose('Everything');
    await until('all was shown', async () => (await events().count()) > (await events().locator('.values').count()));
  });

  it('says so where nothing has happened', async () => {
    await choose('Changed fields');
    company.sandbox.fault({
      path: '/persons/*/flow',
      fault: { kind: 'status', status: 200, body: { success: true, data: null, additional_data: [] } },
    });
    await choose('Mail');
    await history().locator('[data-none]').waitFor();
    await window().screenshot('history-empty');
    company.sandbox.clearFaults();
    await choose('Everything');
    await events().first().waitFor();
  });

  it('the record is compared with last week, also after the window was reloaded', async () => {
    await window().runCommand('Pipedrive: Compare with an Earlier State…');
    await window().quickInput.waitFor();
    await window().quickInput.option('Last week').waitFor();
    await window().screenshot('history-moments');
    await window().quickInput.choose('Last week');
    const diff = window().page.locator('.monaco-diff-editor');
    await diff.locator('.editor.modified .view-line', { hasText: 'Before' }).waitFor();
    await window().screenshot('history-compared');
    assert.equal(await diff.locator('.editor.original .view-line', { hasText: '"Before"' }).count(), 0);
    await window().reload('Developer: Reload Window');
    await window().page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: 'Before' }).waitFor();
    await window().page.locator('.monaco-diff-editor .editor.original .view-line', { hasText: 'name' }).first().waitFor();
    await window().screenshot('history-compared-reloaded');
    await window().runCommand('View: Close Editor');
    form = await openPerson(window(), name);
    await open();
  });

  it('each entry leads to a comparison with that state', async () => {
    await event('Before')
      .getByRole('button', { name: /^Compare with this state/ })
      .last()
      .click();
    await window().page.locator('.monaco-diff-editor, .notification-toast').first().waitFor();
    await window().runCommand('View: Close All Editors');
    form = await openPerson(window(), name);
    await open();
  });

  it('a saved change is reverted, unsaved', async () => {
    await tab('Details').click();
    await form.fill('job_title', 'A slip');
    await window().tabs.waitUntilDirty(name);
    await window().save();
    await window().tabs.waitUntilClean(name);
    company.writes();
    await window().runCommand('Pipedrive: Revert a Saved Change…');
    await window().quickInput.option(name).waitFor();
    await window().page.getByText('Job title: Before → A slip').waitFor();
    await window().screenshot('history-saves');
    await window().quickInput.choose(name);
    await window().tabs.waitUntilDirty(name);
    await until('the old value was back', async () => (await form.input('job_title').inputValue()) === 'Before');
    assert.deepEqual(company.writes(), []);
    await window().save();
    await window().tabs.waitUntilClean(name);
    assert.equal((await company.stored('persons/4'))['job_title'], 'Before');
  });

  it('goes on to what was before, page by page', async () => {
    for (let n = 0; n < 110; n += 1) await company.colleague('persons/5', { job_title: `Title ${n}` });
    await openPerson(window(), 'Tõnu Tamm');
    await open();
    assert.equal(await events().count(), 100);
    await history().locator('[data-related-action="more"]').click();
    await until('more was shown', async () => (await events().count()) > 100);
  });

  it('says what went wrong and leads on', async () => {
    company.sandbox.fault({ path: '/persons/*/flow', fault: { kind: 'status', status: 403 } });
    await openPerson(window(), 'Märta Åkesson');
    await tab('History').click();
    await history().locator('.failure').waitFor();
    await window().screenshot('history-failed');
    await history().locator('[data-related-action="retry"]').click();
    await history().locator('.item, [data-none]').first().waitFor();
  });

  it('of a product tells who follows it and no more', async () => {
    await openRecord(window(), 'Products', 'Industrial Conveyor 800');
    await open();
    await history().getByText('Pipedrive keeps no changes of a product').waitFor();
    await window().screenshot('history-product');
  });

  describe('as it looks', () => {
    before(async () => {
      await openPerson(window(), name);
      await open();
    });

    for (const theme of themes) {
      it(`has no barrier that a machine can find, and nothing of it is cut off, ${theme}`, async () => {
        await window().setTheme(theme);
        await window().screenshot(`history-${theme}`);
        assert.deepEqual(await barriers(window()), []);
        await inColumn(window(), async () => {
          await window().screenshot(`history-360-${theme}`);
          assert.ok((await overflow(window())) <= 0);
        });
      });
    }
  });
});
