import type { Disposable } from 'vscode';
import type { Session, Sessions } from '../account/types.ts';
import { PipedriveError } from '../api/errors.ts';
import type { CallOptions, SearchHit } from '../api/types.ts';
import type { Field } from '../model/field.ts';
import type { FieldType } from '../model/fieldTypes/fieldType.ts';
import { fieldTypes } from '../model/fieldTypes/index.ts';
import type { PipedriveRecord } from '../model/record.ts';
import type { Records } from './records.ts';
import { mostIds } from './searching.ts';

/** What an id can refer to. */
export type Referred = NonNullable<FieldType['refersTo']>;

/** Up to so many are read one by one: a list costs as much as ten records. */
const fewIds = 10;

/** Names by what they are of: `organization/7`. */
export const nameKey = (of: Referred, id: unknown): string => `${of}/${String(id)}`;

/**
 * The names behind ids. What an answer brought along is remembered, so that a name is
 * asked for once in a session and only where it is shown.
 */
export class Names implements Disposable {
  readonly #sessions: Sessions;
  readonly #known = new Map<string, Promise<string | undefined>>();
  readonly #heard: Disposable;

  constructor(sessions: Sessions, records: Records) {
    this.#sessions = sessions;
    this.#heard = records.onDidChange(({ address: { accountId, kind, id }, record }) => {
      const name = record?.values['name'];
      for (const of of ['organization', 'person'] as const) {
        if (kind.id !== of) continue;
        if (typeof name === 'string') this.#remember(accountId, of, Number(id), name);
        else this.#known.delete(`${accountId}/${nameKey(of, id)}`);
      }
    });
  }

  /**
   * Names of the ids among a record's values, by field key. An id whose name cannot be seen
   * (deleted, not visible to the user) has none.
   */
  async of(
    accountId: string,
    fields: readonly Field[],
    record: Pick<PipedriveRecord, 'values' | 'names'>,
  ): Promise<Readonly<Record<string, string>>> {
    const session = await this.#sessions.session(accountId);
    const named = await Promise.all(
      fields.map(async (field): Promise<readonly [string, string] | undefined> => {
        const of = fieldTypes[field.type].refersTo;
        const id = record.values[field.key];
        if (!of || typeof id !== 'number') return undefined;
        const given = record.names[field.key];
        if (given !== undefined) this.#remember(accountId, of, id, given);
        const name = given ?? (await this.#name(session, of, id));
        return name === undefined ? undefined : [field.key, name];
      }),
    );
    return Object.fromEntries(named.filter((entry) => entry !== undefined));
  }

  /**
   * Reads the names behind many records' ids that are not known yet: a hundred in one request where one each would take more.
   * `of` then has them at hand.
   */
  async learn(
    accountId: string,
    fields: readonly Field[],
    records: readonly Pick<PipedriveRecord, 'values' | 'names'>[],
    options?: CallOptions,
  ): Promise<void> {
    const { api } = await this.#sessions.session(accountId);
    for (const of of ['organization', 'person'] as const) {
      const referring = fields.filter(({ type }) => fieldTypes[type].refersTo === of);
      const ids = new Set(
        records.flatMap(({ values, names }) =>
          referring.flatMap(({ key }) => {
            const id = values[key];
            return typeof id === 'number' && names[key] === undefined && !this.#known.has(`${accountId}/${nameKey(of, id)}`)
              ? [id]
              : [];
          }),
        ),
      );
      for (let rest = [...ids]; rest.length > fewIds; rest = rest.slice(mostIds)) {
        const asked = rest.slice(0, mostIds);
        const { items } = await api.records(of).list({ ...options, limit: mostIds, query: { ids: asked.join(',') } });
        for (const { id, values } of items) this.#remember(accountId, of, Number(id), String(values['name'] ?? ''));
      }
    }
  }

  /** Those whose name matches, for a picker. */
  async search(accountId: string, of: Referred, term: string, options?: CallOptions): Promise<readonly SearchHit[]> {
    const { api } = await this.#sessions.session(accountId);
    if (of === 'user') {
      const part = term.toLocaleLowerCase();
      return (await api.users(options)).filter(({ name }) => name.toLocaleLowerCase().includes(part));
    }
    const page = await api.records(of).search(term, { ...options, limit: 25 });
    for (const hit of page.items) this.#remember(accountId, of, hit.id, hit.name);
    return page.items;
  }

  /** The account's names may be others now. */
  forget(accountId: string): void {
    for (const key of this.#known.keys()) if (key.startsWith(`${accountId}/`)) this.#known.delete(key);
  }

  dispose(): void {
    this.#heard.dispose();
  }

  #remember(accountId: string, of: Referred, id: number, name: string): void {
    this.#known.set(`${accountId}/${nameKey(of, id)}`, Promise.resolve(name));
  }

  /** Asked for without a caller's signal: another may wait for the same name. */
  #name(session: Session, of: Referred, id: number): Promise<string | undefined> {
    const key = `${session.account.id}/${nameKey(of, id)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const asked = ask(session, of, id);
    this.#known.set(key, asked);
    // A failure is not remembered: the next look asks again. Whoever asked has it.
    asked.catch(() => this.#known.delete(key));
    return asked;
  }
}

async function ask({ api }: Session, of: Referred, id: number): Promise<string | undefined> {
  if (of === 'user') return (await api.users()).find((user) => user.id === id)?.name;
  try {
    const { name } = (await api.records(of).get(id)).values;
    return typeof name === 'string' ? name : undefined;
  } catch (error) {
    if (PipedriveError.is(error, 'notFound', 'gone', 'forbidden')) return undefined;
    throw error;
  }
}
