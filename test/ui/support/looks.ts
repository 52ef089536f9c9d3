import assert from 'node:assert/strict';
import { themes as shown, type Theme } from '../harness/options.ts';
import type { Workbench } from '../harness/index.ts';
import { until } from '../harness/until.ts';
import { barriers, brokenWords, formFrame, overflow } from './barriers.ts';

export const themes = Object.keys(shown) as readonly Theme[];

/** Does something in a narrow column, of 360 pixels if not told otherwise, and makes the window wide again. */
export async function inColumn(window: Workbench, work: () => Promise<void>, column = 360): Promise<void> {
  const wide = window.page.viewportSize();
  assert.ok(wide);
  await window.press('ControlOrMeta+b');
  await window.page.setViewportSize({ width: column + 64, height: 900 });
  const frame = await formFrame(window);
  // Asked from outside, since the page itself allows no text to be run.
  const width = () => frame.evaluate<number>('document.documentElement.clientWidth');
  await until('the column was as narrow', async () => Math.abs((await width()) - column) <= 10);
  await work();
  await window.page.setViewportSize(wide);
  await window.press('ControlOrMeta+b');
}

/** Asserts that a page has no barrier that a machine can find and that nothing of it is cut off; leaves a picture. */
async function assertLooks(window: Workbench, picture: string): Promise<void> {
  await formFrame(window);
  await window.screenshot(picture);
  const cut = await overflow(window);
  assert.ok(cut <= 0, `${cut} pixels are cut off`);
  assert.deepEqual(await barriers(window), []);
}

/** Asserts that a page has room for its words in a narrow column: none is broken in two; leaves a picture. */
async function assertWholeWords(window: Workbench, picture: string, column: number): Promise<void> {
  await inColumn(
    window,
    async () => {
      await window.screenshot(`${picture}-${column}`);
      assert.ok((await overflow(window)) <= 0);
      assert.deepEqual(await brokenWords(window), []);
    },
    column,
  );
}

/** Tests of the page that stands open: in each theme, wide and in a column of 360 pixels, and in narrower ones. */
export function testLooks(window: () => Workbench, name: string): void {
  it('breaks no word in two in a narrow column', async () => {
    for (const column of [240, 300]) await assertWholeWords(window(), name, column);
  });

  for (const theme of themes) {
    it(`has no barrier that a machine can find, and nothing of it is cut off, ${theme}`, async () => {
      await window().setTheme(theme);
      await assertLooks(window(), `${name}-${theme}`);
      await inColumn(window(), () => assertLooks(window(), `${name}-360-${theme}`));
    });
  }
}
