import assert from 'node:assert/strict';
import { useWorkbench } from './harness/index.ts';
import { until } from './harness/until.ts';
import { inColumn, testLooks } from './support/looks.ts';
import { openMerge, type Merge } from './support/merge.ts';

describe('The looks of a merge', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: { width: 1280, height: 900 } });
  let merge: Merge;

  before(async () => {
    merge = await openMerge(window(), 'Nils Lindström', 'Maximiliane Theodora Wilhelmine Frei');
    await merge.tick('name').check();
  });

  testLooks(window, 'merge');

  it('leaves no tick that has the focus under what stays at the top and at the foot', () =>
    inColumn(
      window(),
      async () => {
        const wide = window().page.viewportSize();
        assert.ok(wide);
        await window().page.setViewportSize({ ...wide, height: 560 });
        const ticks = await merge.main.locator('[data-tick]').all();
        for (const tick of [...ticks, ...ticks.toReversed()]) {
          await tick.focus();
          await until('the tick was in sight', async () => {
            const [head, foot, box] = await Promise.all(
              [merge.main.locator('.heads'), merge.main.locator('footer'), tick].map((part) => part.boundingBox()),
            );
            return head && foot && box && box.y >= head.y + head.height && box.y + box.height <= foot.y;
          });
        }
        await window().screenshot('merge-500-low');
      },
      500,
    ));
});
