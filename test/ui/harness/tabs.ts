import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** The editors' tabs. */
export class Tabs {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #all(): Locator {
    return this.#page.locator('.editor-group-container .tab');
  }
  tab(title: string): Locator {
    return this.#all.filter({ has: this.#page.locator('.label-name').getByText(title, { exact: true }) }).first();
  }
  titles(): Promise<string[]> {
    return this.#all.locator('.tab-label .label-name').allInnerTexts();
  }
  async active(): Promise<string> {
    return this.#page.locator('.editor-group-container.active .tab.active .label-name').first().innerText();
  }
  async waitFor(title: string): Promise<void> {
    await this.tab(title).waitFor();
  }
  async waitUntilActive(title: string): Promise<void> {
    await until(`“${title}” was the active tab`, async () => (await this.#all.count()) > 0 && (await this.active()) === title);
  }
  async waitUntilDirty(title: string): Promise<void> {
    await this.tab(title).and(this.#page.locator('.dirty')).waitFor();
  }
  async waitUntilClean(title: string): Promise<void> {
    await this.tab(title).and(this.#page.locator(':not(.dirty)')).waitFor();
  }
  async waitUntilGone(title: string): Promise<void> {
    await this.tab(title).waitFor({ state: 'detached' });
  }
  async isDirty(title: string): Promise<boolean> {
    return /\bdirty\b/.test((await this.tab(title).getAttribute('class')) ?? '');
  }
  async open(title: string): Promise<void> {
    await this.tab(title).click();
  }
  /** Clicks the tab's cross; a dirty one brings up the question. */
  async close(title: string): Promise<void> {
    await this.tab(title).hover();
    await this.tab(title).locator('.tab-actions .action-label').last().click();
  }
}
