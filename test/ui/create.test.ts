import assert from 'node:assert/strict';
import { useCompany } from './support/company.ts';
import { Form } from './support/form.ts';

interface Described {
  readonly field_name: string;
  readonly field_type: string;
  readonly field_code: string;
  readonly is_custom_field: boolean;
  readonly options?: readonly { readonly id: number; readonly label: string }[] | null;
}

describe('New records, made in the form', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn());

  const ownFields = async (): Promise<readonly Described[]> => {
    const { body } = await company.sandbox.asColleague('GET', '/api/v2/personFields?limit=500');
    return (body as { data: Described[] }).data.filter((field) => field.is_custom_field);
  };

  /** Opens a form for a new record, and waits until it can be filled. */
  async function begin(command: string): Promise<Form> {
    await window().runCommand(`Pipedrive: ${command}`);
    await window().tabs.waitFor(command);
    const form = new Form(window());
    await form.waitFor();
    return form;
  }

  async function saved(name: string): Promise<{ line: string; body: unknown }[]> {
    await window().tabs.waitUntilDirty(name);
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean(name);
    // The record’s own document takes the draft’s place, and the focus with it.
    await window().page.locator('.tab[data-resource-name^="new-"]').waitFor({ state: 'detached' });
    await new Form(window()).waitFor();
    return company.writes();
  }

  it('a person with a value in every field of the company’s own', async () => {
    const form = await begin('New Person');
    // Nothing has to be gone to first.
    await form.focused('name').waitFor();
    await window().page.keyboard.type('Every Field');
    await window().press('Enter');
    const given: Record<string, unknown> = {};
    for (const { field_code: key, field_type: type, options } of await ownFields()) {
      const boxes = form.field(key).locator('input, textarea');
      const fill = async (...texts: readonly string[]) => {
        for (const [index, text] of texts.entries()) await boxes.nth(index).fill(text);
        await boxes.nth(texts.length - 1).press('Tab');
      };
      const [first] = options ?? [];
      if (type === 'double') await fill('2.5').then(() => (given[key] = 2.5));
      else if (type === 'monetary') await fill('10', 'EUR').then(() => (given[key] = { value: 10, currency: 'EUR' }));
      else if (type === 'date') await fill('2026-02-28').then(() => (given[key] = '2026-02-28'));
      else if (type === 'daterange') {
        await fill('2026-02-01', '2026-02-28');
        given[key] = { value: '2026-02-01', until: '2026-02-28' };
      } else if (type === 'time') await fill('08:15').then(() => (given[key] = { value: '08:15:00' }));
      else if (type === 'timerange') {
        await fill('08:15', '16:45');
        given[key] = { value: '08:15:00', until: '16:45:00' };
      } else if (type === 'address') await fill('Pikk 1, Tallinn').then(() => (given[key] = { value: 'Pikk 1, Tallinn' }));
      else if (type === 'enum' && first) {
        await form.field(key).locator('select').selectOption(String(first.id));
        given[key] = first.id;
      } else if (type === 'set' && first) {
        await boxes.first().click();
        await form.field(key).getByRole('option', { name: first.label }).click();
        await boxes.first().press('Tab');
        given[key] = [first.id];
      } else if (['user', 'org', 'people'].includes(type)) {
        await boxes.first().fill(type === 'user' ? 'ra' : 'er');
        await form.field(key).getByRole('option').first().click();
        given[key] = 'chosen';
      } else await fill('words').then(() => (given[key] = 'words'));
    }
    await window().screenshot('new-person');
    const [creation, ...more] = await saved('Every Field');
    assert.equal(creation?.line, 'POST /api/v2/persons');
    assert.deepEqual(more, []);
    const sent = (creation.body as { custom_fields: Record<string, unknown> }).custom_fields;
    for (const [key, value] of Object.entries(given)) {
      if (value === 'chosen') assert.ok(Number.isInteger(sent[key]), `${key}: ${JSON.stringify(sent[key])}`);
      else assert.deepEqual(sent[key], value);
    }
    assert.deepEqual(Object.keys(sent).sort(), Object.keys(given).sort());
  });

  it('a field with options, which a person then has', async () => {
    const form = await begin('New Person Field');
    await form.fill('field_name', 'Shirt size');
    await form.field('field_type').locator('select').selectOption('enum');
    for (const label of ['Small', 'Large']) {
      await form.field('options').getByRole('button', { name: 'Add Row' }).click();
      await window().page.keyboard.type(label);
      await window().page.keyboard.press('Enter');
    }
    await window().screenshot('new-field-form');
    const [creation, ...more] = await saved('Shirt size');
    assert.equal(creation?.line, 'POST /api/v2/personFields');
    assert.deepEqual(more, []);
    const field = (await ownFields()).find(({ field_name: name }) => name === 'Shirt size');
    const large = field?.options?.find(({ label }) => label === 'Large');
    assert.ok(field && large);

    // The document that was open before knows it at once.
    await window().tabs.open('Every Field');
    const person = new Form(window());
    await person.field(field.field_code).locator('select').selectOption(String(large.id));
    const [update] = await saved('Every Field');
    assert.ok(update);
    assert.deepEqual((update.body as { custom_fields: object }).custom_fields, { [field.field_code]: large.id });
  });
});
