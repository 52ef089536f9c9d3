import assert from 'node:assert/strict';
import { opening } from '../../../scripts/start/demo.mjs';
import { useWorkbench } from '../harness/index.ts';

describe('A fresh window with the packed extension', () => {
  const window = useWorkbench({ theme: 'dark' });

  it('has the extension as a user gets it', async () => {
    await window().runCommand('View: Show Extensions');
    await window().page.locator('.extension-list-item', { hasText: 'Pipedrive Explorer' }).waitFor();
  });

  it('welcomes whoever is signed out', async () => {
    await window().openContainer('Pipedrive');
    const persons = await window().openView('Persons');
    await persons.welcome().waitFor();
    await window().screenshot('welcome');
  });
});

describe('A window on the demo account', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', beside: opening });

  it('shows persons without being asked to, as npm start does, and opens one', async () => {
    const persons = window().view('Persons');
    const [first = ''] = await persons.rows();
    assert.notEqual(first.trim(), '');
    await persons.rowAt(0).click();
    await window().webview().locator('body').waitFor();
    assert.equal((await window().tabs.titles()).length, 1);
    await window().screenshot('person');
  });
});
