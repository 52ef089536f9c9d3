import assert from 'node:assert/strict';
import type { Theme } from './harness/options.ts';
import { useWorkbench } from './harness/index.ts';
import { barriers, formFrame, overflow } from './support/barriers.ts';
import { openPerson, openRecord } from './support/form.ts';

/** Records that have tables among their fields. */
const withRows = [
  ['product', 'Products', 'Industrial Conveyor 800'],
  ['pipeline', 'Pipelines', 'New business'],
  ['person-field', 'Fields', 'Segment', 'Person fields', 'Custom fields'],
  ['product-field', 'Fields', 'Energy class', 'Product fields', 'Custom fields'],
] as const;

const themes = ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[];

describe('The looks', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light' });

  for (const theme of themes) {
    it(`a person’s form has no barrier that a machine can find, ${theme}`, async () => {
      await window().setTheme(theme);
      await openPerson(window(), 'Nils Lindström');
      await formFrame(window());
      await window().screenshot(`form-${theme}`);
      assert.deepEqual(await barriers(window()), []);
    });
  }

  for (const [kind, view, name, ...within] of withRows) {
    for (const theme of themes) {
      it(`a ${kind}’s form has no barrier that a machine can find, ${theme}`, async () => {
        await window().setTheme(theme);
        await openRecord(window(), view, name, ...within);
        await formFrame(window());
        await window().screenshot(`${kind}-${theme}`);
        assert.deepEqual(await barriers(window()), []);
      });
    }
  }
});

describe('The looks, in little room', () => {
  const window = useWorkbench({ account: 'demo', theme: 'dark', viewport: { width: 700, height: 900 } });

  it('nothing is cut off in a narrow column', async () => {
    const name = 'Maximiliane Theodora Wilhelmine Frei';
    await window().openContainer('Pipedrive');
    const persons = await window().openView('Persons');
    await persons.toStart();
    const row = window().page.getByRole('treeitem').filter({ hasText: name }).first();
    await row.click();
    await window().webview().locator('main[data-phase="ready"]').waitFor();
    await window().screenshot('form-narrow');
    const cut = await overflow(window());
    assert.ok(cut <= 0, `${cut} pixels are cut off`);
  });
});

describe('The looks, in a column of 360 pixels', () => {
  const wide = { width: 1280, height: 800 };
  const window = useWorkbench({ account: 'demo', theme: 'dark', viewport: wide });

  for (const [kind, view, name, ...within] of [['person', 'Persons', 'Nils Lindström'], ...withRows] as const) {
    it(`nothing of a ${kind} is cut off`, async () => {
      await openRecord(window(), view, name, ...within);
      await window().press('ControlOrMeta+b');
      await window().page.setViewportSize({ width: 424, height: 900 });
      const frame = await formFrame(window());
      await frame.waitForFunction('Math.abs(document.documentElement.clientWidth - 360) <= 10');
      for (const theme of themes) {
        await window().setTheme(theme);
        await window().screenshot(`${kind}-360-${theme}`);
      }
      const custom = window().webview().locator('section[data-section="custom"]');
      if ((await custom.count()) > 0) {
        await custom.evaluate((section) => section.scrollIntoView());
        await window().screenshot(`${kind}-360-custom`);
      }
      const cut = await overflow(window());
      assert.ok(cut <= 0, `${cut} pixels are cut off`);
      assert.deepEqual(await barriers(window()), []);
      await window().page.setViewportSize(wide);
      await window().press('ControlOrMeta+b');
    });
  }
});
