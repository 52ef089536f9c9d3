import type { CallOptions, SearchHit } from '../api/types.ts';
import { PipedriveError } from '../api/errors.ts';
import type { Session, Sessions } from '../account/types.ts';
import type { Field } from '../model/field.ts';
import type { PipedriveRecord } from '../model/record.ts';

/** Field types whose value is the id of something with a name of its own. */
export type Reference = 'user' | 'org' | 'people';
const entities = { org: 'organization', people: 'person' } as const;

const isReference = (type: string): type is Reference => type === 'user' || type === 'org' || type === 'people';

/**
 * The names behind ids. What an answer brought along is remembered, so that a name is
 * asked for once in a session and only where it is shown.
 */
export class Names {
  readonly #sessions: Sessions;
  readonly #known = new Map<string, Promise<string | undefined>>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Remembers a name that an answer or a search brought. */
  remember(accountId: string, type: Reference, id: number, name: string): void {
    this.#known.set(`${accountId}/${type}/${id}`, Promise.resolve(name));
  }

  /**
   * Names of the ids among a record's values, by field key. An id whose name cannot be seen
   * (deleted, not visible to the user) has none.
   */
  async of(
    accountId: string,
    fields: readonly Field[],
    record: Pick<PipedriveRecord, 'values' | 'names'>,
    options?: CallOptions,
  ): Promise<Readonly<Record<string, string>>> {
    const session = await this.#sessions.session(accountId);
    const named = await Promise.all(
      fields.map(async (field): Promise<readonly [string, string] | undefined> => {
        const id = record.values[field.key];
        if (!isReference(field.type) || typeof id !== 'number') return undefined;
        const given = record.names[field.key];
        if (given !== undefined) this.remember(accountId, field.type, id, given);
        const name = given ?? (await this.name(session, field.type, id, options));
        return name === undefined ? undefined : [field.key, name];
      }),
    );
    return Object.fromEntries(named.filter((entry) => entry !== undefined));
  }

  /** @throws PipedriveError, except for an id that is not there or not visible, which has no name */
  name(session: Session, type: Reference, id: number, options?: CallOptions): Promise<string | undefined> {
    const key = `${session.account.id}/${type}/${id}`;
    const known = this.#known.get(key);
    if (known) return known;
    const asked = this.#ask(session, type, id, options);
    this.#known.set(key, asked);
    // A failure is not remembered: the next look asks again.
    asked.catch(() => this.#known.delete(key));
    return asked;
  }

  /** People or organizations whose name matches, for a picker. */
  async search(accountId: string, type: 'org' | 'people', term: string, options?: CallOptions): Promise<readonly SearchHit[]> {
    const session = await this.#sessions.session(accountId);
    const page = await session.api.records(entities[type]).search(term, { ...options, limit: 25 });
    for (const hit of page.items) this.remember(accountId, type, hit.id, hit.name);
    return page.items;
  }

  async #ask(session: Session, type: Reference, id: number, options?: CallOptions): Promise<string | undefined> {
    if (type === 'user') return (await session.api.users(options)).find((user) => user.id === id)?.name;
    try {
      const record = await session.api.records(entities[type]).get(id, options);
      const name = record.values['name'];
      return typeof name === 'string' ? name : undefined;
    } catch (error) {
      if (PipedriveError.is(error, 'notFound', 'gone', 'forbidden')) return undefined;
      throw error;
    }
  }
}
