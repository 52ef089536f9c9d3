import type { Locator, Page } from 'playwright-core';
import { TreeRow } from './treeRow.ts';

/** A view in the side bar: a tree, or its welcome while the tree is empty. */
export class View {
  readonly #page: Page;
  readonly #pane: Locator;
  readonly #header: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.#header = page.locator('.pane-header').filter({ has: page.locator('h3.title').getByText(title, { exact: true }) });
    this.#pane = page.locator('.pane').filter({ has: this.#header });
  }

  async open(): Promise<void> {
    await this.#header.waitFor();
    if ((await this.#header.getAttribute('aria-expanded')) === 'false') await this.#toggle();
    await this.#pane.locator('.pane-body').waitFor();
  }

  async fold(): Promise<void> {
    await this.#header.waitFor();
    if ((await this.#header.getAttribute('aria-expanded')) === 'true') await this.#toggle();
  }

  /** By its name: buttons come up over the rest of the header, up to its middle. */
  #toggle(): Promise<void> {
    return this.#header.locator('h3.title').click();
  }

  /** A row by its label. */
  row(label: string): TreeRow {
    const exactly = this.#page.locator('.label-name').getByText(label, { exact: true });
    return new TreeRow(this.#page, this.#pane.getByRole('treeitem').filter({ has: exactly }).first());
  }
  /** A row by its place among those in sight, from 0. */
  rowAt(index: number): TreeRow {
    return new TreeRow(this.#page, this.#pane.getByRole('treeitem').nth(index));
  }
  /** The texts of the rows in sight: label and description. */
  async rows(): Promise<string[]> {
    // The extension host may only be starting.
    await this.#pane.getByRole('treeitem').first().waitFor();
    return this.#pane.getByRole('treeitem').allInnerTexts();
  }
  /** The label of the row that keys are meant for, while the tree has the focus. */
  focusedRow(): Locator {
    return this.#pane.locator('.monaco-list:focus .monaco-list-row.focused .label-name');
  }
  /** The labels of the rows in sight, without what stands behind them. */
  async labels(): Promise<string[]> {
    await this.rows();
    return this.#pane.getByRole('treeitem').locator('.label-name').allInnerTexts();
  }
  /** Moves to the last row, which may be far out of sight. */
  async toEnd(): Promise<void> {
    await this.#focus();
    await this.#page.keyboard.press('End');
  }
  async toStart(): Promise<void> {
    await this.#focus();
    await this.#page.keyboard.press('Home');
  }
  /** Folds all that is unfolded, so that the rows at the top level are in sight. */
  async collapseAll(): Promise<void> {
    await this.toStart();
    await this.#page.keyboard.press('ControlOrMeta+ArrowLeft');
  }
  /** Selects this many rows from the top, by the keyboard. */
  async selectFirst(count: number): Promise<void> {
    await this.toStart();
    await this.#page.keyboard.press('ControlOrMeta+Shift+Enter');
    for (let more = 1; more < count; more++) await this.#page.keyboard.press('Shift+ArrowDown');
  }
  /** The welcome's text, shown while there are no rows. */
  welcome(): Locator {
    return this.#pane.locator('.welcome-view-content');
  }
  async welcomeButton(name: string): Promise<void> {
    await this.welcome().getByRole('button', { name }).click();
  }
  /** A button of the title bar; they show while the pointer is over the view. */
  async titleAction(name: string): Promise<void> {
    await this.#header.hover();
    await this.#header.getByRole('button', { name }).click();
  }

  async #focus(): Promise<void> {
    await this.#pane.getByRole('tree').focus();
  }
}
