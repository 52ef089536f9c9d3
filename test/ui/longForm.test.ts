import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openPerson, type Form } from './support/form.ts';

describe('A long form', () => {
  const company = useCompany();
  const { window } = company;
  const name = 'Nils Lindström';
  let form: Form;
  /** So many that, with its own, a company has more than 120 of them. */
  const added = 90;
  before(async () => {
    for (let number = 1; number <= added; number += 1) {
      const field = { field_name: `Extra ${number}`, field_type: number % 2 === 0 ? 'varchar' : 'date' };
      const { status } = await company.sandbox.asColleague('POST', '/api/v2/personFields', field);
      assert.ok(status < 300, `field ${number}: ${status}`);
    }
    await company.signIn('Keep me signed in');
    form = await openPerson(window(), name);
  });
  const names = async () => (await form.labels()).map((label) => label.trim());

  it('holds more than 120 fields, each under its name', async () => {
    const all = await names();
    assert.ok(all.length > 120, `${all.length} fields`);
    assert.equal(all.filter((label) => label.startsWith('Extra ')).length, added);
    await window().screenshot('form-120-fields');
  });

  it('is narrowed by a part of its fields’ names', async () => {
    const all = (await names()).length;
    await form.filter.fill('REGION');
    await until('the rest was gone', async () => (await names()).length < all);
    assert.deepEqual([...new Set(await names())], ['Region']);
    assert.match(await form.count.innerText(), new RegExp(`^2 of ${all} fields$`));
    await window().screenshot('form-filtered');
    await form.filter.press('Escape');
    await until('all were there again', async () => (await names()).length === all);
  });

  it('says so where nothing is called like that, and leads back', async () => {
    await form.filter.fill('no such thing');
    const nothing = window().webview().locator('.nothing');
    await nothing.waitFor();
    await window().screenshot('form-nothing-found');
    await nothing.getByText('Show All Fields').click();
    await until('the fields were back', async () => (await names()).length > 20);
    assert.equal(await form.filter.inputValue(), '');
  });

  it('shows only what is filled, and keeps a field that is being emptied', async () => {
    const all = (await names()).length;
    await form.toggle('Filled');
    await until('the empty ones were gone', async () => (await names()).length < all);
    assert.ok((await names()).includes('Name'));
    await form.fill('name', 'Nils Once');
    await form.waitForState('name', 'changed');
    await form.toggle('Filled');
  });

  it('shows what a changed field was, alone where asked, and puts it back', async () => {
    await form.toggle('Changed');
    await until('one field was left', async () => (await names()).length === 1);
    assert.match(await form.field('name').innerText(), new RegExp(`Was: ${name}`));
    await window().screenshot('form-changed');
    await form
      .field('name')
      .getByRole('button', { name: /^Undo this change/ })
      .click();
    await form.waitForState('name', 'same');
    await form.toggle('Changed');
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean(name);
    assert.deepEqual(company.writes(), []);
  });

  it('is where it was after a reload: filter, edits, scroll and focus', async () => {
    await form.filter.fill('e');
    await form.input('name').click();
    await form.fill('name', 'Nils Reloaded');
    await window().tabs.waitUntilDirty('Nils Reloaded');
    const currency = form.named('Credit limit').getByRole('combobox', { name: 'Currency' });
    await currency.click();
    const scroll = await until('it was scrolled', () => form.scrolled());
    const currently = await currency.inputValue();

    await window().waitForBackups(1);
    // By its command, since the window writes down what its editors keep when it is asked to go.
    await window().reload('Developer: Reload Window');
    await window().tabs.waitUntilDirty('Nils Reloaded');
    await form.waitFor();
    await until('the filter was there', async () => (await form.filter.inputValue()) === 'e');
    assert.ok((await names()).every((label) => /e/i.test(label)));
    assert.equal(await form.input('name').inputValue(), 'Nils Reloaded');
    await until('it was scrolled as before', async () => Math.abs((await form.scrolled()) - scroll) < 5);
    assert.equal(await currency.inputValue(), currently);
    // VS Code says when an editor that it brings back has the focus; the form, where in it.
    await window().press('ControlOrMeta+1');
    await until('the currency had the focus', () => currency.evaluate((box) => box.matches(':focus')));
    await form.filter.fill('');
  });

  it('takes a refused save to the first field that is wrong', async () => {
    await form.fill('name', '');
    await form.filter.fill('region');
    await window().save();
    await form.waitForState('name', 'error');
    await until('the focus was in the name', async () => form.input('name').evaluate((input) => input.matches(':focus')));
    await form.filter.fill('');
  });

  it('leaves nothing that has the focus under the bar that stays above the fields, in a small window', async () => {
    const wide = window().page.viewportSize();
    await window().page.setViewportSize({ width: 800, height: 600 });
    const [last, before] = [`Extra ${added}`, 'Extra 30'].map((label) => form.named(label).locator('input').first());
    assert.ok(wide && last && before);
    await last.focus();
    await before.focus();
    await until('one further up was in sight', () => form.isClear(before));
    await last.focus();
    await window().save();
    await until('the name had the focus', () => form.input('name').evaluate((input) => input.matches(':focus')));
    await until('the name was in sight', () => form.isClear(form.input('name')));
    await window().screenshot('form-120-fields-small');
    await window().page.setViewportSize(wide);
  });

  it('is saved and closed by Ctrl+Enter', async () => {
    await form.input('name').fill('Nils Closed');
    company.writes();
    await form.input('name').press('ControlOrMeta+Enter');
    await until('the tab was gone', async () => (await window().tabs.titles()).length === 0);
    assert.deepEqual(
      company.writes().map(({ body }) => body),
      [{ name: 'Nils Closed' }],
    );
  });
});
