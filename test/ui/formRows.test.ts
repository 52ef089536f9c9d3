import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openRecord } from './support/form.ts';

describe('The form, tables of rows', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn());

  async function save(title: string): Promise<unknown[]> {
    await window().tabs.waitUntilDirty(title);
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean(title);
    return company.writes().map(({ line, body }) => [line, body]);
  }

  it('a product gets a second price', async () => {
    const name = 'Smart Onboarding Day 800';
    const form = await openRecord(window(), 'Products', name);
    await form.cell('prices', 1, 'Price').fill('82000');
    await form.field('prices').getByRole('button', { name: 'Add Row' }).click();
    // The caret is in the new row.
    await window().page.keyboard.type('eur');
    await form.field('prices').getByRole('option', { name: /^EUR/ }).waitFor();
    await window().page.keyboard.press('Enter');
    await window().page.keyboard.press('Tab');
    await window().page.keyboard.type('499.9');
    await form.cell('prices', 2, 'Note').fill('From Tallinn');
    // A row that is left empty is none.
    await form.field('prices').getByRole('button', { name: 'Add Row' }).click();
    await window().screenshot('product-dark');
    const [[line, body] = []] = (await save(name)) as [string, { prices: object[] }][];
    assert.equal(line, 'PATCH /api/v2/products/2');
    assert.deepEqual(Object.keys(body ?? {}), ['prices']);
    assert.deepEqual(
      body?.prices.map((price) => ({ ...price })),
      [
        { currency: 'JPY', price: 82_000, cost: 310, direct_cost: 0 },
        { currency: 'EUR', price: 499.9, notes: 'From Tallinn' },
      ],
    );
  });

  it('a price that is none is kept and refused; two of one currency too', async () => {
    const name = 'Smart Onboarding Day 800';
    const form = await openRecord(window(), 'Products', name);
    const price = form.cell('prices', 2, 'Price');
    await price.fill('5oo');
    company.writes();
    await window().save();
    await window().notifications.waitFor(/Not a number/);
    assert.equal(await price.inputValue(), '5oo');
    await price.fill('499.9');
    await price.press('Tab');
    const currency = form.cell('prices', 2, 'Currency');
    await currency.fill('JPY');
    await currency.press('Tab');
    await form
      .field('prices')
      .getByText(/there already/)
      .waitFor();
    // Each cell that is wrong is marked, and says why; the save goes to the first of them.
    const before = form.cell('prices', 1, 'Price');
    const was = await before.inputValue();
    await before.fill('');
    await currency.focus();
    const wrong = form.field('prices').locator('[aria-invalid="true"]');
    await until('both cells were marked', async () => (await wrong.count()) === 2);
    assert.deepEqual(
      await wrong.evaluateAll((boxes) =>
        boxes.map((box) =>
          box
            .closest('[data-field]')
            ?.querySelector(`[id="${box.getAttribute('aria-describedby')}"]`)
            ?.textContent?.trim(),
        ),
      ),
      ['“Unit prices”, row 1: “Price” must be given.', '“Unit prices”, row 2: “Currency” is there already.'],
    );
    assert.equal(await form.field('prices').getByRole('alert').count(), 1);
    await window().screenshot('product-error');
    await window().save();
    await window().notifications.waitFor(/must be given/);
    await until('the first wrong cell had the focus', () => before.evaluate((box) => box.matches(':focus')));
    assert.deepEqual(company.writes(), []);
    await before.fill(was);
    await currency.fill('EUR');
    await currency.press('Enter');
    await form.waitForState('prices', 'same');
    assert.deepEqual(await save(name), []);
  });

  it('a pipeline gets a stage, another is renamed and one deleted', async () => {
    const name = 'New business';
    const form = await openRecord(window(), 'Pipelines', name);
    // This version of the API keeps no order of stages.
    assert.equal(await form.field('stages').getByRole('button', { name: /^Move/ }).count(), 0);
    await form.cell('stages', 2, 'Name').fill('Talked');
    await form.cell('stages', 2, 'Name').press('Enter');
    await form.field('stages').getByRole('button', { name: 'Remove row 4' }).click();
    // The focus went on to the row in its place.
    assert.equal(await form.field('stages').locator(':focus').getAttribute('aria-label'), 'Remove row 4');
    await form.field('stages').getByRole('button', { name: 'Add Row' }).click();
    // At once: a pause within what is typed would make two steps of it.
    await window().page.keyboard.insertText('Contract');
    await window().page.keyboard.press('Tab');
    await window().page.keyboard.insertText('95');
    const probability = form.cell('stages', 5, 'Probability (%)');
    // One change is one step back, also where the document has not heard of it yet.
    await window().page.keyboard.press('Enter');
    await window().press('ControlOrMeta+z');
    await until('the number was gone', async () => (await probability.inputValue()) === '');
    assert.equal(await form.cell('stages', 5, 'Name').inputValue(), 'Contract');
    await window().press('ControlOrMeta+Shift+z');
    await until('the number was back', async () => (await probability.inputValue()) === '95');
    await window().screenshot('pipeline-dark');
    const writes = await save(name);
    assert.deepEqual(writes, [
      ['DELETE /api/v2/stages/4', undefined],
      ['PATCH /api/v2/stages/2', { name: 'Talked' }],
      ['POST /api/v2/stages', { name: 'Contract', deal_probability: 95, is_deal_rot_enabled: false, pipeline_id: 1 }],
    ]);
    // The caret stays where it was, though the stage has an id now.
    assert.equal(await probability.evaluate((box) => box.matches(':focus')), true);
  });

  it('a pipeline’s deal probability is switched off and on', async () => {
    const name = 'New business';
    const form = await openRecord(window(), 'Pipelines', name);
    const box = form.field('is_deal_probability_enabled').locator('input');
    const before = await box.isChecked();
    await box.focus();
    await window().page.keyboard.press('Space');
    assert.deepEqual(await save(name), [['PATCH /api/v2/pipelines/1', { is_deal_probability_enabled: !before }]]);
    await box.setChecked(before);
    await save(name);
  });

  it('a field’s options are added, renamed and removed, each with its colour', async () => {
    const name = 'Segment';
    const form = await openRecord(window(), 'Fields', name, 'Person fields', 'Custom fields');
    const options = form.field('options');
    assert.equal(await options.locator('.swatch:not(.none)').count(), 5);
    await form.cell('options', 2, 'Label').fill('Mid-market');
    await options.getByRole('button', { name: 'Remove row 5' }).click();
    await options.getByRole('button', { name: 'Add Row' }).click();
    await window().page.keyboard.type('Resellers');
    await window().screenshot('field-dark');
    const writes = (await save(name)) as [string, unknown][];
    assert.deepEqual(
      writes.map(([line]) => line.replace(/[0-9a-f]{40}/, 'KEY')).toSorted(),
      ['DELETE', 'PATCH', 'POST'].map((method) => `${method} /api/v2/personFields/KEY/options`),
    );
    assert.deepEqual(
      new Set(writes.flatMap(([, body]) => body as object[]).map((option) => JSON.stringify(option))),
      new Set(['{"id":105}', '{"id":102,"label":"Mid-market"}', '{"label":"Resellers"}']),
    );
    assert.equal(await form.cell('options', 5, 'Label').inputValue(), 'Resellers');
  });
});
