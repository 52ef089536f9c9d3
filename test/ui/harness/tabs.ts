import type { Locator, Page } from 'playwright-core';

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
  async waitFor(title: string): Promise<void> {
    await this.tab(title).waitFor();
  }
  async waitUntilDirty(title: string): Promise<void> {
    await this.tab(title).and(this.#page.locator('.dirty')).waitFor();
  }
  async waitUntilClean(title: string): Promise<void> {
    await this.tab(title).and(this.#page.locator(':not(.dirty)')).waitFor();
  }
  async isDirty(title: string): Promise<boolean> {
    return /\bdirty\b/.test((await this.tab(title).getAttribute('class')) ?? '');
  }
  /** Whether it is the one in front. */
  async isActive(title: string): Promise<boolean> {
    return (await this.tab(title).getAttribute('aria-selected')) === 'true';
  }
  async open(title: string): Promise<void> {
    await this.tab(title).click();
  }
}
