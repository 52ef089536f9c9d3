import assert from 'node:assert/strict';
import { useWorkbench } from '../harness/index.ts';

describe('The workbench with the packed extension', () => {
  const window = useWorkbench({ theme: 'dark' });

  it('has the extension installed as a user gets it', async () => {
    await window().runCommand('View: Show Extensions');
    const listed = window().page.locator('.extension-list-item', { hasText: 'Pipedrive Explorer' });
    await listed.waitFor();
    await window().screenshot('installed');
  });

  it('opens an untitled file, types, asks before closing it', async () => {
    await window().runCommand('Create: New Untitled Text File');
    await window().tabs.waitFor('Untitled-1');
    await window().page.keyboard.type('words');
    await window().tabs.waitUntilDirty('Untitled-1');
    await window().tabs.close('Untitled-1');
    assert.match(await window().dialog.text(), /save the changes/);
    await window().dialog.click("Don't Save");
    await window().tabs.waitUntilGone('Untitled-1');
  });
});
