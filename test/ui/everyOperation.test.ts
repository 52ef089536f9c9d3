import type { Locator } from 'playwright-core';
import { isObject } from '../../src/model/isObject.ts';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { Form, openRecord } from './support/form.ts';
import { inColumn } from './support/looks.ts';
import { openStatistics } from './support/statistics.ts';

/** What the two versions do each in its own way, once, as a person meets it. */
for (const version of ['v1', 'v2'] as const)
  describe(`Everything over ${version}`, () => {
    const company = useCompany({ machineSettings: { 'pipedrive.apiVersion': version }, viewport: { width: 1280, height: 1000 } });
    const { window } = company;
    before(() => company.signIn());
    beforeEach(() => company.sandbox.log.clear());

    /** Waits for a request, in version 1's spelling and in version 2's where that is another one; `*` is any part. */
    /** @param served by which version, where only one has it */
    const asked = (inV1: string, inV2 = inV1.replace(/^PUT/, 'PATCH'), served: string = version) => {
      const wanted = version === 'v1' ? inV1 : inV2;
      const pattern = new RegExp(`^${wanted.replaceAll('*', '[^/?]+').replace(' ', ` /api/${served}/`)}$`);
      return until(`${wanted} was answered`, () =>
        company.sandbox.log.entries.some(({ method, path, status }) => pattern.test(`${method} ${path}`) && status < 300),
      );
    };
    const only = async (title: string) => {
      for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) if (other !== title) await window().foldView(other);
      return window().openView(title);
    };
    const list = (id: string): Locator => window().webview().locator(`related-list[data-related="${id}"]`);
    const openTab = async (label: string, id: string): Promise<Locator> => {
      await window().webview().getByRole('tab', { name: label }).click();
      await list(id).locator('ul, [data-none]').first().waitFor();
      return list(id);
    };
    /** Fills the form of a new record and saves it. */
    const create = async (command: string, key: string, name: string): Promise<void> => {
      await window().runCommand(`Pipedrive: ${command}`);
      await window().tabs.waitFor(command);
      const form = new Form(window());
      await form.waitFor();
      await form.fill(key, name);
      await window().tabs.waitUntilDirty(name);
      await window().save();
      await window().tabs.waitUntilClean(name);
      await window().page.locator('.tab[data-resource-name^="new-"]').waitFor({ state: 'detached' });
    };
    const change = async (form: Form, key: string, from: string, to: string): Promise<void> => {
      await form.fill(key, to);
      await window().tabs.waitUntilDirty(key === 'job_title' || key === 'code' ? from : to);
      await window().save();
      await window().tabs.waitUntilClean(key === 'job_title' || key === 'code' ? from : to);
    };
    /** Its order is version 1's to keep. */
    const moveStage = async (form: Form): Promise<void> => {
      const second = form.cell('stages', 2, 'Name');
      const name = await second.inputValue();
      await second.press('Alt+ArrowUp');
      await until('the stage stood first', async () => (await form.cell('stages', 1, 'Name').inputValue()) === name);
      await until('the caret went along', () => form.cell('stages', 1, 'Name').evaluate((box) => box.matches(':focus')));
      await window().screenshot('stages-moved');
      await inColumn(window(), () => window().screenshot('stages-moved-360'));
      await window().save();
      await until('the order was sent', () =>
        company.sandbox.log.entries.some(
          ({ method, path, body }) => method === 'PUT' && path.includes('/stages/') && isObject(body) && body['order_nr'] === 1,
        ),
      );
      await form.waitForState('stages', 'same');
    };
    const remove = async (view: string, ...names: readonly string[]): Promise<void> => {
      const tree = await window().openView(view);
      const [first = '', ...others] = names;
      await tree.row(first).click();
      for (const other of others) await tree.row(other).locator.click({ modifiers: ['ControlOrMeta'] });
      await tree.row(first).contextAction('Delete…');
      await window().dialog.text();
      await window().dialog.click('Delete');
      for (const name of names) await tree.row(name).waitUntilGone();
    };

    it('the list of persons is read again', async () => {
      await (await window().openView('Persons')).titleAction('Refresh Persons');
      await asked('GET persons');
    });

    it('a person is opened, changed and saved', async () => {
      const form = await openRecord(window(), 'Persons', 'Nils Lindström');
      await change(form, 'job_title', 'Nils Lindström', `Over ${version}`);
      await asked('PUT persons/4');
    });

    it('what hangs off a person is listed, and somebody follows and stops', async () => {
      await openTab('Activities', 'activities');
      await asked('GET persons/4/activities', 'GET activities');
      await openTab('Deals', 'deals');
      await asked('GET persons/4/deals', 'GET deals');
      await openTab('Products', 'products');
      await openTab('Visible To', 'permittedUsers');
      const followers = await openTab('Followers', 'followers');
      await asked('GET persons/4/followers');
      await followers.locator('[data-add="follower"]').click();
      await window().quickInput.waitFor();
      await window().press('ArrowDown');
      await window().press('Enter');
      await asked('POST persons/4/followers');
      const last = followers.locator('.item').first();
      await last.waitFor();
      await last.getByRole('button', { name: /^Stop Following/ }).click();
      await asked('DELETE persons/4/followers/*');
    });

    it('a person is created and deleted', async () => {
      await create('New Person', 'name', 'Aaron Short-lived');
      await asked('POST persons');
      const persons = await window().openView('Persons');
      await persons.toStart();
      await remove('Persons', 'Aaron Short-lived');
      await asked('DELETE persons/*');
    });

    it('two persons are deleted at once', async () => {
      const persons = await window().openView('Persons');
      await persons.toStart();
      const [first = '', second = ''] = await persons.labels();
      await remove('Persons', first, second);
      await asked('DELETE persons', 'DELETE persons/*');
    });

    it('doubles are looked for among all persons', async () => {
      await window().runCommand('Pipedrive: Find Possible Doubles');
      await asked('GET persons/collection', 'GET persons');
      await window().openView('Possible Doubles');
      await window().foldView('Possible Doubles');
    });

    it('persons and products are searched', async () => {
      await window().press('Control+Alt+p');
      await window().quickInput.waitFor();
      await window().quickInput.type('smart');
      await asked('GET persons/search');
      await asked('GET products/search');
      await window().quickInput.cancel();
    });

    it('a pipeline is opened to its deals, changed, created and deleted', async () => {
      const pipelines = await only('Pipelines');
      await pipelines.row('New business').expand();
      await pipelines.row('Negotiations started').expand();
      await asked('GET pipelines/1/deals', 'GET deals');
      await asked('GET pipelines');
      const form = await openRecord(window(), 'Pipelines', 'New business');
      await asked('GET pipelines/1');
      await change(form, 'name', 'New business', 'Old business');
      await asked('PUT pipelines/1');
      if (version === 'v1') await moveStage(form);
      await (await openStatistics(window(), 'Old business')).waitFor();
      await asked('GET pipelines/1/conversion_statistics', undefined, 'v1');
      await asked('GET pipelines/1/movement_statistics', undefined, 'v1');
      await create('New Pipeline', 'name', 'Short-lived');
      await asked('POST pipelines');
      await pipelines.collapseAll();
      await remove('Pipelines', 'Short-lived');
      await asked('DELETE pipelines/*');
    });

    it('a product is opened with its followers, changed, created and deleted', async () => {
      await only('Products');
      await asked('GET products');
      const name = 'Smart Onboarding Day 800';
      const form = await openRecord(window(), 'Products', name);
      await asked('GET products/2');
      await change(form, 'code', name, `CODE-${version}`);
      await asked('PUT products/2');
      await openTab('Deals', 'deals');
      await openTab('Files', 'files');
      await openTab('Followers', 'followers');
      await asked('GET products/2/followers');
      await create('New Product', 'name', 'Aardvark Service');
      await asked('POST products');
      await (await window().openView('Products')).toStart();
      await remove('Products', 'Aardvark Service');
      await asked('DELETE products/*');
    });

    it('fields of both kinds are listed, opened, renamed, created and deleted, two at once', async () => {
      const fields = await only('Fields');
      for (const [kind, heading, name] of [
        ['personFields', 'Person fields', 'Nickname'],
        ['productFields', 'Product fields', 'Supplier part'],
      ] as const) {
        const form = await openRecord(window(), 'Fields', name, heading, 'Custom fields');
        await asked(`GET ${kind}/*`);
        await change(form, 'field_name', name, `${name}, renamed`);
        await asked(`PUT ${kind}/*`);
      }
      await create('New Person Field', 'field_name', 'Brief field');
      await asked('POST personFields');
      for (const name of ['First', 'Second', 'Third']) await create('New Product Field', 'field_name', name);
      await asked('POST productFields');
      await fields.toEnd();
      await remove('Fields', 'First');
      await asked('DELETE productFields/*');
      await remove('Fields', 'Second', 'Third');
      await asked('DELETE productFields', 'DELETE productFields/*');
      await fields.collapseAll();
      await fields.row('Person fields').expand();
      await fields.row('Custom fields').expand();
      await fields.toEnd();
      await remove('Fields', 'Brief field');
      await asked('DELETE personFields/*');
    });
  });
