import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from './harness/until.ts';
import { overflow } from './support/barriers.ts';
import { token, useCompany } from './support/company.ts';
import { Form, openPerson, openRecord } from './support/form.ts';
import { inColumn } from './support/looks.ts';
import { openMerge } from './support/merge.ts';
import { pseudo } from './support/pseudo.ts';
import { recordData } from './support/recordData.ts';
import { openStatistics } from './support/statistics.ts';
import { english, linesOf, texts, unmarked, type Text } from './support/texts.ts';

/** Dates and numbers are in this language, whose letters are none of English's; VS Code's own words stay English. */
const language = { id: 'ja', translate: pseudo };

/** What is the same in every language, wherever it stands. */
const international = [/\b[A-Z]{3}\b/g, /\bUTC\b/g, /\bacme( -)?\b/g];

/** What VS Code says itself, about rows, views and boxes. */
const vsCodes = [
  /\s?\((Ctrl|Shift|Alt)[^)]*\)/g,
  /^(actions|Del|Enter|F2|Back|Cancel|Collapse All|Toggle all checkboxes|(Views and )?More Actions(…|\.\.\.)|Welcome|Progress|OK)$/g,
  /\(Press 'Enter' to confirm or 'Escape' to cancel\)|^\d+ (Results|Selected)$/g,
  /^Configure settings to be overridden for .*$/g,
];

/** Of these VS Code makes up what is read aloud, out of the texts that they show. */
const composed = /^(div\.monaco-list|div\.pane-header|ul\.actions-container|div\.monaco-keybinding)\S*\[aria-label\]$/;

describe('Every word of the extension is translated', () => {
  const company = useCompany({ language, theme: 'light' });
  const { window } = company;
  const isData = recordData();
  const t = (english: string) => window().words(english);
  const pick = () => window().quickInput;
  const sideBar = () => window().page.locator('.sidebar .pane');
  const notification = () => window().page.locator('.notification-list-item-message, .notification-list-item-buttons-container');
  const box = () => window().page.locator('.quick-input-widget:visible');

  /** Takes a picture and asserts that nothing in a place is English but data and what VS Code says itself. */
  async function assertTranslated(place: Locator, picture: string, own: readonly RegExp[] = vsCodes): Promise<void> {
    await window().screenshot(`words-${picture}`);
    const shown = (await texts(place)).filter(({ where }) => !composed.test(where));
    assertMarked(shown, own);
  }

  function assertMarked(shown: readonly Text[], own: readonly RegExp[]): void {
    const known = [...international, ...own];
    const strangers = shown.flatMap(({ text, where }) =>
      unmarked(text)
        .map((part) => known.reduce((rest, pattern) => rest.replaceAll(pattern, ' ').trim(), part.trim()))
        .filter((part) => english.test(part) && !isData(part))
        .map((part) => `${part} — ${where}`),
    );
    assert.deepEqual([...new Set(strangers)], []);
  }

  /** The same of the page in sight, in which nothing is VS Code's. */
  const assertPage = (picture: string) => assertTranslated(window().webview().locator('body'), picture, []);

  /** The page in a column of 360 pixels: nothing may be wider. */
  async function assertFits(picture: string): Promise<void> {
    await inColumn(window(), async () => {
      await window().screenshot(`words-360-${picture}`);
      const cut = await overflow(window());
      assert.ok(cut <= 0, `${cut} pixels are cut off`);
    });
  }

  it('in the welcome', async () => {
    await window().openContainer('Pipedrive');
    const persons = await window().openView('Persons');
    await persons.welcome().getByRole('button').first().waitFor();
    await assertTranslated(sideBar(), 'welcome');
  });

  it('in the steps of signing in, what is wrong among them', async () => {
    await window().runCommand('Pipedrive: Sign In…');
    await pick().waitFor();
    await assertTranslated(box(), 'sign-in-domain');
    const asked = await pick().message();
    await pick().type('no domain!');
    await pick().accept();
    await until('it was refused', async () => (await pick().message()) !== asked);
    await assertTranslated(box(), 'sign-in-refused');
    await pick().type('larkspur-demo');
    await pick().accept();
    await window().page.locator('.quick-input-box input[type=password]').waitFor();
    await assertTranslated(box(), 'sign-in-token');
    await pick().type(token);
    await pick().accept();
    await pick().option(t('For this session only')).waitFor();
    await assertTranslated(box(), 'sign-in-keep');
    await pick().cancel();
  });

  describe('of whoever is signed in,', () => {
    before(async () => {
      await window().press('Escape');
      await company.signIn();
    });

    // What a step leaves open is not in the way of the next.
    afterEach(() => window().press('Escape'));

    it('in the views', async () => {
      for (const view of ['Persons', 'Pipelines', 'Products', 'Fields']) {
        for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) if (other !== view) await window().foldView(other);
        const tree = await window().openView(view);
        await tree.rows();
        await tree.rowAt(0).expand();
        await assertTranslated(sideBar(), `view-${view}`);
        // Under a person stand its values, in which nothing is.
        if (view !== 'Persons') {
          await tree.rowAt(1).expand();
          await assertTranslated(sideBar(), `view-${view}-unfolded`);
        }
        await tree.collapseAll();
      }
    });

    it('in a tooltip and a menu', async () => {
      await window().foldView('Fields');
      const persons = await window().openView('Persons');
      await persons.row('Nils Lindström').tooltip();
      await assertTranslated(window().page.locator('.workbench-hover:visible'), 'tooltip');
      await persons.row('Nils Lindström').contextActions();
      await assertTranslated(window().page.locator('.monaco-menu'), 'menu');
      await window().press('Escape');
    });

    it('in a form and its tabs', async () => {
      await window().foldView('Fields');
      const form = await openPerson(window(), 'Nils Lindström');
      await assertPage('form');
      const tabs = window().webview().getByRole('tab');
      for (let index = 1; index < (await tabs.count()); index++) {
        await tabs.nth(index).click();
        await window().webview().locator(':is(ul, [data-none], .item, table):visible').first().waitFor();
        await assertPage(`form-tab-${index}`);
      }
      await assertFits('form-history');
      await tabs.first().click();
      await form.waitFor();
      await assertFits('form');
    });

    it('in a form with a mistake and a change', async () => {
      const form = await openPerson(window(), 'Nils Lindström');
      await form.fill('job_title', 'Head of Procurement');
      await form.fill('name', '');
      await form.waitForState('name', 'error');
      // What VS Code says of it, around our sentence, is its own.
      await window().save();
      await window().page.locator('.notification-toast').first().waitFor();
      await assertPage('form-error');
      await assertFits('form-error');
      await window().runCommand('Notifications: Clear All Notifications');
    });

    it('in a form with a conflict', async () => {
      const form = new Form(window());
      await form.fill('name', 'Nils Lindström');
      await company.colleague('persons/4', { job_title: 'Managing Director' });
      await window().save();
      await form.waitForState('job_title', 'conflict');
      await assertPage('form-conflict');
      await assertFits('form-conflict');
      await window().runCommand('Notifications: Clear All Notifications');
      await window().runCommand('File: Revert File');
    });

    it('in the form of a pipeline, with rows', async () => {
      await openRecord(window(), 'Pipelines', 'New business');
      await assertPage('form-rows');
      await assertFits('form-rows');
    });

    it('in the question before something is deleted', async () => {
      await window().foldView('Pipelines');
      const persons = await window().openView('Persons');
      await persons.row('Nils Lindström').contextAction(t('Delete…'));
      await window().dialog.text();
      await assertTranslated(window().page.locator('.dialog-message-container, .dialog-buttons'), 'delete-question');
    });

    it('in a merge', async () => {
      await (await window().openView('Persons')).collapseAll();
      const merge = await openMerge(window(), 'Nils Lindström', 'Maximiliane Theodora Wilhelmine Frei');
      await merge.tick('name').check();
      await assertPage('merge');
      await assertFits('merge');
      await merge.action('merge').click();
      await window().dialog.text();
      await assertTranslated(window().page.locator('.dialog-message-container, .dialog-buttons'), 'merge-question');
      await window().press('Escape');
    });

    it('in statistics', async () => {
      for (const view of ['Persons', 'Products', 'Fields']) await window().foldView(view);
      const statistics = await openStatistics(window(), 'New business');
      await statistics.waitFor();
      await statistics.show({ preset: 'thisYear', comparison: 'before' });
      await statistics.waitFor();
      for (const id of ['conversion', 'deals', 'movement', 'age'] as const)
        await statistics.section(id).locator('summary').click();
      await assertPage('statistics');
      await assertFits('statistics');
    });

    it('in possible doubles', async () => {
      await window().runCommand('Pipedrive: Find Possible Doubles');
      for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) await window().foldView(other);
      const doubles = await window().openView('Possible Doubles');
      await doubles.row('Katharina Hoffmann · Katharina Hofmann').waitFor();
      await assertTranslated(sideBar(), 'doubles');
      await doubles.row('Katharina Hoffmann · Katharina Hofmann').tooltip();
      await assertTranslated(window().page.locator('.workbench-hover:visible'), 'doubles-tooltip');
    });

    it('in the search', async () => {
      await window().press('Control+Alt+p');
      await pick().waitFor();
      await assertTranslated(box(), 'search');
      await pick().type('t');
      await pick().entry(t('Type at least {0} characters.').replace('{0}', '2')).waitFor();
      await assertTranslated(box(), 'search-short');
      await pick().type('tamm');
      await pick().entry('Tõnu Tamm').waitFor();
      await assertTranslated(box(), 'search-found');
      await pick().type('zzzqqq');
      await pick().entry('zzzqqq').waitFor();
      await assertTranslated(box(), 'search-nothing');
      await pick().cancel();
    });

    it('in lists to choose from', async () => {
      const commands = [
        'Switch Account…',
        'Group, Sort and Filter Persons…',
        'Choose Where to Search…',
        'Totals in…',
        'Whose Deals…',
      ];
      for (const command of commands) {
        await window().runCommand(`Pipedrive: ${command}`);
        await pick().waitFor();
        await box().locator('.quick-input-list .monaco-list-row:visible').first().waitFor();
        await assertTranslated(box(), `list-${commands.indexOf(command)}`);
        await pick().cancel();
      }
    });

    it('in the API usage and in what a check of the connection says', async () => {
      await window().runCommand('Pipedrive: Show API Usage');
      await pick().waitFor();
      await assertTranslated(box(), 'usage');
      await pick().cancel();
      await window().runCommand('Pipedrive: Check Connection');
      await window()
        .page.getByRole('button', { name: t('Copy Report') })
        .waitFor();
      await assertTranslated(notification(), 'connection');
      await window().screenshot('words-connection-report');
      // Its sentences go over several lines.
      assertMarked([{ text: await linesOf(window().page.locator('.view-lines .view-line')), where: 'the report' }], []);
      await window().runCommand('Notifications: Clear All Notifications');
    });

    it('in the status bar', async () => {
      await assertTranslated(window().page.locator('.statusbar-item[id*="pipedrive"]'), 'status');
    });

    it('where Pipedrive does not answer', async () => {
      await company.sandbox.goOffline();
      await window().foldView('Possible Doubles');
      await window().openView('Persons');
      await window().runCommand('Pipedrive: Refresh Persons');
      await window().page.locator('.pane .codicon-error, .pane .codicon-warning, .notification-toast').first().waitFor();
      await assertTranslated(sideBar(), 'offline');
      await assertTranslated(notification(), 'offline');
      await company.sandbox.goOnline();
    });

    it('in the settings', async () => {
      await window().runCommand('Preferences: Open Settings (UI)');
      await window().page.locator('.settings-editor .suggest-input-container').click();
      await window().page.keyboard.type('@ext:pipedrive-explorer.pipedrive-explorer');
      await window().page.locator('.setting-item-description', { hasText: '⟦' }).first().waitFor();
      await assertTranslated(window().page.locator('.setting-item-description'), 'settings');
    });
  });
});
