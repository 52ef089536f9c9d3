import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startSandbox, type SandboxHandle } from '../../src/sandbox/server.ts';
import { until } from './harness/until.ts';
import { formFrame } from './support/barriers.ts';
import { token, useCompany } from './support/company.ts';
import { Form, openPerson, openRecord } from './support/form.ts';
import { openMerge } from './support/merge.ts';
import { openStatistics } from './support/statistics.ts';

/** Names that would act, were they taken for more than text. */
const [markup, link] = ['<img src=x onerror=alert(1)>', '**bold** [link](command:workbench.action.quit) $(trash)'];

/** A message that the form would obey, were it VS Code's. */
const order = {
  ...{ type: 'request', id: 900, method: 'show' },
  input: { phase: 'blocked', title: 'Foreign', sentence: 'A foreign order', actions: [] },
};

describe('What means harm', () => {
  const company = useCompany({ folder: true });
  const { window } = company;
  let elsewhere: SandboxHandle;
  before(async () => {
    elsewhere = await startSandbox({ token });
    await company.signIn('Keep me signed in');
  });
  after(() => elsewhere.close());

  it('hostile names are text in rows, forms and the search', async () => {
    for (const name of [markup, link]) {
      // A row that is opened unfolds, and pushes the others out of sight.
      await (await window().openView('Persons')).collapseAll();
      await (await window().openView('Persons')).row(name).open();
      // Its tab shows no more than the name's beginning.
      const form = new Form(window());
      await until('the form showed it', async () => (await form.input('name').inputValue()) === name);
      assert.equal(await window().webview().locator('main img[src="x"], main a[href^="command:"]').count(), 0);
    }
    await window().runCommand('Pipedrive: Copy Name');
    const status = window().page.locator('.statusbar');
    await status.getByText('Copied:').waitFor();
    assert.equal(await status.locator('.codicon-trash').count(), 0);
    await window().press('Control+Alt+p');
    await window().quickInput.waitFor();
    for (const term of ['onerror', 'command']) {
      await window().quickInput.type(term);
      await window().quickInput.entry(term).waitFor();
    }
    await window().screenshot('hostile-search');
    const box = window().page.locator('.quick-input-widget:visible');
    // Names and buttons of rows are links without an address.
    assert.equal(await box.locator('.quick-input-list .codicon-trash, .quick-input-list a[href]').count(), 0);
    await window().quickInput.cancel();
    assert.equal(await window().page.locator('img[src="x"]').count(), 0);
  });

  it('a foreign frame’s messages change nothing', async () => {
    await openPerson(window(), 'Nils Lindström');
    const frame = await formFrame(window());
    // A page of an origin that is nobody's, which reaches the form's frame as a page reaches what is beside it.
    await window().page.evaluate(`{
      const stranger = document.createElement('iframe');
      stranger.src = 'data:text/html,foreign';
      document.body.append(stranger);
    }`);
    const stranger = await until('the foreign frame was there', () =>
      window()
        .page.frames()
        .find((one) => one.url().startsWith('data:')),
    );
    const posted = await stranger.evaluate<number>(`{
      let posted = 0;
      const post = (frames) => {
        for (let index = 0; index < frames.length; index++) {
          frames[index].postMessage(${JSON.stringify(order)}, '*');
          posted += 1;
          post(frames[index]);
        }
      };
      post(parent);
      posted;
    }`);
    assert.ok(posted >= 3, `${posted} frames were reached`);
    // What was posted before is heard before.
    await frame.evaluate('new Promise((done) => setTimeout(done))');
    await new Form(window()).waitFor();
    assert.equal(await window().webview().getByText('A foreign order').count(), 0);
    // The same from the page's own origin is obeyed, so that the silence above means something.
    await frame.evaluate(`window.postMessage(${JSON.stringify(order)}, '*')`);
    await window().webview().getByText('A foreign order').waitFor();
    await window().runCommand('View: Close Editor');
  });

  it('a page runs no script of another and reaches no host', async () => {
    await openPerson(window(), 'Nils Lindström');
    const frame = await formFrame(window());
    const refused = await frame.evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ranByAnother = true';
      document.body.append(script);
      const asked = await fetch('${elsewhere.url}/v1/users/me').then(() => 'answered', () => 'refused');
      return [asked, 'ranByAnother' in globalThis];
    })()`);
    assert.deepEqual(refused, ['refused', false]);
    assert.deepEqual(elsewhere.log.entries, []);
  });

  it('a workspace’s settings send no request elsewhere', async () => {
    const settings = join(dirname(window().session.dataDir), 'folder', '.vscode');
    await mkdir(settings, { recursive: true });
    await writeFile(join(settings, 'settings.json'), JSON.stringify({ 'pipedrive.baseUrl': elsewhere.url }));
    await window().reload();
    company.sandbox.log.clear();
    await (await window().openView('Persons')).rows();
    await (await window().openView('Persons')).titleAction('Refresh Persons');
    await until('the list was read again', () => company.sandbox.log.entries.some(({ path }) => path.endsWith('/persons')));
    assert.deepEqual(elsewhere.log.entries, []);
  });

  it('hostile names are text in a merge', async () => {
    const merge = await openMerge(window(), markup, link);
    const shown = await merge.main.innerText();
    assert.ok(shown.includes(markup) && shown.includes('[link](command:workbench.action.quit)'), shown);
    assert.equal(await merge.main.locator('img, a').count(), 0);
    await window().screenshot('hostile-merge');
  });

  it('hostile values are text in a history', async () => {
    for (const job_title of [markup, link]) await company.colleague('persons/4', { job_title });
    await openPerson(window(), 'Nils Lindström');
    await window().webview().getByRole('tab', { name: 'History' }).click();
    const history = window().webview().locator('record-history');
    const event = history.locator('.item').filter({ hasText: 'command:' }).first();
    await event.waitFor();
    const told = await event.innerText();
    assert.ok(told.includes(markup) && told.includes('[link](command:workbench.action.quit)'), told);
    assert.equal(await history.locator('img[src="x"], a').count(), 0);
    await window().screenshot('hostile-history');
    await window().runCommand('View: Close Editor');
  });

  it('hostile names are text in the statistics and in the list behind a number', async () => {
    await window().runCommand('View: Close All Editors');
    const form = await openRecord(window(), 'Pipelines', 'New business');
    await form.fill('name', markup);
    await form.cell('stages', 1, 'Name').fill(link);
    await form.cell('stages', 1, 'Name').press('Enter');
    await window().tabs.waitUntilDirty(markup);
    await window().save();
    await window().tabs.waitUntilClean(markup);
    await window().runCommand('View: Close Editor');
    const statistics = await openStatistics(window(), markup);
    await statistics.waitFor();
    const shown = await statistics.main.innerText();
    assert.ok(shown.includes(markup) && shown.includes('[link](command:workbench.action.quit)'), shown);
    assert.equal(await statistics.main.locator('img, a').count(), 0);
    await window().screenshot('hostile-statistics');
    await statistics.section('conversion').locator('li button').first().click();
    await window().quickInput.waitFor();
    const box = window().page.locator('.quick-input-widget:visible');
    await until('the stage was named', async () => (await box.locator('.quick-input-title').innerText()).includes('command:'));
    assert.equal(
      await box.locator('img[src="x"], .codicon-trash, .quick-input-title a[href], .quick-input-list a[href]').count(),
      0,
    );
    await window().quickInput.cancel();
    await window().runCommand('View: Close Editor');
  });

  it('hostile names are text among the doubles, in rows and in tooltips', async () => {
    const emails = [{ value: 'shared@example.com', label: 'work', primary: true }];
    for (const id of [11, 21]) await company.colleague(`persons/${id}`, { emails });
    await window().runCommand('Pipedrive: Find Possible Doubles');
    for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) await window().foldView(other);
    const row = (await window().openView('Possible Doubles')).row(`${link} · ${markup}`);
    await row.waitFor();
    // Rows that come meanwhile push it away from under the pointer.
    await window()
      .page.getByRole('treeitem', { name: /^Reading/ })
      .waitFor({ state: 'detached' });
    const text = await row.text();
    assert.ok(text.includes(markup) && text.includes('command:'), text);
    const tooltip = await row.tooltip();
    assert.ok(tooltip.includes(markup) && tooltip.includes('command:'), tooltip);
    const hover = window().page.locator('.workbench-hover .hover-contents').first();
    assert.equal(await hover.locator('img, a, .codicon-trash').count(), 0);
    await window().screenshot('hostile-doubles');
  });
});
