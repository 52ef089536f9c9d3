import { l10n, type CustomDocument, type Uri, type WebviewPanel } from 'vscode';
import { addressInFront } from '../../document/tabs.ts';
import { Refusal } from '../../shared/problems.ts';
import { showPage } from '../../shared/host/page.ts';
import { parseMerge } from './address.ts';
import { merge } from './merge.ts';
import { MergePanel } from './mergePanel.ts';
import type { MergeParts } from './parts.ts';
import { Rehearsal } from './rehearsal.ts';

/** Opens the rehearsal of a merge on its address, also when VS Code restores it: one, in one editor or in several. */
export class MergeEditor {
  readonly #parts: MergeParts;
  readonly #open = new Map<string, Rehearsal>();
  /** What is ticked in those that are about to be opened. */
  readonly #wanted = new Map<string, readonly string[]>();

  constructor(parts: MergeParts) {
    this.#parts = parts;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    const pair = parseMerge(uri);
    if (!pair) throw new Refusal(l10n.t('This is not the address of a merge.'));
    const { room, snapshots, report } = this.#parts;
    const rehearsal = new Rehearsal(pair, room, snapshots, report);
    const key = uri.toString();
    const ticked = this.#wanted.get(key);
    if (ticked) rehearsal.tick(ticked);
    this.#wanted.delete(key);
    this.#open.set(key, rehearsal);
    const dispose = () => {
      if (this.#open.get(key) === rehearsal) this.#open.delete(key);
      rehearsal.dispose();
    };
    return { uri, dispose };
  }

  resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): void {
    const rehearsal = this.#open.get(uri.toString());
    if (!rehearsal) return;
    // Its listeners are there before the page can speak.
    new MergePanel(this.#parts, rehearsal, panel);
    showPage(panel.webview, this.#parts.extension, 'merge');
  }

  /** Ticks what is to be kept in the rehearsal of this address, also if it is not open yet. */
  tick(uri: Uri, ticked: readonly string[]): void {
    const open = this.#open.get(uri.toString());
    if (open) open.tick(ticked);
    else this.#wanted.set(uri.toString(), ticked);
  }

  /** Asks about the merge in front, and does it. */
  async merge(): Promise<void> {
    if (this.front) await merge(this.front, this.#parts.snapshots);
  }

  /** The rehearsal in front. */
  get front(): Rehearsal | undefined {
    return this.#open.get(addressInFront()?.toString() ?? '');
  }

  /** The account can be asked again, or no longer. A merge that nobody knows the end of is not given up for that. */
  askAgain(accountId: string): void {
    for (const rehearsal of this.#open.values()) {
      const { stand, busy, pair } = rehearsal;
      if (pair.survivor.accountId !== accountId || busy || stand.phase === 'unknown' || stand.phase === 'done') continue;
      rehearsal.load().catch(this.#parts.report);
    }
  }
}
