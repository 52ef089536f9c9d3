import {
  commands as vscodeCommands,
  l10n,
  QuickInputButtonLocation,
  ThemeIcon,
  window,
  type Disposable,
  type QuickInputButton,
} from 'vscode';
import type { Account } from '../../account/types.ts';
import type { SearchHit } from '../../api/types.ts';
import { commands } from '../../ids/index.ts';
import type { Question } from '../../kinds/searching.ts';
import { SearchSession } from '../shared/searchSession.ts';
import { kindsOf, questionOf, searchable, titleOf, whereOf, type Asked } from './asked.ts';
import type { Recent } from './recent.ts';
import { foundRows, recentRows, type Part, type Row, type RowButton } from './rows.ts';

/** How long one kind's answer waits for the others', in milliseconds. */
const patience = 500;

/** A button of the search itself. */
interface OwnButton extends QuickInputButton {
  readonly run: () => unknown;
}

export interface PickParts {
  readonly account: Account;
  readonly search: (part: Part['kind'], question: Question, options: { signal: AbortSignal; cursor?: string }) => ReturnType<Ask>;
  readonly recent: () => Promise<readonly Recent[]>;
  /** Told of what is asked, and of what it found. */
  readonly changed: (asked: Asked, found: readonly Part[]) => void;
  /** Does what a button or a row is for. */
  readonly attend: (work: () => unknown) => Promise<void>;
  readonly closed: () => void;
  readonly buttons: { readonly fields: () => unknown; readonly organization: () => unknown; readonly keep: () => unknown };
}

type Ask = ConstructorParameters<typeof SearchSession<Question, SearchHit>>[0];

/** One quick pick over all kinds that have a search. */
export class SearchPick implements Disposable {
  readonly #parts: PickParts;
  readonly #pick = window.createQuickPick<Row>();
  readonly #sessions: readonly Part[];
  #asked: Asked;
  #recent: readonly Recent[] = [];
  /** Another pick stands in front of it for a while. */
  #away = false;
  #ended = false;
  #buttons = '';
  /** Shows what there is while one kind's answer is long in coming. */
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** What was shown when the next page was asked for. */
  #before: ReadonlySet<string> | undefined;

  constructor(parts: PickParts, asked: Asked) {
    this.#parts = parts;
    this.#asked = asked;
    this.#sessions = searchable.map((kind) => {
      const ask: Ask = (question, asking) => parts.search(kind, question, asking);
      return {
        kind,
        session: new SearchSession<Question, SearchHit>(
          ask,
          () => this.#answered(),
          ({ id }) => id,
        ),
      };
    });
    const pick = this.#pick;
    pick.value = asked.term;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.onDidChangeValue((term) => this.ask({ ...this.#asked, term }));
    pick.onDidAccept(() => this.#accept(pick.selectedItems[0]));
    pick.onDidTriggerButton((button) => void parts.attend(() => (button as OwnButton).run()));
    pick.onDidTriggerItemButton(({ item, button }) => {
      const { command, elsewhere } = button as RowButton;
      if (!elsewhere) pick.hide();
      void vscodeCommands.executeCommand(command, item.uri);
    });
    pick.onDidHide(() => {
      if (!this.#away) this.dispose();
    });
  }

  get asked(): Asked {
    return this.#asked;
  }

  /** Shows it. What was opened last comes when it comes. */
  async show(): Promise<void> {
    this.#pick.show();
    this.ask(this.#asked);
    this.#recent = await this.#parts.recent();
    if (!this.#ended) this.#show();
  }

  /** Asks otherwise. What is asked of nobody any more is ended. */
  ask(asked: Asked): void {
    const { term: _before, ...how } = this.#asked;
    const { term: _now, ...howNow } = asked;
    this.#asked = asked;
    this.#before = undefined;
    // What a wider search has found must not pass for what a narrower one finds.
    if (JSON.stringify(how) !== JSON.stringify(howNow)) for (const { session } of this.#sessions) session.stop();
    const question = questionOf(asked);
    const kinds = kindsOf(asked);
    for (const { kind, session } of this.#sessions) {
      if (question && kinds.includes(kind)) session.start(question);
      else session.stop();
    }
    this.#show();
  }

  /** Lets another pick stand in front, and comes back with what was typed. */
  async aside<T>(other: () => Promise<T>): Promise<T> {
    this.#away = true;
    try {
      return await other();
    } finally {
      this.#away = false;
      if (!this.#ended) this.#pick.show();
    }
  }

  hide(): void {
    this.#pick.hide();
  }

  /** Closes it for good, also where another pick stands in front of it. */
  dispose(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#patience);
    for (const { session } of this.#sessions) session.stop();
    this.#pick.dispose();
    this.#parts.closed();
  }

  #accept(row: Row | undefined): void {
    if (row?.run) {
      const shown = this.#pick.items.flatMap(({ uri }) => (uri ? [uri.toString()] : []));
      if (shown.length > 0) this.#before = new Set(shown);
      return void this.#parts.attend(row.run);
    }
    if (!row?.uri) return;
    this.#pick.hide();
    void vscodeCommands.executeCommand(commands.open, row.uri);
  }

  /** The kinds that are asked, each with its part of the answer. */
  get #asking(): readonly Part[] {
    const kinds = kindsOf(this.#asked);
    return this.#sessions.filter(({ kind }) => kinds.includes(kind));
  }

  /** All kinds' answers are shown together where they can be: a row that comes later would move the one that is chosen. */
  #answered(): void {
    const searching = this.#asking.filter(({ session }) => session.phase === 'searching').length;
    if (searching === 0 || searching === this.#asking.length) return this.#show();
    this.#patience ??= setTimeout(() => this.#show(), patience);
  }

  #show(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    const pick = this.#pick;
    const { account } = this.#parts;
    const parts = this.#asking;
    pick.title = titleOf(this.#asked, account);
    pick.placeholder = l10n.t('Find by {0}', whereOf(this.#asked));
    pick.busy = parts.some(({ session }) => session.phase === 'searching');
    const rows = this.#asked.term.trim() === '' ? recentRows(this.#recent, account) : foundRows(this.#asked, parts, account);
    const before = this.#before;
    if (!pick.busy) this.#before = undefined;
    pick.items = rows;
    const added = before && rows.find(({ uri }) => uri && !before.has(uri.toString()));
    // Where nothing was found but why, Enter does what helps.
    const [helps] = rows.some(({ uri }) => uri) ? [] : rows.filter(({ run }) => run);
    const chosen = added ?? helps;
    if (chosen) pick.activeItems = [chosen];
    this.#showButtons();
    this.#parts.changed(this.#asked, parts);
  }

  #showButtons(): void {
    const { exact, organization, fields } = this.#asked;
    const found = this.#asking.some(({ session }) => !session.stale && session.found.length > 0);
    // Buttons that were made anew lose the focus.
    const shown = JSON.stringify([exact, organization, fields, found]);
    if (shown === this.#buttons) return;
    this.#buttons = shown;
    this.#pick.buttons = [...(found ? [this.#keepButton()] : []), ...this.#narrowing()];
  }

  #keepButton(): OwnButton {
    return { iconPath: new ThemeIcon('pin'), tooltip: l10n.t('Keep as a List'), run: this.#parts.buttons.keep };
  }

  #narrowing(): readonly OwnButton[] {
    const { exact, organization, fields } = this.#asked;
    const { buttons } = this.#parts;
    return [
      {
        iconPath: new ThemeIcon(organization ? 'close' : 'organization'),
        tooltip: organization ? l10n.t('Search All Organizations Again') : l10n.t('In an Organization…'),
        run: buttons.organization,
      },
      {
        iconPath: new ThemeIcon(fields ? 'filter-filled' : 'filter'),
        tooltip: l10n.t('Where to Look…'),
        run: buttons.fields,
      },
      {
        iconPath: new ThemeIcon('whole-word'),
        tooltip: exact ? l10n.t('Exact Match: On') : l10n.t('Exact Match: Off'),
        location: QuickInputButtonLocation.Input,
        toggle: { checked: exact },
        run: () => this.ask({ ...this.#asked, exact: !exact }),
      },
    ];
  }
}
