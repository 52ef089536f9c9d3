import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness/index.ts';

/** The form in sight, found as a person finds things: by the field's key and by what is written. */
export class Form {
  readonly #window: Workbench;

  constructor(window: Workbench) {
    this.#window = window;
  }

  get #main(): Locator {
    return this.#window.webview().locator('main[data-phase="ready"]');
  }

  async waitFor(): Promise<void> {
    await this.#main.waitFor();
  }

  field(key: string): Locator {
    return this.#main.locator(`[data-field="${key}"]`);
  }

  /** A custom field, by the name it has in this account. */
  named(label: string): Locator {
    return this.#main.locator('.field').filter({ has: this.#window.webview().getByText(label, { exact: true }) });
  }

  input(key: string): Locator {
    return this.field(key).locator('input, textarea').first();
  }

  /** The same where it has the focus. */
  focused(key: string): Locator {
    return this.input(key).and(this.#window.webview().locator(':focus'));
  }

  /** Types into a field's box and leaves it. */
  async fill(key: string, text: string): Promise<void> {
    await this.input(key).fill(text);
    await this.input(key).press('Enter');
  }

  /** A cell's box in a table, by its row from 1. */
  cell(key: string, row: number, column: string): Locator {
    return this.field(key).getByLabel(`${column}, row ${row}`, { exact: true });
  }

  async waitForState(key: string, state: 'same' | 'changed' | 'error' | 'conflict'): Promise<void> {
    await this.#main.locator(`[data-field="${key}"][data-state="${state}"]`).waitFor();
  }

  /** By how many pixels the form is scrolled. */
  scrolled(): Promise<number> {
    return this.#main.evaluate((main) => main.ownerDocument.scrollingElement?.scrollTop ?? 0);
  }

  /** The names of the fields that are shown. */
  labels(): Promise<string[]> {
    return this.#main.locator('.field .label').allInnerTexts();
  }

  /** The box over the fields' names. */
  get filter(): Locator {
    return this.#main.locator('[data-sift]');
  }

  /** Shows only the fields that are `Filled` or `Changed`, or all again. */
  async toggle(name: 'Filled' | 'Changed'): Promise<void> {
    await this.#main.getByRole('button', { name }).click();
  }

  /** How much of the form is shown, in its own words. */
  get count(): Locator {
    return this.#main.locator('.count');
  }

  /** The bar above the fields. */
  get notice(): Locator {
    return this.#main.locator('.above');
  }

  /** Whether a box stands below the bar that stays above the fields, in which some of it would be hidden. */
  async isClear(box: Locator): Promise<boolean> {
    const [bar, place] = await Promise.all([this.notice.boundingBox(), box.boundingBox()]);
    return bar !== null && place !== null && place.y >= bar.y + bar.height;
  }

  /** What stands there instead of the fields. */
  get blocked(): Locator {
    return this.#window.webview().locator('main[data-phase="blocked"]');
  }
}

/** Opens a record from its view, by its name; rows above it are unfolded first. */
export async function openRecord(window: Workbench, view: string, name: string, ...within: readonly string[]): Promise<Form> {
  await window.openContainer('Pipedrive');
  // The others leave it their room, so that its rows are in sight.
  for (const other of ['Persons', 'Pipelines', 'Products', 'Fields']) if (other !== view) await window.foldView(other);
  const tree = await window.openView(view);
  if (within.length > 0) await tree.collapseAll();
  for (const row of within) await tree.row(row).expand();
  if (within.length > 0) await tree.toEnd();
  await tree.row(name).open();
  await window.tabs.waitFor(name);
  const form = new Form(window);
  await form.waitFor();
  return form;
}

/** Opens a person from the tree, by its name. */
export async function openPerson(window: Workbench, name: string): Promise<Form> {
  await window.openContainer('Pipedrive');
  const persons = await window.openView('Persons');
  await persons.row(name).open();
  await window.tabs.waitFor(name);
  const form = new Form(window);
  await form.waitFor();
  return form;
}
