import { EventEmitter, l10n, workspace, type Disposable, type Event, type Memento, type SecretStorage } from 'vscode';
import { PipedriveError } from '../api/errors.ts';
import type { Api, ApiOptions, CallOptions, Log } from '../api/types.ts';
import { demoId, settings } from '../ids/index.ts';
import { AccountStore } from './accountStore.ts';
import { Announcements } from './announcements.ts';
import { Demo, demoAccount } from './demo.ts';
import { accountIdOf, apiVersion, baseUrlOf, domainOf, webUrlOf } from './place.ts';
import { Tokens } from './tokens.ts';
import type { Account, AccountRequest, AccountsChange, Credentials, Keep, Session, Sessions, Simulation } from './types.ts';

export interface AccountsParts {
  /** Survives the window: who is signed in. */
  readonly state: Memento;
  readonly secrets: SecretStorage;
  readonly log: Log;
  /** Path of the demo's sandbox bundle. */
  readonly sandbox: string;
  /** `demo` begins with the demo account where nobody is signed in. */
  readonly beginWith?: string | undefined;
}

interface OpenSession {
  readonly token: string;
  readonly session: Session;
}

/**
 * Who is signed in and who is active; gives each its session. Making one sends no request,
 * reads no secret and starts no sandbox: all that waits for the first `session`.
 */
export class Accounts implements Sessions, Disposable {
  readonly #store: AccountStore;
  readonly #tokens: Tokens;
  readonly #announcements: Announcements;
  readonly #log: Log;
  readonly #demo: Demo;
  readonly #known: Map<string, Account>;
  readonly #open = new Map<string, Promise<OpenSession>>();
  readonly #changed = new EventEmitter<AccountsChange>();
  readonly #refused = new EventEmitter<PipedriveError>();
  readonly #answered = new EventEmitter<AccountRequest>();
  readonly #ready = new Map<string, Session>();
  readonly #watching: readonly Disposable[];
  #activeId: string | undefined;
  #demoEnded = false;

  readonly onDidChange: Event<AccountsChange> = this.#changed.event;
  /** Pipedrive did not accept an account's token; told once, until the account is signed in again. */
  readonly onDidRefuse: Event<PipedriveError> = this.#refused.event;

  /** Pipedrive answered a request of an account. */
  readonly onDidRequest: Event<AccountRequest> = this.#answered.event;

  constructor({ state, secrets, log, sandbox, beginWith }: AccountsParts) {
    this.#store = new AccountStore(state);
    this.#tokens = new Tokens(secrets, log);
    this.#announcements = new Announcements(secrets, log);
    this.#log = log;
    this.#demo = new Demo(sandbox, log, () => {
      this.#demoEnded = true;
      this.#close(demoId);
    });
    this.#known = new Map(this.#store.accounts().map((account) => [account.id, this.#marked(account)]));
    this.#activeId = this.#store.activeId() ?? (beginWith === demoId ? demoId : undefined);
    if (this.#activeId === demoId) this.#known.set(demoId, demoAccount());
    this.#watching = [
      this.#tokens.onDidChange((accountId) => void this.#compareToken(accountId)),
      this.#announcements.onDidHear((account) => void this.#hear(account)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settings.section}.${settings.baseUrl}`)) this.#closeAll();
      }),
    ];
  }

  /** The accounts signed in, the demo among them once it was entered. */
  get all(): readonly Account[] {
    return [...this.#known.values()];
  }

  /** The account the side bar shows. */
  get active(): Account | undefined {
    return this.#activeId === undefined ? undefined : this.#known.get(this.#activeId);
  }

  get(accountId: string): Account | undefined {
    return this.#known.get(accountId);
  }

  /** The session that is open already, which asking for begins nothing. */
  opened(accountId: string): Session | undefined {
    return this.#ready.get(accountId);
  }

  /** Where an account's requests go. @throws PipedriveError `invalid` for a refused setting */
  async originOf(account: Account): Promise<string> {
    return account.domain === undefined ? (await this.#demo.start()).baseUrl : baseUrlOf(account.domain);
  }

  /** Makes the demo's Pipedrive do something until it is told otherwise; nothing ends that. */
  async simulate(simulation: Simulation | undefined): Promise<void> {
    await this.#demo.simulate(simulation);
    // What was refused in play must not keep requests back that would be answered.
    if (simulation === undefined) this.opened(demoId)?.api.renewed();
  }

  /** The demo as another of its users has it, who is to be closed again. */
  async demoColleague(): Promise<Session> {
    const { baseUrl, colleagueToken } = await this.#demo.start();
    return { account: demoAccount(), api: await this.#api(baseUrl, colleagueToken) };
  }

  async session(accountId: string): Promise<Session> {
    const opening = this.#open.get(accountId) ?? this.#begin(accountId);
    return (await opening).session;
  }

  /** Shows an account in the side bar; `demo` enters the demo account. */
  async activate(accountId: string): Promise<void> {
    if (accountId === demoId) this.#known.set(demoId, demoAccount());
    if (!this.#known.has(accountId)) throw signedOut(accountId);
    this.#activeId = accountId;
    // What lasts for this window only must not be looked for in the next one.
    await this.#store.setActiveId(this.#tokens.isOfThisWindow(accountId) ? undefined : accountId);
    this.#changed.fire({ accountId, change: 'activated' });
  }

  /**
   * Asks Pipedrive whose token this is. Keeps nothing.
   * @throws PipedriveError `unauthorized` for a token that is not accepted
   */
  async check({ companyDomain, token }: Credentials, options?: CallOptions): Promise<Account> {
    const api = await this.#api(baseUrlOf(companyDomain), token);
    try {
      const me = await api.me(options);
      const domain = domainOf(me.companyDomain, companyDomain);
      return {
        id: accountIdOf(domain),
        company: me.companyName || domain,
        user: me.name,
        currency: me.defaultCurrency,
        domain,
        webUrl: webUrlOf(domain),
        demo: false,
      };
    } finally {
      api.dispose();
    }
  }

  /** Signs in with a token that `check` accepted, and shows the account. Rejects when the secret storage refuses. */
  async signIn(account: Account, token: string, keep: Keep): Promise<void> {
    // Closed first, so that hearing of our own stored token finds no session of the old one to replace.
    this.#close(account.id);
    await this.#tokens.keep(account.id, token, keep);
    const marked = this.#marked(account);
    this.#known.set(account.id, marked);
    await (keep === 'secret' ? this.#store.keep(account) : this.#store.forget(account.id));
    // After the token, which the window that hears of it looks for.
    if (keep === 'secret') await this.#announcements.tell(marked);
    this.#changed.fire({ accountId: account.id, change: 'signedIn' });
    await this.activate(account.id);
  }

  /** Marks an account as production, or not, here and in the other windows. Passes over one that is not signed in. */
  async markProduction(accountId: string, production: boolean): Promise<void> {
    const account = this.#known.get(accountId);
    if (!account || account.demo || (account.production === true) === production) return;
    await this.#store.setProduction(accountId, production);
    this.#mark(account);
    if (!this.#tokens.isOfThisWindow(accountId)) await this.#announcements.tell(this.#marked(account));
  }

  /** Forgets the account's token, in memory and in the secret storage. Rejects when the latter refuses. */
  async signOut(accountId: string): Promise<void> {
    if (accountId === demoId) this.#demo.stop();
    else await this.#tokens.forget(accountId);
    await this.#leave(accountId);
    if (accountId !== demoId) await this.#announcements.forget(accountId);
  }

  async #leave(accountId: string): Promise<void> {
    this.#close(accountId);
    // Signing out here is also heard from the secret storage; it happens once.
    if (!this.#known.delete(accountId)) return;
    await this.#store.forget(accountId);
    await this.#store.setProduction(accountId, false);
    this.#changed.fire({ accountId, change: 'signedOut' });
    if (this.#activeId !== accountId) return;
    const next = this.all[0];
    if (next) return this.activate(next.id);
    this.#activeId = undefined;
    await this.#store.setActiveId(undefined);
  }

  #begin(accountId: string): Promise<OpenSession> {
    const opening = accountId === demoId ? this.#beginDemo() : this.#beginCompany(accountId);
    this.#open.set(accountId, opening);
    opening.then(
      ({ session }) => {
        if (this.#open.get(accountId) === opening) this.#ready.set(accountId, session);
      },
      () => undefined, // heard below
    );
    // A failure is not remembered: the next session tries again.
    opening.catch(() => {
      if (this.#open.get(accountId) === opening) this.#open.delete(accountId);
    });
    return opening;
  }

  async #beginDemo(): Promise<OpenSession> {
    const { baseUrl, token } = await this.#demo.start();
    const session = { account: demoAccount(), api: await this.#api(baseUrl, token, this.#counting(demoId)) };
    if (this.#demoEnded) {
      this.#demoEnded = false;
      this.#changed.fire({ accountId: demoId, change: 'restarted' });
    }
    return { token, session };
  }

  async #beginCompany(accountId: string): Promise<OpenSession> {
    const account = this.#known.get(accountId);
    const token = account && (await this.#token(accountId));
    if (account?.domain === undefined || token === undefined) throw signedOut(account?.company ?? accountId);
    let told = false;
    const api = await this.#api(baseUrlOf(account.domain), token, {
      ...this.#counting(accountId),
      refused: (error) => {
        if (told) return;
        told = true;
        this.#refused.fire(error);
      },
    });
    return { token, session: { account, api } };
  }

  async #token(accountId: string): Promise<string | undefined> {
    try {
      return await this.#tokens.get(accountId);
    } catch (error) {
      const sentence = l10n.t(
        'The API token could not be read from the secret storage of this computer. Sign in again; you can keep the token for this session only.',
      );
      throw new PipedriveError('signedOut', sentence, { cause: error });
    }
  }

  /** An account as the store has it marked. */
  #marked({ production: _before, ...account }: Account, production = this.#store.isProduction(account.id)): Account {
    return production ? { ...account, production } : account;
  }

  #mark(account: Account, production?: boolean): void {
    const marked = this.#marked(account, production);
    this.#known.set(account.id, marked);
    const opened = this.#open.get(account.id);
    // An opening that fails is told to whoever asked for it.
    opened?.then(
      ({ token, session: { api } }) => {
        if (this.#open.get(account.id) !== opened) return;
        this.#open.set(account.id, Promise.resolve({ token, session: { account: marked, api } }));
      },
      () => undefined,
    );
    this.#changed.fire({ accountId: account.id, change: 'marked' });
  }

  /** Another window has signed in to an account, or marked one: this one knows it from now on, and shows it where it shows none. */
  async #hear(told: Account): Promise<void> {
    if (this.#tokens.isOfThisWindow(told.id)) return;
    const known = this.#known.get(told.id);
    if (known) {
      if (known.production !== told.production) this.#mark(known, told.production === true);
      return;
    }
    try {
      if ((await this.#tokens.get(told.id)) === undefined || this.#known.has(told.id)) return;
      this.#known.set(told.id, told);
      this.#changed.fire({ accountId: told.id, change: 'signedIn' });
      if (this.active === undefined) await this.activate(told.id);
    } catch (error) {
      // Here nobody is waiting; the window that signed in has said what is wrong.
      this.#log.warn(`An account of another window could not be taken over: ${String(error)}`);
    }
  }

  /** Another window may have signed in with another token, or out. */
  async #compareToken(accountId: string): Promise<void> {
    const account = this.#known.get(accountId);
    if (!account || this.#tokens.isOfThisWindow(accountId)) return;
    try {
      const [open, token] = await Promise.all([this.#open.get(accountId), this.#tokens.get(accountId)]);
      if (token === undefined) return await this.#leave(accountId);
      if (open === undefined || open.token === token) return;
      this.#close(accountId);
      this.#changed.fire({ accountId, change: 'signedIn' });
    } catch (error) {
      // The next session meets the same fault and shows it; here nobody is waiting.
      this.#close(accountId);
      this.#log.warn(`A token changed and could not be read: ${String(error)}`);
    }
  }

  /** The request path is loaded with the first account that needs it, not when the extension starts. */
  async #api(baseUrl: string, token: string, told: Pick<ApiOptions, 'refused' | 'answered'> = {}): Promise<Api> {
    const { createApi } = await import('../api/index.ts');
    return createApi({ baseUrl, token, version: apiVersion, log: this.#log, ...told });
  }

  #counting(accountId: string): Pick<ApiOptions, 'answered'> {
    return { answered: (request) => this.#answered.fire({ accountId, ...request }) };
  }

  #close(accountId: string): void {
    const opening = this.#open.get(accountId);
    this.#open.delete(accountId);
    this.#ready.delete(accountId);
    opening?.then(
      ({ session }) => session.api.dispose(),
      () => undefined, // whoever asked for the session has this failure
    );
  }

  #closeAll(): void {
    for (const accountId of [...this.#open.keys()]) this.#close(accountId);
  }

  dispose(): void {
    this.#closeAll();
    this.#demo.dispose();
    for (const watching of this.#watching) watching.dispose();
    this.#announcements.dispose();
    this.#changed.dispose();
    this.#refused.dispose();
    this.#answered.dispose();
  }
}

function signedOut(company: string): PipedriveError {
  return new PipedriveError('signedOut', l10n.t('You are not signed in to {0}. Sign in to go on.', company));
}
