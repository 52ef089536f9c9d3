export { Accounts, type AccountsParts } from './accounts.ts';
export type { Account, AccountRequest, AccountsChange, Credentials, Keep, Session, Sessions, Simulation } from './types.ts';
