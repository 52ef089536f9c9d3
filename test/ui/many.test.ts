import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comesUp, until } from './harness/until.ts';
import { token, useCompany } from './support/company.ts';

describe('Acting on many rows', () => {
  const company = useCompany();
  const { window } = company;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    await company.signIn();
    for (const other of ['Pipelines', 'Products', 'Fields']) await window().foldView(other);
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const persons = () => window().openView('Persons');
  const names = async (count: number) => (await (await persons()).labels()).slice(0, count);
  /** Selects these alone, whatever was selected before. */
  const select = async (count: number) => {
    const view = await persons();
    await view.toStart();
    await window().press('Escape');
    await view.selectFirst(count);
    return view;
  };
  const menu = () => window().page.locator('.monaco-menu');

  it('gives twenty another owner, waits out a 429, and says which one was refused', async () => {
    const view = await select(20);
    const [first = '', second = ''] = await names(2);
    company.writes();
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3' };
    const burst = { kind: 'status', status: 429, body: { success: false, error: 'Slow down' }, headers } as const;
    const refusal = { kind: 'status', status: 403, body: { success: false, error: 'No.' } } as const;
    company.sandbox.fault({ fault: burst, method: 'PATCH', path: '/persons/*', skip: 8 });
    company.sandbox.fault({ fault: refusal, method: 'PATCH', path: '/persons/*', skip: 12 });
    await view.row(second).contextAction('Change Owner…');
    await window().quickInput.option('Camille Fournier').waitFor();
    await window().screenshot('many-owner');
    await window().quickInput.choose('Camille Fournier');
    const question = await window().dialog.text();
    assert.match(question, /Change the owner of 20 persons to Camille Fournier\?/);
    assert.match(question, /100 API tokens/);
    assert.ok(question.includes(`“${first}”`), question);
    await window().screenshot('many-owner-question');
    await window().dialog.click('Change Owner');
    await window().notifications.waitFor('Changing the owner of 20 persons');
    await until('it waits at the 429', async () => company.sandbox.log.entries.some(({ status }) => status === 429));
    await window().screenshot('many-owner-waiting');
    const said = await window().notifications.waitFor('Owner of 19 of 20 changed');
    assert.match(said, /not allowed/);
    await window().screenshot('many-owner-refused');
    assert.equal(company.writes().length, 21);
    await window().notifications.click('Owner of 19 of 20', 'Retry');
    await until('the one that was left is changed', async () =>
      company.sandbox.log.entries.some(({ method }) => method === 'PATCH'),
    );
    const [again, ...more] = company.writes();
    assert.match(JSON.stringify(again?.body), /owner_id/);
    assert.deepEqual(more, []);
  });

  it('adds labels in their colours to three', async () => {
    const view = await select(3);
    const [first = ''] = await names(1);
    await view.row(first).contextAction('Change Label…');
    await window().quickInput.option('Add Labels…').waitFor();
    await window().screenshot('many-labels-way');
    await window().quickInput.choose('Add Labels…');
    await window().quickInput.option('Hot lead').waitFor();
    await window().quickInput.choose('Hot lead');
    await window().screenshot('many-labels');
    await window().quickInput.accept();
    assert.match(await window().dialog.text(), /Add “Hot lead” to 3 persons\?/);
    await window().dialog.click('Change Labels');
    await window().notifications.waitFor('“Hot lead” added');
    await window().screenshot('many-labels-done');
  });

  it('copies names from the menu, one a line', async () => {
    const view = await select(3);
    const three = await names(3);
    await view.row(three[1] ?? '').contextActions();
    await menu().getByRole('menuitem', { name: 'Copy As' }).hover();
    await menu().getByRole('menuitem', { name: 'Copy Name' }).waitFor();
    await window().screenshot('many-copy');
    await until('the name was taken from the menu', async () => {
      const item = menu().getByRole('menuitem', { name: 'Copy Name' });
      if (await item.isVisible()) await item.click();
      return !(await item.isVisible());
    });
    await until('the names are in the clipboard', async () => {
      const text = await window().page.evaluate<string>('navigator.clipboard.readText()');
      return text === three.join('\n');
    });
  });

  it('exports what is selected to a file', async () => {
    const view = await select(3);
    const three = await names(3);
    await view.row(three[1] ?? '').contextAction('Export as CSV…');
    await window().quickInput.waitFor();
    await window().screenshot('many-export');
    const file = join(folder, 'out.csv');
    await window().press('ControlOrMeta+a');
    await window().page.keyboard.type(file);
    const box = window().page.locator('.quick-input-widget:visible');
    // It takes no path while it looks into the folder.
    await until('the dialog took the path', async () => {
      if (await box.isVisible()) await window().press('Enter');
      return comesUp(window().notifications.toast('exported to out.csv'), 2000);
    });
    await window().notifications.waitFor('3 persons exported to out.csv');
    await window().screenshot('many-exported');
    const written = await readFile(file, 'utf8');
    assert.ok(!written.includes(token));
    const rows = written.slice(1).trimEnd().split('\r\n');
    assert.equal(rows.length, 4);
    for (const [place, name] of three.entries()) assert.ok(rows[place + 1]?.includes(name), rows[place + 1]);
  });

  it('acts from the palette on what is selected', async () => {
    await select(2);
    await window().runCommand('Pipedrive: Add Follower…');
    await window().quickInput.option('Ingrid Solberg').waitFor();
    await window().quickInput.choose('Ingrid Solberg');
    await window().screenshot('many-followers');
    await window().quickInput.accept();
    assert.match(await window().dialog.text(), /Add Ingrid Solberg as follower of 2 persons\?[^]*10 API tokens/);
    await window().dialog.click('Add Follower');
    await window().notifications.waitFor('Followed by Ingrid Solberg');
  });
});
