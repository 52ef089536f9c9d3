import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';

describe('The side bar', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn());
  const lists = (what: string) => company.sandbox.log.entries.filter(({ path }) => path === `/api/v2/${what}`).length;

  it('loads persons by the page, and goes on when asked', async () => {
    const persons = await window().openView('Persons');
    assert.equal(lists('persons'), 1);
    await persons.toEnd();
    await persons.row('Load more…').waitFor();
    await window().page.keyboard.press('Enter');
    await until('the second page was asked for', () => lists('persons') === 2);
    // Asked for is not there yet: its rows push the old end out of sight.
    await persons.row('Load more…').waitUntilGone();
    await persons.toEnd();
    await persons.row('Load more…').click();
    await until('the third page was asked for', () => lists('persons') === 3);
    await persons.row('Load more…').waitUntilGone();
    await persons.toStart();
  });

  it('tells a record’s main fields in its tooltip, by name', async () => {
    const persons = await window().openView('Persons');
    const text = await persons.row('Nils Lindström').tooltip();
    assert.match(text, /Nils Lindström/);
    assert.match(text, /Owner/);
    assert.doesNotMatch(text, /owner_id|[0-9a-f]{40}/);
    await window().screenshot('tooltip');
  });

  it('shows text that would act as the text it is', async () => {
    const persons = await window().openView('Persons');
    await persons.row('<img src=x onerror=alert(1)>').waitFor();
    const text = await persons.row('<img src=x onerror=alert(1)>').tooltip();
    assert.match(text, /<img src=x onerror=alert\(1\)>/);
    assert.equal(await window().page.locator('.workbench-hover img').count(), 0);
  });

  it('opens pipelines to their stages', async () => {
    const pipelines = await window().openView('Pipelines');
    const [first = ''] = await pipelines.rows();
    await pipelines.rowAt(0).expand();
    await until('the stages were there', async () => (await pipelines.rows()).length > 4);
    assert.notEqual(first.trim(), '');
  });

  it('lists products', async () => {
    const products = await window().openView('Products');
    assert.ok((await products.rows()).length > 5);
  });

  it('groups fields, with types and the options of a list', async () => {
    for (const other of ['Persons', 'Pipelines', 'Products']) await window().foldView(other);
    const fields = await window().openView('Fields');
    assert.deepEqual(
      (await fields.rows()).map((row) => row.trim()),
      ['Person fields', 'Product fields'],
    );
    await fields.row('Person fields').expand();
    await fields.row('Custom fields').expand();
    await fields.toEnd();
    await fields.row('Segment').waitFor();
    assert.match(await fields.row('Segment').text(), /Single option/);
    await fields.row('Segment').expand();
    await fields.row('Mittelstand').waitFor();
    await window().screenshot('fields');
  });

  it('says why a list could not be read, and reads it when asked again', async () => {
    const products = await window().openView('Products');
    company.sandbox.fault({
      fault: { kind: 'status', status: 403, body: { success: false, error: 'You do not have permissions to do this.' } },
      path: '/products',
    });
    await products.titleAction('Refresh Products');
    const sentence = window().page.getByRole('treeitem', { name: /not allowed/ });
    await sentence.waitFor();
    await window().screenshot('failed-load');
    await products.row('Retry').click();
    await sentence.waitFor({ state: 'detached' });
  });

  it('deletes after asking, and the row is gone without reading the list again', async () => {
    await window().foldView('Fields');
    await window().foldView('Products');
    const persons = await window().openView('Persons');
    await persons.toStart();
    const before = lists('persons');
    await persons.row('Nobody').contextAction('Delete…');
    assert.match(await window().dialog.text(), /Nobody/);
    await window().dialog.click('Delete');
    await persons.row('Nobody').waitUntilGone();
    // Keys go on from where the row was.
    await persons.focusedRow().getByText('Spaces around', { exact: true }).waitFor();
    assert.equal(lists('persons'), before);
    assert.ok(company.writes().some(({ line }) => /^DELETE .*\/persons\/\d+$/.test(line)));
  });
});
