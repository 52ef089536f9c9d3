import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { Merge } from './support/merge.ts';

describe('Merging from the list of possible doubles', () => {
  const company = useCompany();
  const { window } = company;
  before(() => company.signIn());
  const [first, second] = ['Dominik Wagenknecht · DOMINIK WAGENKNECHT', 'Charlotte Ashby · Charlotte Pemberton'] as const;
  const merges = () => company.writes().filter(({ line }) => line.includes('/merge'));

  it('opens a pair, merges it, and goes on to the next', async () => {
    await window().runCommand('Pipedrive: Find Possible Doubles');
    for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) await window().foldView(other);
    const view = await window().openView('Possible Doubles');
    await view.row(first).waitFor();
    await window()
      .page.getByRole('treeitem', { name: /^Reading/ })
      .waitFor({ state: 'detached' });
    await view.row(first).click();
    const merge = new Merge(window());
    await merge.waitFor();
    // Their numbers, since the names are one.
    assert.equal(await merge.title, 'Keep “Dominik Wagenknecht” (451), remove “DOMINIK WAGENKNECHT” (891)');
    await window().screenshot('doubles-merge');

    company.writes();
    await merge.action('merge').click();
    await window().dialog.click('Merge');
    await view.row(first).waitUntilGone();
    await until(
      'the next pair was shown',
      async () => (await merge.title) === 'Keep “Charlotte Ashby”, remove “Charlotte Pemberton”',
    );
    assert.deepEqual(merges(), [{ line: 'PUT /api/v1/persons/891/merge', body: { merge_with_id: 451 } }]);
    await until('its row was selected', async () => (await view.row(second).locator.getAttribute('aria-selected')) === 'true');
    await window().screenshot('doubles-next');
  });

  it('opens the pair of the focused row by the keyboard', async () => {
    const view = await window().openView('Possible Doubles');
    await view.toStart();
    await window().press('ArrowDown');
    await window().press('Enter');
    const merge = new Merge(window());
    await until(
      'its merge was shown',
      async () => (await merge.title) === 'Keep “Katharina Hoffmann”, remove “Katharina Hofmann”',
    );
  });
});
