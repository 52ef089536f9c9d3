import { l10n } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { Records } from '../../../kinds/records.ts';
import type { Field, Option } from '../../../model/field.ts';
import { currencyName } from '../../../model/fieldTypes/currency.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import type { Source } from '../messages.ts';

/** Reads each of the account's lists that fields choose from. */
const sources: { readonly [S in Source]: (records: Records, accountId: string) => Promise<readonly Option[]> } = {
  users: async (records, accountId) => {
    const { api } = await records.session(accountId);
    return (await api.users()).map(({ id, name, active }) => ({
      id,
      label: active ? name : l10n.t('{0} (deactivated)', name),
    }));
  },
  currencies: async (records, accountId) => {
    const { api } = await records.session(accountId);
    const active = (await api.currencies()).filter((currency) => currency.active);
    return active.map(({ code, name }) => {
      const called = currencyName(code, name);
      return { id: code, label: called === code ? code : `${code} · ${called}` };
    });
  },
};

/** The account's users and currencies, as far as a form has needed them. */
export class Choices {
  readonly #records: Records;
  readonly #accountId: string;
  readonly #read: () => void;
  readonly #report: (error: unknown) => void;
  #asked = new Set<Source>();
  readonly #known = new Map<Source, readonly Option[]>();

  /**
   * @param read called when a list has come
   * @param report takes what is no fault of a request
   */
  constructor(records: Records, accountId: string, read: () => void, report: (error: unknown) => void) {
    this.#records = records;
    this.#accountId = accountId;
    this.#read = read;
    this.#report = report;
  }

  /** What can be chosen in the field: its own options, or the account's list as far as it is known. */
  of(field: Pick<Field, 'type' | 'options'>): readonly Option[] {
    const source = fieldTypes[field.type].choices;
    return source ? (this.#known.get(source) ?? []) : field.options;
  }

  /** Reads the users where a field holds one: they are needed to show its name. */
  want(fields: readonly Field[]): void {
    if (fields.some(({ type }) => fieldTypes[type].choices === 'users')) void this.ask('users');
  }

  /** Reads a list, once; its fields are shown anew when it has come. */
  async ask(source: Source): Promise<void> {
    if (this.#asked.has(source)) return;
    this.#asked.add(source);
    try {
      this.#known.set(source, await sources[source](this.#records, this.#accountId));
      this.#read();
    } catch (error) {
      // The form shows ids instead, and asks again when the account answers again.
      if (!PipedriveError.is(error)) this.#report(error);
    }
  }

  /** The account is another's now, or can be reached again. */
  forget(): void {
    this.#asked = new Set();
  }
}
