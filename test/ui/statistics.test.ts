import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comesUp, until } from './harness/until.ts';
import { token, useCompany } from './support/company.ts';
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
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'statistics-'));
    await company.signIn('Keep me signed in');
  });
  after(() => rm(folder, { recursive: true, force: true }));
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
    assert.equal(await page.control('preset').inputValue(), 'last30Days');
    assert.match(await page.main.locator('.read').innerText(), /^Read /);
    assert.match(await page.main.locator('.cost').innerText(), /85 API tokens/);
    assert.equal(asked().length, 2);
    await window().screenshot('statistics-first');
  });

  it('takes another period by the keyboard alone', async () => {
    await page.control('from').focus();
    await page.control('from').fill(`${year - 1}-01-01`);
    await page.control('until').fill(`${year}-12-31`);
    assert.equal(await page.control('preset').inputValue(), '');
    await window().press('Enter');
    await until('it was read', async () => new RegExp(`${year - 1}.*${year}`).test(await page.scope.innerText().catch(() => '')));
    const { won_deals: won } = await told(`${year - 1}-01-01`, `${year}-12-31`, await userId());
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
    const { lost_deals: lost } = await told(`${year - 1}-01-01`, `${year}-12-31`, await userId());
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
    assert.match(await page.line('deals', 'won').innerText(), /Before: \d+/);
    await window().screenshot('statistics-compared');
  });

  it('holds any two periods against each other, and begins with the days that were compared', async () => {
    await page.control('comparison').selectOption('own');
    assert.equal(await page.control('against-from').inputValue(), `${year - 1}-01-01`);
    await page.control('against-from').fill(`${year - 1}-03-01`);
    await page.control('against-until').fill(`${year - 1}-02-01`);
    asked();
    await page.action('show').click();
    await page.main.locator('.problem').waitFor();
    await window().screenshot('statistics-own-turned');
    assert.equal(await page.control('against-until').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.control('until').getAttribute('aria-invalid'), 'false');
    assert.deepEqual(asked(), []);
    await page.control('against-until').fill(`${year - 1}-06-30`);
    await window().press('Enter');
    await until('both were read', async () =>
      new RegExp(`Mar 1.*Jun 30, ${year - 1}`).test(await page.scope.innerText().catch(() => '')),
    );
    const { won_deals: won } = await told(`${year - 1}-03-01`, `${year - 1}-06-30`, await userId());
    assert.match(await page.line('deals', 'won').locator('.before').first().innerText(), new RegExp(`Before: ${won.count} `));
    await window().screenshot('statistics-own');
  });

  it('writes both periods to a file', async () => {
    await page.action('export').click();
    await window().quickInput.waitFor();
    await window().screenshot('statistics-export');
    const file = join(folder, 'out.csv');
    await window().press('ControlOrMeta+a');
    await window().page.keyboard.type(file);
    const box = window().page.locator('.quick-input-widget:visible');
    // It takes no path while it looks into the folder.
    await until('the dialog took the path', async () => {
      if (await box.isVisible()) await window().press('Enter');
      return comesUp(window().notifications.toast('Statistics exported to out.csv'), 2000);
    });
    const written = await readFile(file, 'utf8');
    assert.ok(!written.includes(token));
    const rows = written.slice(1).trimEnd().split('\r\n');
    assert.equal(rows[0], 'User,From,Until,Number,Of,Value,Unit');
    const { won_deals: won } = await told(`${year - 1}-03-01`, `${year - 1}-06-30`, await userId());
    assert.ok(rows.some((row) => row.endsWith(`,${year - 1}-03-01,${year - 1}-06-30,Won,,${won.count},deals`)));
    assert.ok(rows.some((row) => row.includes(`,${year}-01-01,${year}-12-31,`)));
  });

  it('shows another user’s deals, chosen and read by the keyboard alone', async () => {
    const mine = await page.control('user').inputValue();
    const user = page.control('user');
    await user.focus();
    // The list opens, as one of VS Code's does, and Enter takes what the arrows came to.
    await window().press('ArrowDown');
    await window().press('ArrowDown');
    await window().press('Enter');
    await until('another user was chosen', async () => (await user.inputValue()) !== mine);
    const other = Number(await user.inputValue());
    const name = (await user.locator('option:checked').innerText()).trim();
    await page.control('preset').selectOption('thisYear');
    await page.control('comparison').selectOption('none');
    await page.control('comparison').focus();
    asked();
    await window().press('Tab');
    await window().press('Enter');
    await until('it was read', async () => (await page.scope.innerText().catch(() => '')).startsWith(`Deals of ${name} ·`));
    assert.equal(asked().length, 2);
    const { lost_deals: lost } = await told(`${year}-01-01`, `${year}-12-31`, other);
    assert.match(await page.line('deals', 'lost').locator('.number').innerText(), new RegExp(`^\\s*${lost.count}\\s*$`));
  });

  it('opens a deal in Pipedrive by the keyboard alone', async () => {
    await page.section('deals').locator('li button').first().focus();
    await window().press('Enter');
    await window().quickInput.waitFor();
    const box = window().page.locator('.quick-input-widget [role="option"]');
    await until('the deals were there', async () => (await box.count()) > 0);
    await window().press('ArrowDown');
    await window().press('Enter');
    assert.match(await window().dialog.text(), /\/deal\/\d+/);
    await window().screenshot('statistics-pipedrive');
    await window().dialog.click('Cancel');
  });

  it('opens from the palette, which asks for the pipeline', async () => {
    await window().runCommand('View: Close Editor');
    await window().runCommand('Pipedrive: Show Statistics');
    await window().quickInput.waitFor();
    await until('the pipelines were there', () => window().quickInput.offers('Renewals'));
    await window().screenshot('statistics-pick');
    await window().quickInput.type('renew');
    await window().quickInput.accept();
    await window().tabs.waitFor('Statistics of Renewals');
    await page.waitFor();
    assert.equal(await page.control('preset').inputValue(), 'thisYear', 'the period that was chosen last');
    await window().runCommand('View: Close Editor');
    page = await openStatistics(window(), 'New business');
    await page.waitFor();
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
