import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { useWorkbench } from '../harness/index.ts';
import type { Theme } from '../harness/options.ts';
import { formFrame } from '../support/barriers.ts';
import { openPerson } from '../support/form.ts';
import { Merge } from '../support/merge.ts';

const themes = ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[];
const name = 'Nils Lindström';

/** The walkthrough's pictures, from the real workbench on the demo account; no test of anything. */
describe('The pictures of the walkthrough', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: { width: 900, height: 900 } });
  const sideBar = () => window().page.locator('.part.sidebar');
  const editor = () => window().page.locator('.part.editor');

  /** Takes the upper part of something, once in each theme. */
  async function take(step: string, of: () => Locator, height: number, ready = async () => {}): Promise<void> {
    for (const theme of themes) {
      await window().setTheme(theme);
      await ready();
      // What the pointer is over, and the words beside it, are no part of the picture.
      await window().page.mouse.move(0, 0);
      await window().page.locator('.workbench-hover').waitFor({ state: 'hidden' });
      const box = await of().boundingBox();
      if (!box) throw new Error(`Nothing of ${step} is in sight.`);
      await window().page.screenshot({
        path: join(inRoot('media/walkthrough'), `${step}-${theme}.png`),
        clip: { ...box, height: Math.min(height, box.height) },
        animations: 'disabled',
      });
    }
  }

  before(async () => {
    await window().openContainer('Pipedrive');
    for (const view of ['Pipelines', 'Products', 'Fields']) await window().foldView(view);
  });

  it('the demo account', async () => {
    await (await window().openView('Persons')).rows();
    // As far as names that are there to be looked at in tests.
    await take('demo', sideBar, 281);
  });

  it('browsing', async () => {
    const persons = await window().openView('Persons');
    await persons.row(name).expand();
    await take('browse', sideBar, 440);
    await persons.collapseAll();
  });

  it('editing', async () => {
    const form = await openPerson(window(), name);
    const renamed = `${name}-Berg`;
    await form.fill('name', renamed);
    await window().tabs.waitUntilDirty(renamed);
    const top = 'document.querySelector("h1")?.scrollIntoView()';
    await take('edit', editor, 440, async () => void (await (await formFrame(window())).evaluate(top)));
    await form.fill('name', name);
    await window().tabs.waitUntilDirty(name);
  });

  it('merging', async () => {
    await window().runCommand('View: Close All Editors');
    await window().dialog.click("Don't Save");
    const { quickInput } = window();
    await window().runCommand('Pipedrive: Search…');
    await quickInput.type('Katharina Hofmann');
    await quickInput.choose('Katharina Hofmann');
    await window().tabs.waitFor('Katharina Hofmann');
    await window().runCommand('Pipedrive: Merge into…');
    await quickInput.type('Katharina Hoffmann');
    await quickInput.choose('Katharina Hoffmann');
    await new Merge(window()).waitFor();
    await take('merge', editor, 440, async () => void (await formFrame(window())));
  });

  it('signing in', async () => {
    await take(
      'signIn',
      () => window().page.locator('.quick-input-widget:visible'),
      200,
      async () => {
        await window().runCommand('Pipedrive: Sign In…');
        await window().quickInput.waitFor();
        await window().quickInput.type('acme');
      },
    );
    await window().quickInput.cancel();
  });
});
