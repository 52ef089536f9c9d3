import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Theme } from './harness/options.ts';
import { useWorkbench } from './harness/index.ts';
import { openPerson } from './support/form.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('The looks', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light' });

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[]) {
    it(`a person’s form has no barrier that a machine can find, ${theme}`, async () => {
      await window().setTheme(theme);
      await openPerson(window(), 'Nils Lindström');
      const inner = await window().webview().locator('main').elementHandle();
      const owner = await inner?.ownerFrame();
      assert.ok(owner);
      await owner.evaluate('document.fonts.ready');
      await window().screenshot(`form-${theme}`);
      await owner.evaluate(await readFile(axe, 'utf8'));
      const found = await owner.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
        [],
      );
    });
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
    const main = window().webview().locator('main[data-phase="ready"]');
    await main.waitFor();
    await window().screenshot('form-narrow');
    const overflow = await main.evaluate(
      (element) => element.ownerDocument.documentElement.scrollWidth - element.ownerDocument.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${overflow} pixels are cut off`);
  });
});
