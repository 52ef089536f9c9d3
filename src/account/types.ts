import type { AnsweredRequest, Api } from '../api/types.ts';

/** A signed-in Pipedrive company and user. Holds no secret. */
export interface Account {
  /** Safe in a path and the first segment of its documents' addresses: the company domain, or `demo`. */
  readonly id: string;
  /** The company's name for people. */
  readonly company: string;
  /** The signed-in user's name. */
  readonly user: string;
  /** ISO 4217; what a new amount begins with. */
  readonly currency: string;
  /** The `acme` of `acme.pipedrive.com`; absent for the demo. */
  readonly domain?: string;
  /** Origin of the records' pages in Pipedrive, `https://acme.pipedrive.com`; absent for the demo. */
  readonly webUrl?: string;
  readonly demo: boolean;
  /** A person said that its records are a company's daily business; shown wherever they can be changed. */
  readonly production?: boolean;
}

/** An account that can be talked to. */
export interface Session {
  readonly account: Account;
  readonly api: Api;
}

/** A request of an account that was answered. */
export interface AccountRequest extends AnsweredRequest {
  readonly accountId: string;
}

/** What the demo's Pipedrive can be made to do until it is told to stop. */
export type Simulation = 'burst' | 'budget' | 'away' | 'token';

/** Gives the session of an account; what surfaces and kinds need of the account room. */
export interface Sessions {
  /**
   * Starts the demo's sandbox or reads the token when first asked, without a request.
   * @throws PipedriveError `signedOut` when the account has no token
   */
  session(accountId: string): Promise<Session>;
}

/** Where a token is kept: in the secret storage, or in memory until the window closes. */
export type Keep = 'secret' | 'session';

/** What a person signs in with. */
export interface Credentials {
  /** The `acme` of `acme.pipedrive.com`. */
  readonly companyDomain: string;
  readonly token: string;
}

/** What happened to an account. */
export interface AccountsChange {
  readonly accountId: string;
  /**
   * - `signedIn`: new, or with another token; what failed for it can be tried again
   * - `signedOut`: its token is forgotten
   * - `activated`: the side bar shows it now
   * - `restarted`: the demo began afresh, because its sandbox had ended
   * - `marked`: it was marked as production, or no longer is
   */
  readonly change: 'signedIn' | 'signedOut' | 'activated' | 'restarted' | 'marked';
}
