import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator } from 'playwright-core';
import { until } from './harness/until.ts';
import { barriers, overflow } from './support/barriers.ts';
import { useCompany } from './support/company.ts';
import { openPerson } from './support/form.ts';
import { inColumn, themes } from './support/looks.ts';

describe('What hangs off a person', () => {
  const company = useCompany();
  const { window } = company;
  const name = 'Nils Lindström';
  before(async () => {
    await company.signIn('Keep me signed in');
    await openPerson(window(), name);
  });

  const tab = (label: string): Locator => window().webview().getByRole('tab', { name: label });
  const list = (id: string): Locator => window().webview().locator(`related-list[data-related="${id}"]`);
  async function open(label: string, id: string): Promise<Locator> {
    await tab(label).click();
    await list(id).locator('ul, [data-none]').first().waitFor();
    return list(id);
  }

  it('is asked for when its tab is opened, and not before', async () => {
    assert.deepEqual(
      company.sandbox.log.entries.filter(({ path }) => /notes|files|mailMessages|activities|deals/.test(path)),
      [],
    );
    await tab('Details').focus();
    await window().press('ArrowRight');
    await window().press('ArrowRight');
    await window().press('ArrowRight');
    await window().press('Enter');
    await list('notes').locator('ul, [data-none]').first().waitFor();
    assert.equal(await tab('Notes').getAttribute('aria-selected'), 'true');
    assert.ok(company.sandbox.log.entries.some(({ path }) => path === '/api/v1/notes'));
  });

  it('a note is written, also after it was half-typed and left', async () => {
    const notes = await open('Notes', 'notes');
    const box = notes.getByLabel('New note');
    await box.fill('Met at the fair.');
    await tab('Details').click();
    await tab('Notes').click();
    assert.equal(await box.inputValue(), 'Met at the fair.');
    company.writes();
    await box.press('ControlOrMeta+Enter');
    await notes.locator('.item .text', { hasText: 'Met at the fair.' }).waitFor();
    const [write] = company.writes();
    assert.equal(write?.line, 'POST /api/v1/notes');
    assert.equal(await box.inputValue(), '');
    // The next one can be typed.
    await box.and(notes.locator(':focus')).waitFor();
    const item = notes.locator('.item').filter({ hasText: 'Met at the fair.' });
    await item.getByRole('button', { name: /^Change the note/ }).click();
    await notes.getByLabel('Text of the note').fill('Met at the fair, in May.');
    await notes.getByText('Save', { exact: true }).click();
    await notes.locator('.item .text', { hasText: 'in May' }).waitFor();
    const line = company.writes()[0]?.line ?? '';
    assert.match(line, /^PUT \/api\/v1\/notes\/\d+$/);
    // Somebody else changes it: it says who.
    const [, path = ''] = line.split(' ');
    await company.sandbox.asColleague('PUT', path, { content: 'Met at the fair, in June.' });
    await notes.getByRole('button', { name: 'Refresh' }).click();
    await notes
      .locator('.item', { hasText: 'in June' })
      .filter({ hasText: /Changed by \p{L}+/u })
      .waitFor();
  });

  it('an activity is added and ticked done', async () => {
    const activities = await open('Activities', 'activities');
    await activities.getByLabel('New activity').fill('Send the offer');
    // The company's own types are there to be chosen.
    await activities.getByLabel('Type').selectOption({ label: 'Site visit' });
    await activities.getByLabel('Due').fill('2026-12-24');
    company.writes();
    await activities.locator('[data-add="activity"]').click();
    const item = activities.locator('.item').filter({ hasText: 'Send the offer' }).filter({ hasText: 'Site visit' });
    await item.waitFor();
    await item.getByRole('checkbox').click();
    await until('it was ticked', async () =>
      company.sandbox.log.entries.some(({ method, path }) => method === 'PATCH' && path.startsWith('/api/v2/activities/')),
    );
    await until('it is shown as done', () => item.getByRole('checkbox').isChecked());
  });

  it('a file is dropped, opened as text and listed with its size', async () => {
    const files = await open('Files', 'files');
    const data = await window()
      .webview()
      .locator('body')
      .evaluateHandle(`{
        const dropped = new DataTransfer();
        dropped.items.add(new File(['Ten of them.\\n'], 'Dropped offer.txt', { type: 'text/plain' }));
        dropped;
      }`);
    company.writes();
    await files.locator('> div').dispatchEvent('drop', { dataTransfer: data });
    const item = files.locator('.item').filter({ hasText: 'Dropped offer.txt' });
    await item.waitFor();
    assert.equal(company.writes()[0]?.line, 'POST /api/v1/files');
    assert.match(await item.innerText(), /13 B/);
    await item.getByText('Dropped offer.txt').click();
    await window().page.locator('.view-line', { hasText: 'Ten of them.' }).waitFor();
    await window().runCommand('View: Close Editor');
  });

  it('a file is dropped from VS Code’s own list of files, which gives its address', async () => {
    const files = await open('Files', 'files');
    const folder = await mkdtemp(join(tmpdir(), 'dropped-'));
    const path = join(folder, 'From the explorer.txt');
    await writeFile(path, 'Twelve of them.\n');
    const drop = async (...addresses: readonly string[]) => {
      const list = JSON.stringify(addresses.join('\r\n'));
      const dataTransfer = await window()
        .webview()
        .locator('html')
        .evaluateHandle(`{
          const dropped = new DataTransfer();
          dropped.setData('application/vnd.code.uri-list', ${list});
          dropped;
        }`);
      await files.locator('> div').dispatchEvent('drop', { dataTransfer });
    };
    // A page in a browser names files of this computer as well, so that one of no open folder is asked about.
    await drop(pathToFileURL(path).href);
    const question = await window().dialog.text();
    assert.ok(question.includes(path), question);
    await window().screenshot('related-drop-question');
    company.writes();
    await window().dialog.click('Cancel');
    await drop(pathToFileURL(path).href);
    await window().dialog.click('Attach');
    const item = files.locator('.item').filter({ hasText: 'From the explorer.txt' });
    await item.waitFor();
    assert.match(await item.innerText(), /16 B/);
    assert.deepEqual(
      company.writes().map(({ line }) => line),
      ['POST /api/v1/files'],
    );
    await drop(pathToFileURL(folder).href);
    await window().dialog.click('Attach');
    await files.locator('.failure', { hasText: 'is a folder' }).waitFor();
    await rm(folder, { recursive: true });
  });

  it('a user begins to follow and stops', async () => {
    const followers = await open('Followers', 'followers');
    const titles = (): Promise<string[]> => followers.locator('.item .title').allInnerTexts();
    const before = await titles();
    company.writes();
    await followers.locator('[data-add="follower"]').click();
    await window().quickInput.waitFor();
    await until('users are offered', async () => (await window().quickInput.entries()).length > 0);
    await window().press('ArrowDown');
    await window().press('Enter');
    const added = await until('one more follows', async () => {
      const now = await titles();
      return now.length === before.length + 1 ? now.find((title) => !before.includes(title)) : undefined;
    });
    assert.match(company.writes()[0]?.line ?? '', /^POST .+\/followers$/);
    await followers.getByRole('button', { name: `Stop Following: ${added.trim()}` }).click();
    await until('nobody of that name follows', async () => !(await titles()).includes(added));
    assert.match(company.writes()[0]?.line ?? '', /^DELETE .+\/followers\/\d+$/);
  });

  it('says what went wrong and leads on', async () => {
    company.sandbox.fault({ path: '/persons/*/mailMessages', fault: { kind: 'status', status: 403 } });
    await tab('Mail').click();
    await list('mail').locator('.failure').waitFor();
    await window().screenshot('related-failed');
    await list('mail').getByText('Retry', { exact: true }).click();
    await list('mail').locator('ul, [data-none]').first().waitFor();
  });

  for (const theme of themes) {
    it(`has no barrier that a machine can find, ${theme}`, async () => {
      await window().setTheme(theme);
      for (const [label, id] of [
        ['Activities', 'activities'],
        ['Notes', 'notes'],
      ] as const) {
        await open(label, id);
        await window().screenshot(`related-${id}-${theme}`);
        assert.deepEqual(await barriers(window()), []);
      }
    });
  }

  it('nothing is cut off in a column of 360 pixels', () =>
    inColumn(window(), async () => {
      for (const [label, id] of [
        ['Activities', 'activities'],
        ['Deals', 'deals'],
        ['Notes', 'notes'],
        ['Files', 'files'],
      ] as const) {
        await open(label, id);
        await window().screenshot(`related-${id}-360`);
        assert.ok((await overflow(window())) <= 0);
      }
    }));
});
