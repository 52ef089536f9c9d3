export { Accounts, type AccountsParts } from './accounts.ts';
export type { Account, AccountsChange, Credentials, Keep, Session, Sessions } from './types.ts';
