import assert from 'node:assert/strict';
import type { Theme } from './harness/options.ts';
import { useWorkbench } from './harness/index.ts';
import { barriers, formFrame, overflow } from './support/barriers.ts';
import { openRecord } from './support/form.ts';

/** A record of every kind, and one with a name that needs room. */
const records = [
  ['person', 'Persons', 'Nils Lindström'],
  ['long-name', 'Persons', 'Maximiliane Theodora Wilhelmine Frei'],
  ['product', 'Products', 'Industrial Conveyor 800'],
  ['pipeline', 'Pipelines', 'New business'],
  ['person-field', 'Fields', 'Segment', 'Person fields'],
  ['product-field', 'Fields', 'Energy class', 'Product fields'],
] as const;

const themes = ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[];

describe('The looks', () => {
  const wide = { width: 1280, height: 800 };
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: wide });

  // Opened once: they stay while the theme and the room change.
  before(async function () {
    this.timeout(120_000);
    for (const [, view, name, ...within] of records) await openRecord(window(), view, name, ...within);
    await window().press('ControlOrMeta+b');
  });

  async function show(name: string): Promise<void> {
    await window().tabs.open(name);
    await window().webview().locator('main[data-phase="ready"] h1').getByText(name, { exact: true }).waitFor();
    await formFrame(window());
  }

  for (const theme of themes) {
    it(`no form has a barrier that a machine can find, ${theme}`, async () => {
      await window().setTheme(theme);
      const found = [];
      for (const [kind, , name] of records) {
        await show(name);
        await window().screenshot(`${kind}-${theme}`);
        for (const barrier of await barriers(window())) found.push(`${kind}: ${barrier}`);
      }
      assert.deepEqual(found, []);
    });

    it(`nor in a column of 360 pixels, and nothing is cut off there, ${theme}`, async () => {
      await window().setTheme(theme);
      const found = [];
      for (const [kind, , name] of records) {
        await show(name);
        await window().page.setViewportSize({ width: 424, height: 900 });
        const frame = await formFrame(window());
        await frame.waitForFunction('Math.abs(document.documentElement.clientWidth - 360) <= 10');
        await window().screenshot(`${kind}-360-${theme}`);
        const custom = window().webview().locator('section[data-section="custom"]');
        if ((await custom.count()) > 0) {
          await custom.evaluate((section) => section.scrollIntoView());
          await window().screenshot(`${kind}-360-${theme}-custom`);
        }
        const cut = await overflow(window());
        if (cut > 0) found.push(`${kind}: ${cut} pixels are cut off`);
        for (const barrier of await barriers(window())) found.push(`${kind}: ${barrier}`);
        await window().page.setViewportSize(wide);
      }
      assert.deepEqual(found, []);
    });
  }
});
