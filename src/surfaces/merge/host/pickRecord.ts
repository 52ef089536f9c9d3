import { l10n, window, type Disposable, type QuickPick, type QuickPickItem } from 'vscode';
import type { SearchHit } from '../../../api/types.ts';
import type { Kind } from '../../../kinds/index.ts';
import type { Records } from '../../../kinds/records.ts';
import { titleOf } from '../../../kinds/title.ts';
import { displayText } from '../../../model/displayText.ts';
import type { RecordId } from '../../../model/record.ts';
import { isCancelled, sentenceOf } from '../../shared/problems.ts';

/** How long typing rests before it is searched, in milliseconds. */
const rest = 250;
/** Pipedrive finds nothing by less. */
const shortest = 2;

export interface Picking {
  readonly kind: Kind;
  readonly accountId: string;
  readonly title: string;
  readonly placeholder: string;
  /** What is not offered. */
  readonly without?: RecordId;
}

interface Item extends QuickPickItem {
  readonly hit?: SearchHit;
}

/** Picks a record by searching as one types; none where the person leaves. Its name comes along. */
export function pickRecord(records: Records, picking: Picking): Promise<SearchHit | undefined> {
  return new Promise((resolve) => {
    const pick = window.createQuickPick<Item>();
    const search = new Searching(records, picking, pick);
    pick.title = picking.title;
    pick.placeholder = picking.placeholder;
    pick.matchOnDescription = true;
    pick.onDidChangeValue((value) => search.type(value.trim()));
    pick.onDidAccept(() => {
      const hit = pick.selectedItems[0]?.hit;
      if (!hit) return;
      resolve(hit);
      pick.hide();
    });
    pick.onDidHide(() => {
      search.dispose();
      pick.dispose();
      resolve(undefined);
    });
    search.type('');
    pick.show();
  });
}

/** One search at a time: it waits until typing rests, and ends the one before. */
class Searching implements Disposable {
  readonly #records: Records;
  readonly #picking: Picking;
  readonly #pick: QuickPick<Item>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();

  constructor(records: Records, picking: Picking, pick: QuickPick<Item>) {
    this.#records = records;
    this.#picking = picking;
    this.#pick = pick;
  }

  type(term: string): void {
    this.dispose();
    this.#pick.busy = term.length >= shortest;
    if (this.#pick.busy) this.#timer = setTimeout(() => void this.#run(term), rest);
    else this.#say(l10n.t('Type at least two characters of a name.'));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }

  async #run(term: string): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    const { kind, accountId, without } = this.#picking;
    try {
      const hits = (await this.#records.search(kind, accountId, term, { signal, limit: 25 })).filter(({ id }) => id !== without);
      if (signal.aborted) return;
      this.#pick.items = hits.map((hit) => this.#item(hit));
      if (hits.length === 0) this.#say(l10n.t('Nothing found.'));
    } catch (error) {
      if (signal.aborted || isCancelled(error)) return;
      this.#say(sentenceOf(error));
    }
    this.#pick.busy = false;
  }

  #item(hit: SearchHit): Item {
    const label = titleOf(this.#picking.kind, { id: hit.id, values: { [this.#picking.kind.nameKey]: hit.name } }, 80);
    // Pipedrive has chosen already, also by what the label does not show.
    return { label, description: displayText(hit.detail ?? '', 120), alwaysShow: true, hit };
  }

  #say(sentence: string): void {
    this.#pick.items = [{ label: sentence, alwaysShow: true }];
  }
}
