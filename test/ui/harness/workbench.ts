import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { testResults } from '../../../scripts/setup/paths.mjs';
import { waitForBackups } from './backups.ts';
import { waitForWindow } from './browser.ts';
import { Dialog } from './dialog.ts';
import { readLogs, saveLogs } from './logs.ts';
import { Notifications } from './notifications.ts';
import { shownThemes, type LaunchOptions, type Theme } from './options.ts';
import { QuickInput } from './quickInput.ts';
import { Session } from './session.ts';
import { Tabs } from './tabs.ts';
import { View } from './view.ts';
import { comesUp, until } from './until.ts';
import { webview, type Webview } from './webview.ts';

/** A window of VS Code, as a person meets it. */
export class Workbench {
  readonly session: Session;
  /** Of a window that was opened beside the first. */
  readonly #page: Page | undefined;

  private constructor(session: Session, page?: Page) {
    this.session = session;
    this.#page = page;
  }

  static async launch(options?: LaunchOptions): Promise<Workbench> {
    return new Workbench(await Session.start(options));
  }

  /** One more window of the same person, which ends with the first. */
  async another(): Promise<Workbench> {
    return new Workbench(this.session, await this.session.openWindow());
  }

  get page(): Page {
    return this.#page ?? this.session.browser.page;
  }
  get quickInput(): QuickInput {
    return new QuickInput(this.page);
  }
  get tabs(): Tabs {
    return new Tabs(this.page);
  }
  get notifications(): Notifications {
    return new Notifications(this.page);
  }
  /** The modal question, e.g. "Do you want to save the changes?". */
  get dialog(): Dialog {
    return new Dialog(this.page);
  }
  /** The custom editor in sight; the second and later ones where several are side by side. */
  webview(index = 0): Webview {
    return webview(this.page, index);
  }

  /** A text of the extension's as this window says it. */
  words(english: string): string {
    return this.session.words(english);
  }

  /** Opens an activity-bar container by its English title. */
  async openContainer(english: string): Promise<void> {
    const title = this.words(english);
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: title });
    const heading = this.page.locator('.sidebar .composite.title:visible').filter({ hasText: new RegExp(title, 'i') });
    await tab.waitFor();
    await until(`the side bar showed “${title}”`, async () => {
      // While a window comes back it may open the container itself: a click then would close it again.
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
      return comesUp(heading, 2000);
    });
  }

  /** A view in the open container by its English title, opened if it is folded. */
  async openView(title: string): Promise<View> {
    const view = this.view(title);
    await view.open();
    return view;
  }

  /** A view as it is, in sight or not. */
  view(title: string): View {
    return new View(this.page, this.words(title));
  }

  /** Folds a view, which leaves its room to the others. */
  async foldView(title: string): Promise<void> {
    await this.view(title).fold();
  }

  /** Runs a command by its title as the palette shows it in English, category included: `Pipedrive: Sign Out`. */
  async runCommand(english: string): Promise<void> {
    const title = english
      .split(': ')
      .map((part) => this.words(part))
      .join(': ');
    await until(`the palette offered “${title}”`, async () => {
      await this.page.keyboard.press('F1');
      if (!(await this.quickInput.typed(`>${title}`))) return false;
      // Commands come with their extension: an offer made too early is empty, and asked for again.
      const offered = await this.quickInput.offers(title);
      await (offered ? this.quickInput.choose(title) : this.quickInput.cancel());
      return offered;
    });
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Ctrl+S and its like: Meta on a Mac. */
  async save(): Promise<void> {
    await this.press('ControlOrMeta+s');
  }

  /** Reloads the window, as the browser does it or by VS Code's own command; unsaved documents are kept by VS Code itself. */
  async reload(command?: 'Developer: Reload Window'): Promise<void> {
    if (command) {
      const loaded = this.page.waitForEvent('load');
      await this.runCommand(command);
      await loaded;
    } else await this.page.reload();
    await waitForWindow(this.page);
  }

  /** Waits until VS Code has put this many unsaved documents of ours on the disk. */
  async waitForBackups(count: number): Promise<void> {
    await waitForBackups(this.session.dataDir, count);
  }

  /** All that was logged, the extension's channel included. */
  logs(): Promise<ReadonlyMap<string, string>> {
    return readLogs(this.session.dataDir);
  }

  /** Changes the colour theme, and waits until the window shows it. */
  async setTheme(theme: Theme): Promise<void> {
    const { label, kind } = shownThemes[theme];
    const shown = this.page.locator(`.monaco-workbench.${kind}`);
    if (await shown.isVisible()) return;
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.type(label);
    await this.quickInput.choose(label);
    await shown.waitFor();
  }

  /** Writes test-results/<name>.png. */
  async screenshot(name: string): Promise<void> {
    await mkdir(testResults, { recursive: true });
    await this.page.screenshot({ path: join(testResults, `${name}.png`), animations: 'disabled', timeout: 60_000 });
  }

  /** What a person needs to understand a failure: how it looked and what was logged. */
  async leaveEvidence(name: string): Promise<void> {
    const safe = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
    const left = await Promise.allSettled([
      saveLogs(this.session.dataDir, join(testResults, `${safe}.logs`)),
      this.screenshot(safe),
    ]);
    // A window that is stuck gives no picture; that must not end the tests that follow.
    for (const one of left) if (one.status === 'rejected') process.stderr.write(`No evidence: ${String(one.reason)}\n`);
  }

  close(): Promise<void> {
    return this.session.close();
  }
}
