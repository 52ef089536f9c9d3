import assert from 'node:assert/strict';
import type { Theme } from './harness/options.ts';
import { useWorkbench } from './harness/index.ts';
import { comesUp, until } from './harness/until.ts';

const command = 'Pipedrive: Find Possible Doubles';
const known = 'Katharina Hoffmann · Katharina Hofmann';

describe('Possible doubles', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: { width: 1280, height: 900 } });

  const view = () => window().openView('Possible Doubles');

  it('come into the side bar once they are asked for, with how sure each is and the main reason', async () => {
    await window().openContainer('Pipedrive');
    await window().openView('Persons');
    assert.equal(await window().page.getByText('Possible Doubles', { exact: true }).count(), 0);
    await window().runCommand(command);
    // The focus does not go with the welcome that the rows take the place of.
    await until('keys go to the list', async () => {
      await window().press('ArrowDown');
      return comesUp(window().view('Possible Doubles').focusedRow(), 500);
    });
    // The view has the side bar for itself, so that all of it is in sight.
    for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) await window().foldView(other);
    const doubles = await view();
    await doubles.row(known).waitFor();
    await window()
      .page.getByRole('treeitem', { name: /^Reading/ })
      .waitFor({ state: 'detached' });
    assert.match(await doubles.row(known).text(), /76 · Same phone \+496990009417/);
  });

  it('say all their reasons in the tooltip', async () => {
    const doubles = await view();
    const tooltip = await doubles.row(known).tooltip();
    for (const told of ['76 of 100', 'Same phone +496990009417', 'Similar name', 'would stay'])
      assert.ok(tooltip.includes(told), tooltip);
    await window().screenshot('doubles-tooltip');
  });

  it('open to the two persons, each of which opens', async () => {
    const doubles = await view();
    await doubles.row(known).expand();
    await window().screenshot('doubles-unfolded');
    await doubles.row('Katharina Hofmann').open();
    await window().tabs.waitFor('Katharina Hofmann');
  });

  it('are kept separate by a button in the row, and compared again', async () => {
    const doubles = await view();
    await doubles.row(known).action('Keep Separate');
    await doubles.row(known).waitUntilGone();
    await doubles.toEnd();
    // Unfolded by the key, since what is in the last row is out of sight until one goes there.
    await doubles.row('Kept separate').waitFor();
    await window().press('ArrowRight');
    await until('the heading was unfolded', async () => {
      await doubles.toEnd();
      return doubles.row(known).locator.isVisible();
    });
    await window().screenshot('doubles-separate');
    await doubles.row(known).action('Compare Again');
    await doubles.row('Kept separate').waitUntilGone();
    await doubles.toStart();
    await doubles.row(known).waitFor();
  });

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[]) {
    it(`have their looks, ${theme}`, async () => {
      await window().setTheme(theme);
      const doubles = await view();
      await doubles.toStart();
      await window().screenshot(`doubles-${theme}`);
    });
  }

  it('fit into little room', async () => {
    const doubles = await view();
    await window().page.setViewportSize({ width: 424, height: 900 });
    await doubles.row(known).waitFor();
    await window().screenshot('doubles-narrow');
    await window().page.setViewportSize({ width: 1280, height: 900 });
    await until('the room was back', async () => (await doubles.rows()).length > 3);
  });
});
