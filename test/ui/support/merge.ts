import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness/index.ts';
import { TreeRow } from '../harness/treeRow.ts';

/** The rehearsal of a merge in sight, found by fields' keys and by what is written. */
export class Merge {
  readonly #window: Workbench;

  constructor(window: Workbench) {
    this.#window = window;
  }

  async waitFor(phase: 'ready' | 'blocked' | 'unknown' | 'done' = 'ready'): Promise<void> {
    await this.main.and(this.#window.webview().locator(`[data-phase="${phase}"]`)).waitFor();
  }

  get main(): Locator {
    return this.#window.webview().locator('merge-view main');
  }

  get title(): Promise<string> {
    return this.main.locator('h1').innerText();
  }

  /** A field's row. */
  row(key: string): Locator {
    return this.main.locator(`[data-field="${key}"]`);
  }

  /** What keeps the removed one's value. */
  tick(key: string): Locator {
    return this.main.locator(`[data-tick="${key}"]`);
  }

  action(id: 'merge' | 'turn' | 'rebuild' | 'close' | 'retry' | 'findOut' | 'openSurvivor'): Locator {
    return this.main.locator(`[data-action="${id}"]`);
  }

  /** What is said above the fields. */
  get notice(): Locator {
    return this.main.locator('.notice');
  }

  /** What is lost and what it costs. */
  get sum(): Locator {
    return this.main.locator('footer .sub');
  }
}

/** Opens the rehearsal of two persons from the tree, as one does who selects both. */
export async function openMerge(window: Workbench, one: string, other: string): Promise<Merge> {
  await window.openContainer('Pipedrive');
  for (const view of ['Pipelines', 'Products', 'Fields']) await window.foldView(view);
  await (await window.openView('Persons')).toStart();
  // By a part of the name, since some are longer than a row.
  const row = (name: string) => window.page.getByRole('treeitem').filter({ hasText: name }).first();
  await row(one).click();
  // A window's first two webviews, begun at the same moment, may leave one of them empty.
  await window.webview().locator('main').waitFor();
  await row(other).click({ modifiers: ['ControlOrMeta'] });
  await new TreeRow(window.page, row(other)).contextAction(window.words('Merge Persons…'));
  const merge = new Merge(window);
  await merge.waitFor();
  return merge;
}
