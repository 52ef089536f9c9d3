import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { themes } from './support/looks.ts';

describe('What hangs off a person, in the tree', () => {
  const company = useCompany({ viewport: { width: 1280, height: 1300 } });
  const { window } = company;
  before(async () => {
    await company.signIn();
    const { body } = await company.sandbox.asColleague('GET', '/api/v1/persons?limit=50');
    const person = (body as { data: { id: number; name: string }[] }).data.find(({ name }) => name === 'Nobody');
    const content = 'Called about the offer.<br>Wants it by Friday.';
    await company.sandbox.asColleague('POST', '/api/v1/notes', { content, person_id: person?.id });
  });
  const persons = () => window().openView('Persons');
  /** The rows below one of a person's lists. */
  const item = (label: string | RegExp) =>
    window().page.locator('.sidebar [role="treeitem"][aria-level="3"]', { hasText: label });

  it('opens a person’s deals, says that others are left out, and shows them all', async () => {
    const view = await persons();
    await view.toStart();
    await view.row('Nobody').expand();
    const deals = view.row('Deals');
    await until('the open ones were counted', async () => /1 · Open/.test(await deals.text()));
    await deals.expand();
    await item(/Without archived deals/).waitFor();
    await window().screenshot('hanging-deals-open');
    await deals.action('Filter…');
    await window().quickInput.option('Lost').waitFor();
    await window().screenshot('hanging-filter');
    await window().quickInput.choose('All');
    await until('all were shown', async () => /3 · All/.test(await deals.text()));
    assert.equal(await item(/Lost/).count(), 1);
    assert.equal(await item(/Won/).count(), 1);
  });

  it('opens a deal’s page in the browser', async () => {
    await item(/Won/).click();
    assert.match(await window().dialog.text(), /larkspur-demo\.pipedrive\.com\/deal\/\d+/);
    await window().dialog.click('Cancel');
  });

  it('opens a note as a document that can be read and not changed', async () => {
    const view = await persons();
    await view.row('Deals').locator.locator('.monaco-tl-twistie').click();
    await view.row('Notes').expand();
    await item('Called about the offer.').click();
    const editor = window().page.locator('.editor-instance .view-lines');
    await until('the note was shown', async () =>
      /Wants it by Friday/.test((await editor.innerText()).replaceAll('\u00a0', ' ')),
    );
    await editor.click();
    await window().press('x');
    assert.equal(await window().page.locator('.tab.dirty').count(), 0);
    await window().screenshot('hanging-note');
  });

  it('opens a file that is text inside the window', async () => {
    const view = await persons();
    await view.collapseAll();
    await view.row('Nobody').expand();
    await view.row('Files').expand();
    const file = item(/\.txt/).first();
    const name = (await file.locator('.label-name').innerText()).trim();
    await file.click();
    await window().page.locator('.editor-group-container .tab', { hasText: name }).waitFor();
    const editor = window().page.locator('.editor-instance .view-lines');
    await until('its text was shown', async () => (await editor.innerText()).trim() !== '');
  });

  for (const theme of themes) {
    it(`looks like the rest of the tree, ${theme}`, async () => {
      await window().setTheme(theme);
      const view = await persons();
      await view.collapseAll();
      await view.row('Nobody').expand();
      await view.row('Activities').expand();
      await view.row('Deals').expand();
      await view.row('Notes').expand();
      await item(/Lost/).waitFor();
      await window().screenshot(`hanging-${theme}`);
    });
  }
});
