import type { Api } from '../api/types.ts';

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
  /** Origin of the records' pages in Pipedrive, `https://acme.pipedrive.com`; absent for the demo. */
  readonly webUrl?: string;
  readonly demo: boolean;
}

/** An account that can be talked to. */
export interface Session {
  readonly account: Account;
  readonly api: Api;
}

/** Gives the session of an account; what surfaces and kinds need of the account room. */
export interface Sessions {
  /**
   * Starts the demo's sandbox or reads the token when first asked, without a request.
   * @throws PipedriveError `signedOut` when the account has no token
   */
  session(accountId: string): Promise<Session>;
}
