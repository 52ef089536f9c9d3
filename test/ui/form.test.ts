import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openPerson, type Form } from './support/form.ts';
import { inColumn } from './support/looks.ts';

describe('The form', () => {
  const company = useCompany();
  const { window } = company;
  const id = 4;
  const name = 'Nils Lindström';
  let form: Form;
  before(async () => {
    await company.signIn();
    form = await openPerson(window(), name);
  });

  async function save(title = name): Promise<unknown> {
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean(title);
    return company.writes().map(({ line, body }) => [line, body]);
  }
  const updated = (body: unknown) => [[`PATCH /api/v2/persons/${id}`, body]];

  it('shows names for ids and labels for options', async () => {
    await until('the owner’s name was there', async () => /\D/.test(await form.input('owner_id').inputValue()));
    assert.doesNotMatch(await form.input('owner_id').inputValue(), /^#?\d+$/);
  });

  it('edits text: dirty, undone, redone and saved by the keyboard', async () => {
    await form.fill('name', 'Nils Changed');
    await window().tabs.waitUntilDirty('Nils Changed');
    await form.waitForState('name', 'changed');
    await window().press('ControlOrMeta+z');
    await form.waitForState('name', 'same');
    await window().tabs.waitUntilClean(name);
    await window().press('ControlOrMeta+Shift+z');
    await form.waitForState('name', 'changed');
    assert.deepEqual(await save('Nils Changed'), updated({ name: 'Nils Changed' }));
    await form.fill('name', name);
    await save();
  });

  it('saves what is typed and not left yet', async () => {
    await form.input('name').fill('Typed And Saved');
    company.writes();
    await window().save();
    await until('the update was sent', () => company.sandbox.log.entries.some(({ method }) => method === 'PATCH'));
    assert.deepEqual(
      company.writes().map(({ body }) => body),
      [{ name: 'Typed And Saved' }],
    );
    await window().tabs.waitUntilClean('Typed And Saved');
    await form.fill('name', name);
    await save();
  });

  it('adds an e-mail address', async () => {
    await form.field('emails').getByRole('button', { name: /^Add/ }).click();
    await window().page.keyboard.type('nils@example.org');
    await window().page.keyboard.press('Enter');
    await window().tabs.waitUntilDirty(name);
    await save();
    const stored = (await company.stored(`persons/${id}`))['emails'] as { value: string }[];
    assert.equal(stored.at(-1)?.value, 'nils@example.org');
    // Moved by the keyboard, as one step, and the caret goes with it.
    const values = async () =>
      Promise.all((await form.field('emails').locator('.contact-value').all()).map((box) => box.inputValue()));
    const before = await values();
    const [first = '', second = ''] = before;
    await form.field('emails').getByLabel('Email 2', { exact: true }).press('Alt+ArrowUp');
    await until('it stood first', async () => (await values())[0] === second);
    assert.equal(await form.field('emails').locator(':focus').getAttribute('aria-label'), 'Email 1');
    await window().press('ControlOrMeta+z');
    await until('it stood where it was', async () => (await values())[0] === first);
    await form.field('emails').getByRole('button', { name: 'Move email 1 down' }).click();
    await until('it stood first', async () => (await values())[0] === second);
    await window().screenshot('form-rows-moved');
    await inColumn(window(), () => window().screenshot('form-rows-moved-360'));
    const [write] = (await save()) as [string, { emails: { value: string }[] }][];
    assert.deepEqual(
      write?.[1].emails.map(({ value }) => value),
      [second, first, ...before.slice(2)],
    );
  });

  it('marks each e-mail address that is none, and says of each why', async () => {
    const emails = form.field('emails');
    const lines = emails.locator('.contact-value');
    const count = await lines.count();
    assert.ok(count > 2);
    for (const line of [0, 1]) await lines.nth(line).fill(`none ${line}`);
    await lines.nth(1).press('Enter');
    const wrong = emails.locator('[aria-invalid="true"]');
    await until('two were marked', async () => (await wrong.count()) === 2);
    for (const line of [0, 1]) {
      const id = await lines.nth(line).getAttribute('aria-describedby');
      const said = emails.locator(`[id="${id?.split(' ')[0]}"]`);
      assert.match(await said.innerText(), new RegExp(`“none ${line}”|"none ${line}"`));
    }
    assert.equal(await emails.getByRole('alert').count(), 1);
    await emails.getByRole('button', { name: /^Undo this change/ }).click();
    await form.waitForState('emails', 'same');
  });

  it('finds an organization by a part of its name', async () => {
    const input = form.input('org_id');
    await input.click();
    const { body } = await company.sandbox.asColleague('GET', '/api/v2/organizations?limit=1&sort_direction=desc');
    const [organization] = (body as { data: { id: number; name: string }[] }).data;
    assert.ok(organization);
    await input.fill(organization.name.slice(0, 8));
    await form.field('org_id').getByRole('option', { name: organization.name }).first().waitFor();
    await window().screenshot('organization-search');
    await form.field('org_id').getByRole('option', { name: organization.name }).first().click();
    await window().tabs.waitUntilDirty(name);
    assert.deepEqual(await save(), updated({ org_id: organization.id }));
    assert.equal(await input.inputValue(), organization.name);
  });

  it('chooses an owner with the keyboard alone', async () => {
    await form.input('owner_id').focus();
    await window().page.keyboard.press('ControlOrMeta+a');
    await window().page.keyboard.type('a');
    await form.field('owner_id').getByRole('option').first().waitFor();
    await window().page.keyboard.press('ArrowDown');
    await window().page.keyboard.press('Enter');
    const before = (await company.stored(`persons/${id}`))['owner_id'];
    await window().tabs.waitUntilDirty(name);
    await save();
    assert.notEqual((await company.stored(`persons/${id}`))['owner_id'], before);
  });

  it('refuses a number that is none, at its field, and loses nothing', async () => {
    const number = form.named('Satisfaction score').locator('input');
    await number.fill('12a');
    await number.press('Tab');
    await form
      .named('Satisfaction score')
      .getByText(/Not a number/)
      .waitFor();
    assert.equal(await number.inputValue(), '12a');
    await number.fill('12.5');
    await number.press('Enter');
    await window().tabs.waitUntilDirty(name);
    await save();
  });

  it('shows Pipedrive’s refusal at the field and stays dirty', async () => {
    company.sandbox.fault({
      method: 'PATCH',
      path: `/persons/${id}`,
      fault: {
        kind: 'status',
        status: 400,
        body: {
          success: false,
          error: 'Validation failed: name: That name is taken. [Mend](command:workbench.action.closeAllEditors)',
          code: 'ERR_SCHEMA_VALIDATION_FAILED',
        },
      },
    });
    await form.fill('name', 'Taken');
    await window().save();
    await form.waitForState('name', 'error');
    await form
      .field('name')
      .getByText(/That name is taken/)
      .waitFor();
    assert.ok(await window().tabs.isDirty('Taken'));
    await window().notifications.waitFor(/That name is taken/);
    assert.equal(
      await window()
        .notifications.toast(/That name is taken/)
        .getByRole('link')
        .count(),
      0,
    );
    await window().screenshot('refused');
    await form.fill('name', 'Not Taken');
    await form.waitForState('name', 'changed');
    await save('Not Taken');
    await form.fill('name', name);
    await save();
  });

  it('never overwrites a colleague’s change unseen: mine, theirs, what it was', async () => {
    await form.fill('name', 'Name Mine');
    await company.colleague(`persons/${id}`, { name: 'Name Them', visible_to: 1 });
    company.writes();
    await window().save();
    await form.waitForState('name', 'conflict');
    const conflict = form.field('name');
    for (const text of ['Name Mine', 'Name Them', name]) await conflict.getByText(text, { exact: true }).first().waitFor();
    await window().screenshot('conflict');
    assert.deepEqual(company.writes(), []);
    await conflict.getByRole('button', { name: /Keep Mine/ }).click();
    // The button is gone, and the focus stays in the field.
    await form.focused('name').waitFor();
    await form.waitForState('name', 'changed');
    assert.deepEqual(await save('Name Mine'), updated({ name: 'Name Mine' }));
    assert.equal((await company.stored(`persons/${id}`))['visible_to'], 1);
    await form.fill('name', name);
    await save();
  });

  it('opens as JSON, and as a form again', async () => {
    await window().runCommand('Pipedrive: Open as JSON');
    const text = window().page.locator('.editor-instance .view-lines', { hasText: '"$schema"' });
    await text.getByText('"emails"').waitFor();
    await window().screenshot('json');
    await window().runCommand('Pipedrive: Open in Form');
    await form.waitFor();
  });

  it('makes a new person in a document of its own', async () => {
    await window().runCommand('Pipedrive: New Person');
    await window().tabs.waitFor('New Person');
    await form.fill('name', 'Made In The Form');
    await window().tabs.waitUntilDirty('Made In The Form');
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean('Made In The Form');
    await until('there was one tab with the name', async () => {
      const titles = await window().tabs.titles();
      return titles.filter((title) => title === 'Made In The Form').length === 1;
    });
    assert.deepEqual(
      company.writes().map(({ line }) => line),
      ['POST /api/v2/persons'],
    );
    await (await window().openView('Persons')).toStart();
    await (await window().openView('Persons')).row('Made In The Form').waitFor();
    await window().screenshot('created');
  });
});
