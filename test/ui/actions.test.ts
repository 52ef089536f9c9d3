import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';

describe('Acting on the rows of the side bar', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn());
  const persons = () => window().openView('Persons');
  const labels = async (count: number) => (await (await persons()).labels()).slice(0, count);
  const refusal = { kind: 'status', status: 403, body: { success: false, error: 'No.' } } as const;

  it('renames the focused row by F2, and keeps what Pipedrive refuses', async () => {
    const view = await persons();
    await view.toStart();
    const [name = ''] = await labels(1);
    company.writes();
    company.sandbox.fault({ fault: refusal, method: 'PATCH', path: '/persons/*' });
    await window().press('F2');
    await window().quickInput.waitFor();
    assert.deepEqual(await window().quickInput.content(), { text: name, selected: name });
    await window().screenshot('rename');
    await window().quickInput.type('Renamed By Key');
    await window().quickInput.accept();
    await until('the refusal was said', async () => /not allowed/.test(await window().quickInput.message()));
    assert.equal((await window().quickInput.content()).text, 'Renamed By Key');
    await window().screenshot('rename-refused');
    await window().quickInput.accept();
    await view.row('Renamed By Key').waitFor();
    await window().quickInput.waitUntilGone();
    assert.deepEqual(
      company.writes().map(({ line }) => line.replace(/\d+$/, '*')),
      ['PATCH /api/v2/persons/*', 'PATCH /api/v2/persons/*'],
    );
  });

  it('changes a phone by its pencil, and labels by picking them', async () => {
    const view = await persons();
    await view.row('Renamed By Key').expand();
    await view.rowAt(1).waitFor();
    const [, phone = ''] = await labels(2);
    await window().screenshot('values');
    await view.row(phone).action('Edit Value');
    await window().quickInput.waitFor();
    assert.deepEqual(await window().quickInput.content(), { text: phone, selected: phone });
    await window().quickInput.type('+372 5550 100');
    await window().quickInput.accept();
    await view.row('+372 5550 100').waitFor();
    const [write] = company.writes();
    assert.match(JSON.stringify(write?.body), /5550 100/);
    await view.row('Add Labels').action('Edit Value');
    await window().quickInput.option('Hot lead').waitFor();
    await window().quickInput.choose('Hot lead');
    await window().quickInput.choose('Cold lead');
    await window().screenshot('labels');
    await window().quickInput.accept();
    await view.row('Hot lead, Cold lead').waitFor();
    await view.row('Add Labels').waitUntilGone();
  });

  it('asks once for ten selected rows, says which was not deleted, and tries that one again', async () => {
    const view = await persons();
    await view.toStart();
    await window().press('ArrowLeft');
    await view.selectFirst(10);
    const names = await labels(11);
    assert.deepEqual(await view.row(names[2] ?? '').contextActions(), ['Delete…']);
    await window().screenshot('menu-of-many');
    await window().press('Escape');
    company.writes();
    company.sandbox.fault({ fault: refusal, method: 'DELETE', path: '/persons/*', skip: 3 });
    await window().press('Delete');
    const question = await window().dialog.text();
    assert.match(question, /Delete 10 persons\?/);
    assert.match(question, /and 5 more/);
    assert.match(question, /30 API tokens/);
    await window().screenshot('delete-many');
    await window().dialog.click('Delete');
    const said = await window().notifications.waitFor('9 of 10 deleted');
    assert.ok(said.includes(`“${names[3]}”`) && !said.includes(`“${names[4]}”`), said);
    await window().screenshot('not-deleted');
    await view.row(names[9] ?? '').waitUntilGone();
    assert.equal(company.writes().length, 10);
    await window().notifications.click('9 of 10 deleted', 'Retry');
    await view.row(names[3] ?? '').waitUntilGone();
    assert.deepEqual((await labels(1))[0], names[10]);
    const [again, ...more] = company.writes();
    assert.match(again?.line ?? '', /^DELETE /);
    assert.deepEqual(more, []);
    await window().notifications.click('deleted.', 'Undo');
    await view.row(names[3] ?? '').waitFor();
    await window().notifications.waitFor('brought');
    await window().screenshot('brought-back');
  });

  it('acts on the focused row where it is not the selected one', async () => {
    const view = await persons();
    await view.toStart();
    await window().press('Shift+ArrowDown');
    await window().press('ArrowDown');
    await window().press('ArrowDown');
    const [, , , fourth = ''] = await labels(4);
    await window().press('Delete');
    const question = await window().dialog.text();
    assert.ok(question.includes(fourth), question);
    await window().screenshot('delete-one');
    await window().dialog.click('Cancel');
  });

  it('offers both kinds of fields from one button, and Delete for fields of the company’s own alone', async () => {
    for (const other of ['Persons', 'Pipelines', 'Products']) await window().foldView(other);
    const fields = await window().openView('Fields');
    await fields.rows();
    await fields.titleAction('New…');
    const items = window().page.locator('.monaco-menu').getByRole('menuitem');
    await items.first().waitFor();
    await window().screenshot('new-field');
    assert.deepEqual(
      (await items.allInnerTexts()).map((item) => item.trim()),
      ['New Person Field', 'New Product Field'],
    );
    await window().press('Escape');
    await fields.row('Person fields').expand();
    await fields.row('Standard fields').expand();
    await fields.toStart();
    const actions = await fields.row('Name').contextActions();
    assert.ok(
      actions.every((action) => !/Delete|Rename/.test(action)),
      actions.join(),
    );
    await window().press('Escape');
  });
});
