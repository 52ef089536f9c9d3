import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { themes } from './support/looks.ts';

describe('Deals in their stages', () => {
  const company = useCompany();
  const { window } = company;
  before(async () => {
    await company.signIn('Keep me signed in');
    await window().foldView('Persons');
  });
  const pipelines = () => window().openView('Pipelines');
  const deals = () => window().page.locator('.sidebar [role="treeitem"][aria-level="3"]');
  const described = () => window().page.locator('.pane-header:has-text("Pipelines") .description').first().innerText();
  const stageText = async (label: string) => (await pipelines()).row(label).text();
  const countOf = async (label: string) =>
    Number(/([\d,]+) deals?/.exec(await stageText(label))?.[1]?.replace(',', '') ?? Number.NaN);
  const stageOf = async (title: string) => {
    const { body } = await company.sandbox.asColleague('GET', '/api/v2/deals?pipeline_id=1&status=open&limit=500');
    return (body as { data: { title: string; stage_id: number }[] }).data
      .filter((deal) => deal.title === title)
      .map((deal) => deal.stage_id);
  };

  it('shows stages with their deals and what they are worth', async () => {
    const view = await pipelines();
    await view.row('New business').expand();
    await until('the stages told their worth', async () => /\d+ deals · €/.test(await stageText('Qualified')));
    assert.match(await described(), /Everyone’s deals · Totals in EUR/i);
    await view.row('Negotiations started').expand();
    await deals().first().waitFor();
    await window().screenshot('boards-open');
  });

  it('moves a deal by “Move to Stage…”, and back from the notification', async () => {
    const view = await pipelines();
    const before = await countOf('Negotiations started');
    const title = (await deals().first().locator('.label-name').innerText()).trim();
    company.writes();
    await view.row(title).contextAction('Move to Stage…');
    await window().quickInput.option('Contact made').waitFor();
    await window().screenshot('boards-move');
    await window().quickInput.choose('Contact made');
    await window().notifications.waitFor(`Moved “${title}” to Contact made`);
    await until('the count followed', async () => (await countOf('Negotiations started')) === before - 1);
    assert.ok((await stageOf(title)).includes(2));
    await window().screenshot('boards-moved');
    assert.equal(company.writes().filter(({ line }) => line.startsWith('PATCH /api/v2/deals/')).length, 1);
    await window().notifications.click(`Moved “${title}” to Contact made`, 'Undo');
    await window().notifications.waitFor(`Moved “${title}” back`);
    await until('it was back', async () => (await stageOf(title)).includes(5));
    await until('the count was back', async () => (await countOf('Negotiations started')) === before);
  });

  it('moves a deal by dragging it to another stage', async () => {
    const view = await pipelines();
    const before = await countOf('Negotiations started');
    const title = (await deals().first().locator('.label-name').innerText()).trim();
    company.writes();
    await view.row(title).locator.dragTo(view.row('Demo scheduled').locator);
    await window().notifications.waitFor(`Moved “${title}” to Demo scheduled`);
    await until('the count followed', async () => (await countOf('Negotiations started')) === before - 1);
    assert.equal(company.writes().filter(({ line }) => line.startsWith('PATCH /api/v2/deals/')).length, 1);
  });

  it('moves what is selected from the palette', async () => {
    const view = await pipelines();
    const before = await deals().count();
    const title = (await deals().first().locator('.label-name').innerText()).trim();
    // With Ctrl, a click selects and opens nothing.
    await view.row(title).locator.click({ modifiers: ['ControlOrMeta'] });
    await window().runCommand('Pipedrive: Move to Stage…');
    await window().quickInput.choose('Qualified');
    await window().notifications.waitFor(`Moved “${title}” to Qualified`);
    await until('it had left its stage', async () => (await deals().count()) === before - 1);
  });

  it('asks for the deal where none is selected', async () => {
    const view = await pipelines();
    await view.row('New business').locator.click({ modifiers: ['ControlOrMeta'] });
    await window().runCommand('Pipedrive: Move to Stage…');
    await window().quickInput.option('Negotiations started').waitFor();
    await window().screenshot('boards-move-from');
    await window().quickInput.choose('Negotiations started');
    // Behind a deal stands what it is worth.
    const deal = window().quickInput.entry(/[€$£]|SEK/);
    const title = (await deal.locator('.label-name').innerText()).trim();
    const before = await deals().count();
    await window().screenshot('boards-move-which');
    await window().quickInput.choose(title);
    await window().quickInput.option('Qualified').waitFor();
    await window().quickInput.choose('Qualified');
    await window().notifications.waitFor(`Moved “${title}” to Qualified`);
    await until('it had left its stage', async () => (await deals().count()) === before - 1);
  });

  it('says why a deal was not moved, which stays where it was', async () => {
    const view = await pipelines();
    const title = (await deals().first().locator('.label-name').innerText()).trim();
    const body = { success: false, error: 'You do not have permissions to do this.' };
    company.sandbox.fault({ fault: { kind: 'status', status: 403, body }, method: 'PATCH' });
    await view.row(title).contextAction('Move to Stage…');
    await window().quickInput.choose('Qualified');
    await window().notifications.waitFor(`Not moved: “${title}”`);
    await view.row(title).waitFor();
    await window().screenshot('boards-refused');
  });

  it('shows a user’s deals alone, totals in another currency, and remembers both', async () => {
    const view = await pipelines();
    await view.titleAction('Whose Deals…');
    await window().quickInput.choose('Deals of a user…');
    await window().quickInput.choose('Camille Fournier');
    await until('the view said so', async () => /Deals of a user: Camille Fournier/i.test(await described()));
    await window().runCommand('Pipedrive: Totals in…');
    await window().quickInput.type('USD');
    await window().quickInput.choose('USD');
    await until('the view said so', async () => /Totals in USD/i.test(await described()));
    await (await pipelines()).row('New business').expand();
    await until('the totals were converted', async () => /deals? · \$/.test(await stageText('Demo scheduled')));
    await window().reload();
    await until('the view said so again', async () => /Camille Fournier · Totals in USD/i.test(await described()));
    await (await pipelines()).row('New business').expand();
    await until('the totals were converted again', async () => /deals? · \$/.test(await stageText('Demo scheduled')));
    await (await pipelines()).row('Deals of a user: Camille Fournier').waitFor();
    await window().screenshot('boards-user');
    await (await pipelines()).row('Deals of a user: Camille Fournier').click();
    await window().quickInput.choose('Everyone’s deals');
    await until('everyone’s were shown', async () => /Everyone’s deals/i.test(await described()));
  });

  for (const theme of themes) {
    it(`looks like the rest of the tree, ${theme}`, async () => {
      await window().setTheme(theme);
      const view = await pipelines();
      await view.row('New business').expand();
      await view.row('Contact made').expand();
      await deals().first().waitFor();
      await window().screenshot(`boards-${theme}`);
    });
  }
});
