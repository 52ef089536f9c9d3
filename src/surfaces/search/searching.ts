import { commands as vscodeCommands, l10n, window, type Disposable } from 'vscode';
import type { Account } from '../../account/types.ts';
import { PipedriveError } from '../../api/errors.ts';
import { contextKeys, views } from '../../ids/index.ts';
import { kinds } from '../../kinds/index.ts';
import { displayText } from '../../model/displayText.ts';
import { isKeptNode, type KeptEntry, type KeptSearch } from '../shared/keptSearches.ts';
import { pickHit } from '../shared/pickHit.ts';
import { Refusal } from '../shared/problems.ts';
import { plain } from '../shared/searchRows.ts';
import { questionOf, titleOf, type Asked } from './asked.ts';
import { chooseFields, rememberedFields } from './fields.ts';
import type { SearchParts } from './parts.ts';
import { SearchPick } from './pick.ts';
import type { RecentlyOpened } from './recent.ts';
import type { Part } from './rows.ts';

/** So many are asked for at once: a page costs the same however long it is. */
const page = 100;

/** What was searched last in this window, and what that found. */
interface Last {
  readonly account: Account;
  readonly asked: Asked;
  readonly found: readonly Pick<KeptSearch, 'kindId' | 'ids'>[];
}

/** What the commands of the search do. */
export class Searching implements Disposable {
  readonly #parts: SearchParts;
  readonly #recent: RecentlyOpened;
  readonly #attend: (work: () => unknown) => Promise<void>;
  readonly #listening: Disposable;
  #pick: SearchPick | undefined;
  #last: Last | undefined;

  /** @param attend does what a button is for, so that errors end where those of commands do */
  constructor(parts: SearchParts, recent: RecentlyOpened, attend: (work: () => unknown) => Promise<void>) {
    this.#parts = parts;
    this.#recent = recent;
    this.#attend = attend;
    this.#listening = parts.accounts.onDidChange(() => this.#follow());
  }

  /** Opens the search; where it is open it stays as it is. */
  async search(): Promise<void> {
    if (!this.#pick) await this.#open(this.#whereRemembered({ term: '', exact: false }));
  }

  /** Searches for exact matches, or for parts again. */
  async exact(): Promise<void> {
    const { term, ...asked } = this.#again();
    await this.#change({ ...asked, term, exact: this.#pick ? !asked.exact : true });
  }

  /** Chooses where to look. */
  async fields(): Promise<void> {
    // First, as without an account there is nothing to choose for.
    const { fields: _before, ...asked } = this.#again();
    await this.#aside(() => chooseFields(this.#parts.state));
    await this.#change(asked);
  }

  /** Searches in one organization; in all again where the search is in one already. */
  async organization(): Promise<void> {
    const { organization, ...asked } = this.#again();
    if (organization && this.#pick) return this.#change(asked);
    const { id } = this.#account;
    const picked = await this.#aside(() => this.#pickOrganization());
    // Another account has other organizations.
    if (picked && this.#parts.accounts.active?.id === id) await this.#change({ ...asked, organization: picked });
  }

  /** Keeps what the last search found as lists in the side bar, one a kind. */
  async keep(): Promise<void> {
    const { account, asked, found } = this.#last ?? {};
    if (!account || !asked || !found?.length) throw new Refusal(l10n.t('Search first: there are no results to keep.'));
    const { term, exact, fields, organization } = asked;
    const how = { ...(exact && { exact }), ...(fields && { fields }), ...(organization && { organization }) };
    for (const results of found) await this.#parts.searches.keep(account.id, { term: term.trim(), ...how, ...results });
    this.#pick?.hide();
    const [first] = kinds.filter(({ id }) => found.some(({ kindId }) => kindId === id));
    if (first) await vscodeCommands.executeCommand(`${views[first.view]}.focus`);
  }

  /** Reads the records of a kept search again. */
  async refreshKept(node: unknown): Promise<void> {
    const entry = await this.#keptOf(node, l10n.t('Refresh Which Kept Search?'));
    if (entry) this.#parts.searches.refresh(entry);
  }

  async removeKept(node: unknown): Promise<void> {
    const entry = await this.#keptOf(node, l10n.t('Remove Which Kept Search?'));
    if (entry) await this.#parts.searches.remove(entry);
  }

  /** Opens the search with what a kept one asked. */
  async searchAgain(node: unknown): Promise<void> {
    const entry = await this.#keptOf(node, l10n.t('Which Search?'));
    if (!entry) return;
    const { term, exact = false, fields, organization } = entry.value;
    await this.#open({ term, exact, ...(fields && { fields }), ...(organization && { organization }) });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#pick?.dispose();
  }

  get #account(): Account {
    const { active } = this.#parts.accounts;
    if (active) return active;
    throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  }

  /** What is asked now, else what was asked last. */
  #again(): Asked {
    const { id } = this.#account;
    return this.#pick?.asked ?? (this.#last?.account.id === id ? this.#last.asked : { term: '', exact: false });
  }

  async #change(asked: Asked): Promise<void> {
    const narrowed = this.#whereRemembered(asked);
    if (this.#pick) this.#pick.ask(narrowed);
    else await this.#open(narrowed);
  }

  #whereRemembered(asked: Asked): Asked {
    const fields = asked.fields ?? rememberedFields(this.#parts.state);
    return { ...asked, ...(fields && { fields }) };
  }

  /** Lets the search, where it is open, wait behind another pick. */
  #aside<T>(other: () => Promise<T>): Promise<T> {
    return this.#pick ? this.#pick.aside(other) : other();
  }

  async #open(asked: Asked): Promise<void> {
    const account = this.#account;
    const { records } = this.#parts.room.documents;
    this.#pick?.dispose();
    const pick = new SearchPick(
      {
        account,
        search: (kind, question, asking) => records.search(kind, account.id, question, { ...asking, limit: page }),
        recent: () => this.#recent.of(account.id),
        changed: (now, found) => this.#remember(account, now, found),
        attend: this.#attend,
        closed: () => {
          if (this.#pick === pick) this.#pick = undefined;
        },
        buttons: { fields: () => this.fields(), organization: () => this.organization(), keep: () => this.keep() },
      },
      asked,
    );
    this.#pick = pick;
    await pick.show();
  }

  #remember(account: Account, asked: Asked, parts: readonly Part[]): void {
    const answered = questionOf(asked) ? parts.filter(({ session }) => !session.stale && session.found.length > 0) : [];
    const found = answered.map(({ kind, session }) => ({ kindId: kind.id, ids: session.found.map(({ id }) => id) }));
    const before = (this.#last?.found.length ?? 0) > 0;
    this.#last = { account, asked, found };
    if (before !== found.length > 0) void vscodeCommands.executeCommand('setContext', contextKeys.found, found.length > 0);
  }

  /** Another account is shown, or none: nothing of the one before is left to see. */
  #follow(): void {
    const active = this.#parts.accounts.active?.id;
    if (this.#last && this.#last.account.id !== active) {
      this.#last = undefined;
      this.#pick?.dispose();
      void vscodeCommands.executeCommand('setContext', contextKeys.found, false);
    }
  }

  async #pickOrganization(): Promise<Asked['organization']> {
    const { id } = this.#account;
    const { names } = this.#parts.room.documents;
    const hit = await pickHit({
      ...{
        title: l10n.t('Search in an Organization'),
        placeholder: l10n.t('Which one? Type a part of its name'),
        icon: 'organization',
      },
      ask: async (term, { signal }) => ({ items: await names.search(id, 'organization', term, { signal }) }),
      label: ({ name, id: number }) => displayText(name) || `#${number}`,
    });
    return hit && { id: hit.id, name: hit.name };
  }

  /** The kept search of a row; one that is picked where there is no row. */
  async #keptOf(node: unknown, title: string): Promise<KeptEntry | undefined> {
    if (isKeptNode(node)) return node.kept;
    const account = this.#account;
    const entries = await this.#parts.searches.of(account.id);
    if (entries.length === 0) throw new Refusal(l10n.t('No search is kept. Search, and keep what was found as a list.'));
    const choices = entries.map((entry) => {
      const kind = kinds.find(({ id }) => id === entry.value.kindId);
      const asked = { ...entry.value, exact: entry.value.exact ?? false };
      const [, ...narrowed] = titleOf(asked, account).split(' · ');
      const description = [kind ? kind.words.many : '', ...narrowed].filter(Boolean).join(' · ');
      return { label: plain(entry.value.term, 80), description: plain(description), entry };
    });
    return (await window.showQuickPick(choices, { title }))?.entry;
  }
}
