import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { openPerson } from './support/form.ts';
import { useCompany } from './support/company.ts';
import { themes } from './support/looks.ts';

/** Of the page, where what is evaluated runs. */
declare function getComputedStyle(element: unknown, part?: string): { readonly color: string; readonly content: string };

describe('How a list is shown', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn('Keep me signed in'));
  const persons = () => window().openView('Persons');
  const described = () => window().page.locator('.pane-header:has-text("Persons") .description').first().innerText();
  const asked = (what: RegExp) => company.sandbox.log.entries.filter(({ path, query }) => what.test(`${path}${query}`)).length;

  const arrange = async (...steps: readonly string[]) => {
    await (await persons()).titleAction('Group, Sort and Filter Persons…');
    for (const step of steps) {
      await window().quickInput.option(step).waitFor();
      await window().quickInput.choose(step);
    }
  };

  it('offers what there is, with what it means', async () => {
    await (await persons()).titleAction('Group, Sort and Filter Persons…');
    await window().quickInput.option('By organization').waitFor();
    const letters = await window().quickInput.option('By first letter').innerText();
    assert.match(letters, /version 1/);
    assert.equal(await window().quickInput.option('By label').count(), 0);
    await window().screenshot('lists-offered');
    await window().quickInput.cancel();
  });

  it('shows persons under their first letters, each read when it is opened', async () => {
    await arrange('By first letter');
    const view = await persons();
    await view.row('M').waitFor();
    assert.equal(asked(/first_char/), 0);
    await view.row('M').expand();
    assert.equal(asked(/first_char=m/), 1);
    assert.ok((await view.labels()).some((name) => /^M\w/.test(name)));
    assert.match(await described(), /By first letter/);
    await window().screenshot('lists-letters');
  });

  it('names one more letter', async () => {
    const view = await persons();
    await view.row('M').locator.locator('.monaco-tl-twistie').click();
    await view.toEnd();
    await view.row('Another letter…').click();
    await window().quickInput.waitFor();
    await window().quickInput.type('ab');
    await until('it said that one letter is meant', async () => /one letter/.test(await window().quickInput.message()));
    await window().quickInput.type('Å');
    // While the box holds the letter against the rule, Enter is not heard.
    await until('it said so no longer', async () => !/one letter/.test(await window().quickInput.message()));
    await window().quickInput.accept();
    await window().quickInput.waitUntilGone();
    await view.toEnd();
    await view.row('Å').waitFor();
  });

  it('filters by an owner, says so, remembers it and ends it', async () => {
    await arrange('One list');
    await arrange('Owner…', 'Camille Fournier');
    await until('the view said so', async () => /^Owner: Camille Fournier/i.test(await described()));
    await (await persons()).row('Owner: Camille Fournier').waitFor();
    assert.ok(asked(/owner_id=/) > 0);
    await window().screenshot('lists-filtered');
    await window().reload('Developer: Reload Window');
    await until('the view said so again', async () => /^Owner: Camille Fournier/i.test(await described()));
    await (await persons()).titleAction('Clear Filters of Persons');
    await until('the view said no more', async () => !/Owner/i.test(await described()));
  });

  it('marks a record with unsaved edits, and no longer once it is saved', async () => {
    const view = await persons();
    await view.toStart();
    const form = await openPerson(window(), 'Nils Lindström');
    const mark = (name: string) =>
      view
        .row(name)
        .locator.locator('.monaco-icon-label')
        .evaluate((label) => getComputedStyle(label, '::after').content);
    assert.doesNotMatch(await mark('Nils Lindström'), /●/);
    await form.fill('name', 'Nils Marked');
    await until('the row was marked', async () => /●/.test(await mark('Nils Lindström')));
    assert.equal(await window().page.locator('.tab .monaco-icon-label[class*="monaco-decoration"]').count(), 0);
    await window().screenshot('lists-unsaved');
    await window().save();
    await until('the mark went', async () => !/●/.test(await mark('Nils Marked')));
  });

  for (const theme of themes) {
    it(`colours rows by their first label, and no tab, ${theme}`, async () => {
      await window().setTheme(theme);
      const view = await persons();
      await view.toStart();
      await until('a row was coloured', async () => {
        const names = window().page.locator('.sidebar .pane-body .monaco-icon-label .label-name');
        const colors = await names.evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
        return new Set(colors).size > 2;
      });
      await window().screenshot(`lists-${theme}`);
    });
  }
});
