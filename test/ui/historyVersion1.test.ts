import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openPerson } from './support/form.ts';

describe('A person’s history, over version 1', () => {
  const company = useCompany({ machineSettings: { 'pipedrive.apiVersion': 'v1' } });
  const { window } = company;

  it('an old value is restored in the document, and sent when that is saved: one reading, one update', async () => {
    await company.signIn();
    await company.colleague('persons/4', { job_title: 'Before' });
    await company.colleague('persons/4', { job_title: 'After' });
    const name = 'Nils Lindström';
    const form = await openPerson(window(), name);
    await window().webview().getByRole('tab', { name: 'History' }).click();
    const event = window().webview().locator('record-history .item').filter({ hasText: 'After' }).first();
    await event.getByRole('button', { name: /^Restore this value of .*: Before$/ }).click();
    await window().tabs.waitUntilDirty(name);
    await window().webview().getByRole('tab', { name: 'Details' }).click();
    await until('the old value was in the form', async () => (await form.input('job_title').inputValue()) === 'Before');
    company.sandbox.log.clear();
    await window().save();
    await window().tabs.waitUntilClean(name);
    const about = company.sandbox.log.entries.filter(({ path }) => path.endsWith('/persons/4'));
    assert.deepEqual(
      about.map(({ method, body }) => [method, method === 'GET' ? undefined : body]),
      [
        ['GET', undefined],
        ['PUT', { job_title: 'Before' }],
      ],
    );
    assert.ok(about.every(({ path }) => path.includes('/v1/')));
  });
});
