import type { Memento } from 'vscode';
import type { Account } from './types.ts';

const accountsKey = 'accounts';
const activeKey = 'activeAccount';
const productionKey = 'productionAccounts';

/** What is remembered of accounts from window to window: who they are and which is active. No secrets. */
export class AccountStore {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  accounts(): readonly Account[] {
    const stored: unknown = this.#state.get(accountsKey);
    return Array.isArray(stored) ? stored.filter(isAccount) : [];
  }

  async keep(account: Account): Promise<void> {
    const others = this.accounts().filter(({ id }) => id !== account.id);
    await this.#state.update(accountsKey, [...others, account]);
  }

  async forget(accountId: string): Promise<void> {
    await this.#state.update(
      accountsKey,
      this.accounts().filter(({ id }) => id !== accountId),
    );
  }

  /** Whether an account is marked as production; also of one whose token lasts for a window only. */
  isProduction(accountId: string): boolean {
    return this.#production().includes(accountId);
  }

  async setProduction(accountId: string, production: boolean): Promise<void> {
    const others = this.#production().filter((id) => id !== accountId);
    await this.#state.update(productionKey, production ? [...others, accountId] : others);
  }

  #production(): readonly unknown[] {
    const stored: unknown = this.#state.get(productionKey);
    return Array.isArray(stored) ? stored : [];
  }

  activeId(): string | undefined {
    const stored: unknown = this.#state.get(activeKey);
    return typeof stored === 'string' ? stored : undefined;
  }

  async setActiveId(accountId: string | undefined): Promise<void> {
    await this.#state.update(activeKey, accountId);
  }
}

/** Whether it describes a company's account: an older or newer version of the extension may have written something else. */
export function isAccount(value: unknown): value is Account {
  if (typeof value !== 'object' || value === null) return false;
  const account = value as Partial<Record<keyof Account, unknown>>;
  return (
    typeof account.id === 'string' &&
    typeof account.company === 'string' &&
    typeof account.user === 'string' &&
    typeof account.currency === 'string' &&
    typeof account.domain === 'string' &&
    typeof account.webUrl === 'string' &&
    account.demo === false
  );
}
