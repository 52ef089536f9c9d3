import { l10n, type CustomDocument, type Uri, type WebviewPanel } from 'vscode';
import { addressInFront } from '../../document/tabs.ts';
import { showPage } from '../../shared/host/page.ts';
import { Refusal } from '../../shared/problems.ts';
import { parseStatistics } from './address.ts';
import { exportNumbers } from './exporting.ts';
import type { StatisticsParts } from './parts.ts';
import { Reading } from './reading.ts';
import { StatisticsPanel } from './statisticsPanel.ts';

/** Opens statistics on their address, also when VS Code restores it: one reading, in one editor or in several. */
export class StatisticsEditor {
  readonly #parts: StatisticsParts;
  readonly #open = new Map<string, Reading>();

  constructor(parts: StatisticsParts) {
    this.#parts = parts;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    const address = parseStatistics(uri);
    if (!address) throw new Refusal(l10n.t('This is not the address of statistics.'));
    const reading = new Reading(address, this.#parts.room);
    const key = uri.toString();
    this.#open.set(key, reading);
    const dispose = () => {
      if (this.#open.get(key) === reading) this.#open.delete(key);
      reading.dispose();
    };
    return { uri, dispose };
  }

  resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): void {
    const reading = this.#open.get(uri.toString());
    if (!reading) return;
    // Its listeners are there before the page can speak.
    new StatisticsPanel(this.#parts, reading, panel);
    showPage(panel.webview, this.#parts.extension, 'statistics');
  }

  /** What is read in the editor in front. */
  get front(): Reading | undefined {
    return this.#open.get(addressInFront()?.toString() ?? '');
  }

  /** Writes what the editor in front shows as comma-separated text. */
  async export(): Promise<void> {
    if (this.front) await exportNumbers(this.front, this.#parts);
  }

  /** The account can be asked again, or no longer. */
  askAgain(accountId: string): void {
    for (const reading of this.#open.values()) {
      if (reading.address.accountId === accountId && reading.chosen) reading.load().catch(this.#parts.report);
    }
  }
}
