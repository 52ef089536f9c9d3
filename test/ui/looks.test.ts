import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useWorkbench } from './harness/index.ts';
import { overflow } from './support/barriers.ts';
import { openPerson, openRecord } from './support/form.ts';
import { inColumn, testLooks, themes } from './support/looks.ts';

/** Records that have tables among their fields. */
const withRows = [
  ['product', 'Products', 'Industrial Conveyor 800'],
  ['pipeline', 'Pipelines', 'New business'],
  ['person-field', 'Fields', 'Segment', 'Person fields', 'Custom fields'],
  ['product-field', 'Fields', 'Energy class', 'Product fields', 'Custom fields'],
] as const;

/** What of a button's look is not its words. */
const look = (button: Locator): Promise<string> =>
  button.evaluate((element) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle: (of: unknown) => Readonly<Record<string, string>>;
    };
    const { backgroundColor, borderColor, boxShadow } = getComputedStyle(element);
    return `${backgroundColor} ${borderColor} ${boxShadow}`;
  });

describe('The looks', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light' });

  describe('of a person’s form', () => {
    before(() => openPerson(window(), 'Nils Lindström'));
    testLooks(window, 'form');

    it('tell in each theme which of the two buttons above its fields is pressed', async () => {
      const button = (only: string) => window().webview().locator(`[data-only="${only}"]`);
      await button('filled').click();
      for (const theme of themes) {
        await window().setTheme(theme);
        await window().page.mouse.move(0, 0);
        const [pressed, other] = await Promise.all([look(button('filled')), look(button('changed'))]);
        assert.notEqual(pressed, other, theme);
      }
      await button('filled').click();
    });

    it('are right at its custom fields, too', () =>
      inColumn(window(), async () => {
        const custom = window().webview().locator('section[data-section="custom"]');
        await custom.evaluate((section) => section.scrollIntoView());
        await window().screenshot('form-360-custom');
        assert.ok((await overflow(window())) <= 0);
      }));
  });

  for (const [kind, view, name, ...within] of withRows) {
    describe(`of a ${kind}’s form`, () => {
      before(() => openRecord(window(), view, name, ...within));
      testLooks(window, kind);
    });
  }

  it('are right in a small window with a long name, too', async () => {
    await window().page.setViewportSize({ width: 700, height: 900 });
    await window().openContainer('Pipedrive');
    await (await window().openView('Persons')).toStart();
    const row = window().page.getByRole('treeitem').filter({ hasText: 'Maximiliane Theodora Wilhelmine Frei' });
    await row.first().click();
    await window().webview().locator('main[data-phase="ready"]').waitFor();
    await window().screenshot('form-narrow');
    const cut = await overflow(window());
    assert.ok(cut <= 0, `${cut} pixels are cut off`);
  });
});
