import assert from 'node:assert/strict';
import { useWorkbench } from './harness/index.ts';
import { until } from './harness/until.ts';
import { openPerson, type Form } from './support/form.ts';
import type { Theme } from './harness/options.ts';

const name = 'Nils Lindström';
const simulate = 'Pipedrive: Demo: Simulate…';

describe('The demo’s budget and its fault lab', () => {
  const window = useWorkbench({ account: 'demo', theme: 'dark' });
  const statusItem = (id: string) => window().page.locator(`.statusbar-item[id$=".${id}"]`);
  const left = async (): Promise<number> => Number((await statusItem('account').innerText()).replaceAll(/\D/g, ''));
  const inEachTheme = async (look: (theme: Theme) => Promise<void>): Promise<void> => {
    for (const theme of ['light', 'highContrast', 'highContrastLight', 'dark'] satisfies Theme[]) {
      await window().setTheme(theme);
      await look(theme);
    }
  };
  let form: Form;

  it('says in the status bar what is left, and less after a load', async () => {
    await window().openContainer('Pipedrive');
    await (await window().openView('Persons')).rows();
    await until('what is left was told', async () => (await left()) > 0);
    const before = await left();
    form = await openPerson(window(), name);
    await until('it became less', async () => (await left()) < before);
  });

  it('tells by the keyboard what the tokens went to, and leads on', async () => {
    const { quickInput } = window();
    await window().runCommand('Pipedrive: Show API Usage');
    await quickInput.entry('List persons').waitFor();
    const entries = (await quickInput.entries()).join('\n');
    assert.match(entries, /Nearly all left/);
    assert.match(entries, /All together\s*\d+ requests? · \d+ tokens?/);
    assert.match(entries, /Nothing waits/);
    // Its figures are the point of it, however small the window is.
    const wide = window().page.viewportSize();
    await window().page.setViewportSize({ width: 800, height: 600 });
    for (const figures of [/Nearly all left/, /All together/]) {
      await until(`all of ${figures.source} was in sight`, () =>
        quickInput
          .entry(figures)
          .locator('.monaco-icon-label, .monaco-icon-label *')
          .evaluateAll((parts: { scrollWidth: number; clientWidth: number }[]) =>
            parts.every(({ scrollWidth, clientWidth }) => clientWidth === 0 || scrollWidth <= clientWidth + 1),
          ),
      );
    }
    await window().screenshot('usage-small');
    assert.ok(wide);
    await window().page.setViewportSize(wide);
    await quickInput.type('switch');
    await quickInput.accept();
    await quickInput.entry('Sign in to another account').waitFor();
    await quickInput.cancel();
  });

  it('looks as it should in each theme', async () => {
    const { quickInput } = window();
    // A form that is redrawn takes the focus, and with it the list.
    await window().runCommand('View: Close All Editors');
    await inEachTheme(async (theme) => {
      await window().runCommand('Pipedrive: Show API Usage');
      await quickInput.entry('List persons').waitFor();
      await window().screenshot(`usage-${theme}`);
      await quickInput.cancel();
    });
  });

  it('checks the connection, each step as it comes', async () => {
    await window().runCommand('Pipedrive: Check Connection');
    await window().notifications.waitFor(/The connection to Demo works/);
    await window().page.locator('.monaco-editor .view-line').filter({ hasText: 'Cost:' }).waitFor();
    await window().notifications.click(/The connection to Demo works/, 'Copy Report');
    await inEachTheme((theme) => window().screenshot(`connection-${theme}`));
  });

  for (const [label, sentence] of [
    ['Pipedrive Away', /cannot be reached/],
    ['An Expired Token', /does not accept the API token/],
    ['An Exhausted Budget', /API tokens of today are used up/],
    ['The Burst Limit', /takes no more requests for the moment/],
  ] as const) {
    it(`${label}: a save fails with its sentence, nothing is lost, and it is saved afterwards`, async () => {
      const { quickInput, tabs } = window();
      form = await openPerson(window(), name);
      const typed = `${label} ${name}`;
      await form.fill('name', typed);
      await tabs.waitUntilDirty(typed);
      await window().runCommand(simulate);
      await quickInput.choose(label);
      await quickInput.choose('For 10 Minutes');
      await statusItem('simulation')
        .filter({ hasText: /\d:\d\d/ })
        .waitFor();
      await window().save();
      await form.notice.filter({ hasText: sentence }).waitFor();
      await window().screenshot(`lab-${label}`);
      assert.equal(await form.input('name').inputValue(), typed);
      if (label === 'An Exhausted Budget') await inEachTheme((theme) => window().screenshot(`lab-${theme}`));
      await statusItem('simulation').click();
      await statusItem('simulation').waitFor({ state: 'hidden' });
      await window().save();
      await tabs.waitUntilClean(typed);
      await form.fill('name', name);
      await window().save();
      await tabs.waitUntilClean(name);
    });
  }

  it('A Conflict: a colleague changes what is edited, and the form asks', async () => {
    await form.fill('name', 'Mine');
    await window().tabs.waitUntilDirty('Mine');
    await window().runCommand(simulate);
    await window().screenshot('lab-choices');
    await window().quickInput.choose('A Conflict');
    await window().notifications.waitFor(/A colleague has changed/);
    await window().save();
    await form.waitForState('name', 'conflict');
    await window().screenshot('lab-conflict');
  });
});
