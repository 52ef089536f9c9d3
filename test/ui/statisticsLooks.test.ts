import assert from 'node:assert/strict';
import type { Theme } from './harness/options.ts';
import { useWorkbench } from './harness/index.ts';
import { until } from './harness/until.ts';
import { barriers, formFrame, overflow } from './support/barriers.ts';
import { openStatistics } from './support/statistics.ts';

const themes = ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[];
const wide = { width: 1280, height: 900 };

describe('The looks of statistics', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: wide });

  before(async () => {
    const page = await openStatistics(window(), 'New business');
    await page.waitFor();
    await page.show({ preset: 'thisYear', comparison: 'before' });
    await until('both were read', async () => /compared with/.test(await page.scope.innerText().catch(() => '')));
    for (const id of ['conversion', 'deals', 'movement', 'age'] as const) await page.section(id).locator('summary').click();
  });

  for (const theme of themes) {
    it(`has no barrier that a machine can find, ${theme}`, async () => {
      await window().setTheme(theme);
      await formFrame(window());
      await window().screenshot(`statistics-${theme}`);
      assert.deepEqual(await barriers(window()), []);
    });
  }

  describe('in a column of 360 pixels', () => {
    before(() => window().press('ControlOrMeta+b'));

    for (const theme of themes) {
      it(`nothing is cut off, ${theme}`, async () => {
        await window().page.setViewportSize(wide);
        await window().setTheme(theme);
        await window().page.setViewportSize({ width: 424, height: 1800 });
        const frame = await formFrame(window());
        await frame.waitForFunction('Math.abs(document.documentElement.clientWidth - 360) <= 10');
        await window().screenshot(`statistics-360-${theme}`);
        const cut = await overflow(window());
        assert.ok(cut <= 0, `${cut} pixels are cut off`);
        assert.deepEqual(await barriers(window()), []);
      });
    }
  });
});
