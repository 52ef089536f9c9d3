import type { Locator, Page } from 'playwright-core';
import { comesUp, until } from './until.ts';

/** One row of a tree. */
export class TreeRow {
  readonly locator: Locator;
  readonly #page: Page;

  constructor(page: Page, locator: Locator) {
    this.#page = page;
    this.locator = locator;
  }

  async waitFor(): Promise<void> {
    await this.locator.waitFor();
  }
  async waitUntilGone(): Promise<void> {
    await this.locator.waitFor({ state: 'detached' });
  }
  text(): Promise<string> {
    return this.locator.innerText();
  }
  async click(): Promise<void> {
    await this.locator.click();
  }
  /** Opens what it stands for to stay; after a single click the next one takes its tab. */
  async open(): Promise<void> {
    await this.locator.dblclick();
  }
  /** Unfolds it, unless it is unfolded, and waits for what is in it. */
  async expand(): Promise<void> {
    await this.locator.waitFor();
    if ((await this.locator.getAttribute('aria-expanded')) === 'true') return;
    await this.locator.locator('.monaco-tl-twistie').click();
    await this.locator.and(this.#page.locator('[aria-expanded="true"]')).waitFor();
    // A row counts as unfolded while what is in it is still being fetched.
    const [index, level] = await Promise.all(['data-index', 'aria-level'].map((name) => this.locator.getAttribute(name)));
    const first = `[data-index="${Number(index) + 1}"][aria-level="${Number(level) + 1}"]`;
    await this.locator.locator('..').locator(first).waitFor();
  }
  /** A button in the row; they show while the pointer is over it. */
  async action(name: string): Promise<void> {
    await this.locator.hover();
    await this.locator.getByRole('button', { name }).click();
  }
  /** The entries of the menu of the right button, which stays open. */
  async contextActions(): Promise<string[]> {
    await this.locator.click({ button: 'right' });
    const items = this.#page.locator('.monaco-menu').getByRole('menuitem');
    await items.first().waitFor();
    // Behind the name stands its key.
    return (await items.allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '');
  }
  /** An entry of the menu of the right button. */
  async contextAction(name: string): Promise<void> {
    await this.locator.click({ button: 'right' });
    const item = this.#page.locator('.monaco-menu').getByRole('menuitem', { name });
    await until(`“${name}” was taken from the menu`, async () => {
      // A menu takes no click in the first moment, lest the one that opened it counts twice.
      if (await item.isVisible()) await item.click();
      return !(await item.isVisible());
    });
  }
  /** The tooltip's text, after it has come up. */
  async tooltip(): Promise<string> {
    const hover = this.#page.locator('.workbench-hover .hover-contents').first();
    await until('the tooltip came up', async () => {
      // Away first: a pointer that is there already brings nothing up.
      await this.#page.mouse.move(0, 0);
      await hover.waitFor({ state: 'hidden' });
      await this.locator.hover();
      return comesUp(hover, 3000);
    });
    const text = async () => (await hover.innerText()).replaceAll('\u00a0', ' ');
    await until('the tooltip was loaded', async () => (await text()) !== 'Loading...');
    return text();
  }
}
