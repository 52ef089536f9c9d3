import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openStatistics, StatisticsPage } from './support/statistics.ts';

interface Deals {
  readonly count: number;
  readonly deals_ids: readonly number[];
  readonly values: Readonly<Record<string, number>>;
}

describe('The statistics of a pipeline', () => {
  // A folder, because an empty window restores only what is unsaved.
  const company = useCompany({ folder: true });
  const { window } = company;
  const year = new Date().getFullYear();
  let page: StatisticsPage;
  before(() => company.signIn('Keep me signed in'));
  afterEach(() => company.sandbox.clearFaults());

  const asked = () => {
    const lines = company.sandbox.log.entries.filter(({ path }) => path.endsWith('_statistics')).map(({ path }) => path);
    company.sandbox.log.clear();
    return lines;
  };
  /** What Pipedrive tells a colleague of the same deals. */
  const told = async (
    from: string,
    till: string,
    userId: number,
  ): Promise<Readonly<Record<'won_deals' | 'lost_deals', Deals>>> => {
    const query = `start_date=${from}&end_date=${till}&user_id=${userId}`;
    const { body } = await company.sandbox.asColleague('GET', `/api/v1/pipelines/1/movement_statistics?${query}`);
    return (body as { data: Record<'won_deals' | 'lost_deals', Deals> }).data;
  };
  const userId = async () => Number(await page.control('user').inputValue());

  it('opens by one click, says whose deals they are, and shows the numbers', async () => {
    page = await openStatistics(window(), 'New business');
    await page.waitFor();
    await window().tabs.waitFor('Statistics of New business');
    assert.match(await page.scope.innerText(), /^Deals of .+ · /);
    assert.match(await page.main.locator('.read').innerText(), /^Read /);
    assert.match(await page.main.locator('.cost').innerText(), /85 API tokens/);
    assert.equal(asked().length, 2);
    await window().screenshot('statistics-month');
  });

  it('takes another period by the keyboard alone', async () => {
    await page.control('from').focus();
    await page.control('from').fill('2025-01-01');
    await page.control('until').fill('2026-12-31');
    assert.equal(await page.control('preset').inputValue(), '');
    await window().press('Enter');
    await until('it was read', async () => /2025.*2026/.test(await page.scope.innerText().catch(() => '')));
    const { won_deals: won } = await told('2025-01-01', '2026-12-31', await userId());
    assert.ok(won.count > 0);
    assert.match(await page.line('deals', 'won').locator('.number').innerText(), new RegExp(`^\\s*${won.count}\\s*$`));
    const worth = await page.line('deals', 'won').locator('.worth').innerText();
    assert.equal(worth.split(' · ').length, Object.keys(won.values).length);
    await window().screenshot('statistics');
  });

  it('names each chart’s marks for a screen reader, and has each number in a table', async () => {
    for (const id of ['conversion', 'deals', 'movement', 'age'] as const) {
      const section = page.section(id);
      const count = await section.locator('li').count();
      assert.equal(await section.locator('svg[role="img"]').count(), count);
      for (const name of await section.locator('svg').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) {
        assert.match(name ?? '', /.+: .+/);
      }
      assert.equal(await section.locator('tbody tr').count(), count);
    }
    await page.section('deals').locator('summary').click();
    await page.section('deals').locator('table').waitFor();
    await window().screenshot('statistics-table');
    await page.section('deals').locator('summary').click();
  });

  it('opens the lost deals in a list that can be searched, and nothing behind the movements', async () => {
    const { lost_deals: lost } = await told('2025-01-01', '2026-12-31', await userId());
    assert.ok(lost.count > 0);
    assert.equal(await page.section('movement').locator('button').count(), 0);
    await page.line('deals', 'lost').locator('button').click();
    await window().quickInput.waitFor();
    await until(
      'the deals were there',
      async () => (await window().page.locator('.quick-input-widget [role="option"]').count()) > 0,
    );
    assert.match(await window().page.locator('.quick-input-title').innerText(), /^Lost deals of New business, /);
    await window().screenshot('statistics-lost');
    await window().quickInput.cancel();
  });

  it('opens the deals of a stage behind its rate', async () => {
    await page.section('conversion').locator('li button').first().click();
    await window().quickInput.waitFor();
    assert.match(await window().page.locator('.quick-input-title').innerText(), /^Open deals of .+ now in “.+” of New business/);
    await window().screenshot('statistics-stage');
    await window().quickInput.cancel();
  });

  it('holds two periods against each other', async () => {
    asked();
    await page.show({ preset: 'thisYear', comparison: 'before' });
    await until('both were read', async () => /compared with/.test(await page.scope.innerText().catch(() => '')));
    assert.equal(asked().length, 4);
    assert.match(await page.line('deals', 'won').innerText(), /before/);
    await window().screenshot('statistics-compared');
  });

  it('says why numbers cannot be read, and reads them on Retry', async () => {
    const fault = { kind: 'status', status: 500, body: { success: false, error: 'Broken.' } } as const;
    company.sandbox.fault({ fault, path: '/pipelines/*/movement_statistics', times: 9 });
    await page.show({ comparison: 'none' });
    await page.waitFor('blocked');
    await window().screenshot('statistics-error');
    company.sandbox.clearFaults();
    await page.action('retry').click();
    await page.waitFor();
  });

  it('says where there is nothing in a period', async () => {
    await page.control('from').fill('1999-01-01');
    await page.control('until').fill('1999-12-31');
    await page.action('show').click();
    await page.main.locator('.empty').waitFor();
    assert.match(await page.main.locator('.empty').innerText(), /No deals of .+ here in this period/);
    await window().screenshot('statistics-empty');
  });

  it('says what is wrong with turned dates, and sends nothing', async () => {
    asked();
    await page.control('from').fill('2026-02-01');
    await page.control('until').fill('2026-01-01');
    await page.action('show').click();
    await page.main.locator('.problem').waitFor();
    assert.deepEqual(asked(), []);
  });

  it('comes back after a reload with what was chosen', async function () {
    this.timeout(120_000);
    await page.show({ preset: 'lastYear', comparison: 'yearBefore' });
    await until('it was read', async () => (await page.scope.innerText().catch(() => '')).includes(String(year - 1)));
    await window().reload('Developer: Reload Window');
    page = new StatisticsPage(window());
    await until('the statistics were shown again', () => page.main.isVisible(), 60_000);
    await page.waitFor();
    assert.equal(await page.control('preset').inputValue(), 'lastYear');
    assert.equal(await page.control('comparison').inputValue(), 'yearBefore');
    assert.match(await page.scope.innerText(), new RegExp(`${year - 1}.*compared with.*${year - 2}`));
  });
});
