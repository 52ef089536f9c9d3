import { createHash } from 'node:crypto';
import {
  CancellationError,
  EventEmitter,
  l10n,
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  type AuthenticationProviderSessionOptions,
  type AuthenticationSession,
  type Disposable,
} from 'vscode';
import type { Account, Accounts } from '../../account/index.ts';
import { displayText } from '../../model/displayText.ts';
import { Refusal } from '../shared/problems.ts';

/** What an account is known by outside; nothing can be done in Pipedrive with it. */
const opaqueId = ({ id }: Account): string => createHash('sha256').update(`account ${id}`).digest('base64url').slice(0, 24);

/**
 * Lists the accounts in VS Code's Accounts menu, where they can be signed out. Any extension may ask for a session: what it
 * gets tells who is signed in, and its access token is an opaque id. There are no scopes.
 */
export class PipedriveSessions implements AuthenticationProvider, Disposable {
  readonly #accounts: Accounts;
  readonly #signIn: () => Promise<void>;
  readonly #signOut: (account: Account) => Promise<void>;
  readonly #changed = new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly #listening: Disposable;
  #told = new Map<string, AuthenticationSession>();

  readonly onDidChangeSessions = this.#changed.event;

  /** @param signOut asks where that is due */
  constructor(accounts: Accounts, signIn: () => Promise<void>, signOut: (account: Account) => Promise<void>) {
    this.#accounts = accounts;
    this.#signIn = signIn;
    this.#signOut = signOut;
    this.#told = this.#now();
    this.#listening = accounts.onDidChange(() => this.#tell());
  }

  async getSessions(
    scopes: readonly string[] | undefined,
    { account }: AuthenticationProviderSessionOptions = {},
  ): Promise<AuthenticationSession[]> {
    if (scopes && scopes.length > 0) return [];
    return [...this.#now().values()].filter((session) => !account || session.account.id === account.id);
  }

  async createSession(scopes: readonly string[]): Promise<AuthenticationSession> {
    if (scopes.length > 0) throw new Refusal(l10n.t('Pipedrive’s accounts have no scopes to be asked for.'));
    const heard: string[] = [];
    const listening = this.#accounts.onDidChange(({ accountId, change }) => {
      if (change === 'signedIn') heard.push(accountId);
    });
    try {
      await this.#signIn();
    } finally {
      listening.dispose();
    }
    const account = this.#accounts.get(heard.at(-1) ?? '');
    if (!account) throw new CancellationError();
    return sessionOf(account);
  }

  async removeSession(sessionId: string): Promise<void> {
    const account = this.#accounts.all.find((one) => opaqueId(one) === sessionId);
    if (account) await this.#signOut(account);
  }

  #now(): Map<string, AuthenticationSession> {
    return new Map(this.#accounts.all.map((account) => [account.id, sessionOf(account)]));
  }

  #tell(): void {
    const before = this.#told;
    this.#told = this.#now();
    const added = [...this.#told].filter(([id]) => !before.has(id)).map(([, session]) => session);
    const removed = [...before].filter(([id]) => !this.#told.has(id)).map(([, session]) => session);
    if (added.length + removed.length > 0) this.#changed.fire({ added, removed, changed: [] });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }
}

function sessionOf(account: Account): AuthenticationSession {
  const id = opaqueId(account);
  const [company, user] = [displayText(account.company, 60), displayText(account.user, 60)];
  const label = account.demo ? company : l10n.t('{0} ({1})', company, user);
  return { id, accessToken: id, account: { id, label }, scopes: [] };
}
