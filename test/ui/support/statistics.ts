import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness/index.ts';

/** The statistics in sight, found by what is written and by the ids of sections and lines. */
export class StatisticsPage {
  readonly #window: Workbench;

  constructor(window: Workbench) {
    this.#window = window;
  }

  async waitFor(phase: 'ready' | 'blocked' | 'loading' = 'ready'): Promise<void> {
    await this.#window.webview().locator(`statistics-view main[data-phase="${phase}"]`).waitFor();
  }

  get main(): Locator {
    return this.#window.webview().locator('statistics-view main');
  }

  get scope(): Locator {
    return this.main.locator('.scope strong');
  }

  line(section: 'conversion' | 'deals' | 'movement' | 'age', id: string): Locator {
    return this.main.locator(`[data-section="${section}"] li[data-figure="${id}"]`);
  }

  section(id: 'conversion' | 'deals' | 'movement' | 'age'): Locator {
    return this.main.locator(`[data-section="${id}"]`);
  }

  control(id: 'preset' | 'from' | 'until' | 'user' | 'comparison' | 'against-from' | 'against-until'): Locator {
    return this.main.locator(`#${id}`);
  }

  action(id: 'show' | 'retry' | 'export'): Locator {
    return this.main.locator(`[data-action="${id}"]`);
  }

  /** Chooses and reads. */
  async show(choice: Readonly<Partial<Record<'preset' | 'user' | 'comparison', string>>>): Promise<void> {
    for (const [id, value] of Object.entries(choice)) await this.control(id as 'preset').selectOption(value);
    await this.action('show').click();
  }
}

/** Opens the statistics of a pipeline by the button of its row. */
export async function openStatistics(window: Workbench, pipeline: string): Promise<StatisticsPage> {
  await window.openContainer('Pipedrive');
  const pipelines = await window.openView('Pipelines');
  await pipelines.row(pipeline).action(window.words('Show Statistics'));
  const page = new StatisticsPage(window);
  await page.main.waitFor();
  return page;
}
