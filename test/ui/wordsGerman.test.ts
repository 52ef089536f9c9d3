import assert from 'node:assert/strict';
import { useWorkbench } from './harness/index.ts';
import { openPerson } from './support/form.ts';

describe('In a window in German', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', language: { id: 'de' } });

  it('the words of the side bar and of a form are those of the German files', async () => {
    assert.notEqual(window().words('Products'), 'Products');
    await openPerson(window(), 'Nils Lindström');
    await window()
      .webview()
      .getByRole('tab', { name: window().words('Notes') })
      .waitFor();
    await window().screenshot('words-german');
  });
});
