import { withOnePrimary } from '../people.ts';
import { notAllowed, Problems, Refusal, internalError } from '../refusal.ts';
import type { Contact } from '../records.ts';
import { isDay } from '../times.ts';

export type Body = Record<string, unknown>;

/** A body of version 2 with what is wrong with it; every key must be known, every value of its type. */
export class BodyReader {
  readonly body: Body;
  readonly problems = new Problems();

  constructor(sent: unknown, known: readonly string[]) {
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
      this.problems.add('body', "Expected 'object'");
      this.problems.check();
    }
    this.body = sent as Body;
    for (const key of Object.keys(this.body)) {
      if (!known.includes(key)) this.problems.add(key, notAllowed(key));
    }
  }

  has(key: string): boolean {
    return this.body[key] !== undefined;
  }

  /** A text; null where that clears it. */
  text(key: string, longest: number, clearable: boolean): string | null | undefined {
    const sent = this.body[key];
    if (sent === undefined) return undefined;
    if (sent === null && clearable) return null;
    if (typeof sent !== 'string') return this.#refuse(key, "Expected 'string'");
    return sent.length > longest ? this.#refuse(key, `Value is longer than ${longest} characters`) : sent;
  }

  day(key: string): string | null | undefined {
    const sent = this.text(key, 10, true);
    if (typeof sent !== 'string') return sent;
    return isDay(sent) ? sent : this.#refuse(key, 'Expected a valid date');
  }

  choice<Choice>(key: string, choices: readonly Choice[]): Choice | undefined {
    const sent = this.body[key];
    if (sent === undefined) return undefined;
    const choice = choices.find((one) => one === sent);
    return choice ?? this.#refuse(key, `Expected one of ${choices.join(', ')}`);
  }

  /** The id of something that exists. */
  id(key: string, what: string, exists: (id: number) => boolean): number | undefined {
    const sent = this.body[key];
    if (sent === undefined) return undefined;
    if (typeof sent !== 'number' || !Number.isInteger(sent)) return this.#refuse(key, "Expected 'integer'");
    return exists(sent) ? sent : this.#refuse(key, `${what} not found or not accessible.`);
  }

  /** The id of something that exists, or null for none. */
  idOrNull(key: string, what: string, exists: (id: number) => boolean): number | null | undefined {
    return this.body[key] === null ? null : this.id(key, what, exists);
  }

  number(key: string): number | undefined {
    const sent = this.body[key];
    if (sent === undefined || typeof sent === 'number') return sent;
    return this.#refuse(key, "Expected 'number'");
  }

  flag(key: string): boolean | undefined {
    const sent = this.body[key];
    if (sent === undefined || typeof sent === 'boolean') return sent;
    return this.#refuse(key, "Expected 'boolean'");
  }

  /** The name that every record must have: the one that is sent, else the one that it had. */
  name(key: string, before: string | undefined): string {
    const sent = this.text(key, 255, false);
    if (typeof sent === 'string' && sent.trim() === '') this.#refuse(key, "Expected non-empty 'string'");
    if (!this.has(key) && before === undefined) this.#refuse(key, 'Required');
    return sent ?? before ?? '';
  }

  /** The ids of a list, each of which must be known. */
  ids(key: string, known: (id: number) => boolean): number[] | undefined {
    const sent = this.body[key];
    if (sent === undefined) return undefined;
    if (!Array.isArray(sent) || sent.some((id) => typeof id !== 'number'))
      return this.#refuse(key, "Expected an array of 'integer'");
    const strange = (sent as number[]).find((id) => !known(id));
    return strange === undefined ? [...new Set(sent as number[])] : this.#refuse(key, `Option '${strange}' does not exist`);
  }

  /** E-mails, phones or messengers: objects only, at most one primary. [] empties the list. */
  contacts(key: string): Contact[] | undefined {
    const sent = this.body[key];
    if (sent === undefined) return undefined;
    if (!Array.isArray(sent)) return this.#refuse(key, "Expected 'array'");
    const contacts: Contact[] = [];
    for (const [n, entry] of (sent as unknown[]).entries()) {
      if (typeof entry !== 'object' || entry === null) return this.#refuse(`${key}.${n}`, "Expected 'object'");
      const { value, primary = false, label = 'work', ...rest } = entry as Body;
      const strange = Object.keys(rest)[0];
      if (strange !== undefined) return this.#refuse(`${key}.${n}`, notAllowed(strange));
      if (typeof value !== 'string') return this.#refuse(`${key}.${n}.value`, "Expected 'string'");
      if (typeof primary !== 'boolean') return this.#refuse(`${key}.${n}.primary`, "Expected 'boolean'");
      if (typeof label !== 'string') return this.#refuse(`${key}.${n}.label`, "Expected 'string'");
      contacts.push({ value, primary, label });
    }
    if (contacts.filter((contact) => contact.primary).length > 1) return this.#refuse(key, 'Only one primary value is allowed');
    return withOnePrimary(contacts);
  }

  /** The object of custom fields. One nested in itself upsets the real server, so it does here. */
  customFields(): Body | undefined {
    const sent = this.body['custom_fields'];
    if (sent === undefined) return undefined;
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
      return this.#refuse('custom_fields', "Expected 'object'");
    if ('custom_fields' in sent) throw new Refusal(internalError, 'custom_fields in custom_fields');
    return sent as Body;
  }

  #refuse(key: string, problem: string): undefined {
    this.problems.add(key, problem);
    return undefined;
  }
}
