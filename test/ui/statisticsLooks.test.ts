import { useWorkbench } from './harness/index.ts';
import { until } from './harness/until.ts';
import { testLooks } from './support/looks.ts';
import { openStatistics } from './support/statistics.ts';

describe('The looks of statistics', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: { width: 1280, height: 900 } });

  before(async () => {
    const page = await openStatistics(window(), 'New business');
    await page.waitFor();
    await page.show({ preset: 'thisYear', comparison: 'before' });
    await until('both were read', async () => /compared with/.test(await page.scope.innerText().catch(() => '')));
    for (const id of ['conversion', 'deals', 'movement', 'age'] as const) await page.section(id).locator('summary').click();
  });

  testLooks(window, 'statistics');
});
