import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** So many files are read at once: a computer may open a thousand and no more. */
const atOnce = 50;

/** One thing on a shelf. */
export interface Kept<T> {
  /** Names it on its shelf; the later one is the greater. */
  readonly id: string;
  readonly value: T;
}

/**
 * What is kept of accounts' records on this computer: saves to take back, records before a merge, pairs that are no doubles.
 * Each thing lies in a file of its own, so that two windows never write over one another's. All of an account's goes when it
 * signs out.
 */
export class Shelves {
  readonly #folder: string;
  readonly #isKnown: (accountId: string) => boolean;
  /** What is being put on each account's shelves, and accounts that are being forgotten. */
  readonly #adding = new Map<string, Set<Promise<unknown>>>();
  readonly #forgetting = new Map<string, Promise<void>>();

  /**
   * @param folder where the extension may keep files, which other users of this computer cannot read
   * @param isKnown whether an account is signed in: nothing is kept of another, whoever began while it was
   */
  constructor(folder: string, isKnown: (accountId: string) => boolean = () => true) {
    this.#folder = join(folder, 'kept');
    this.#isKnown = isKnown;
  }

  /**
   * A shelf of things of one sort.
   *
   * @param most the oldest go once there are more
   */
  shelf<T>(name: string, most: number): Shelf<T> {
    return new Shelf<T>(
      (accountId) => join(this.#of(accountId), name),
      most,
      (accountId, add) => this.#unlessForgetting(accountId, add),
    );
  }

  /** Removes all that is kept of an account, and what is being put there. */
  async forgetAccount(accountId: string): Promise<void> {
    const running = this.#forgetting.get(accountId);
    if (running) return running;
    const forgetting = this.#forget(accountId).finally(() => this.#forgetting.delete(accountId));
    this.#forgetting.set(accountId, forgetting);
    return forgetting;
  }

  async #forget(accountId: string): Promise<void> {
    // What is half written would be there again after its folder has gone.
    await Promise.allSettled([...(this.#adding.get(accountId) ?? [])]);
    await rm(this.#of(accountId), { recursive: true, force: true });
  }

  /** Does not begin where the account is being forgotten, or is. */
  async #unlessForgetting(accountId: string, add: () => Promise<void>): Promise<void> {
    if (this.#forgetting.has(accountId) || !this.#isKnown(accountId)) return;
    const adding = add();
    const all = this.#adding.get(accountId) ?? new Set();
    this.#adding.set(accountId, all.add(adding));
    try {
      await adding;
    } finally {
      all.delete(adding);
    }
  }

  #of(accountId: string): string {
    return join(this.#folder, encodeURIComponent(accountId).replaceAll('.', '%2E'));
  }
}

export class Shelf<T> {
  readonly #folder: (accountId: string) => string;
  readonly #most: number;
  readonly #turn: (accountId: string, add: () => Promise<void>) => Promise<void>;
  #last = 0;

  /** @param turn begins what is put on the shelf, or not */
  constructor(
    folder: (accountId: string) => string,
    most: number,
    turn: (accountId: string, add: () => Promise<void>) => Promise<void>,
  ) {
    this.#folder = folder;
    this.#most = most;
    this.#turn = turn;
  }

  /** Puts a thing on the shelf, unless its account is being forgotten. Answers the id it is known by. */
  async add(accountId: string, value: T): Promise<string> {
    this.#last = Math.max(this.#last + 1, Date.now());
    const id = `${String(this.#last).padStart(15, '0')}-${crypto.randomUUID().slice(0, 8)}`;
    await this.#turn(accountId, () => this.#add(accountId, id, value));
    return id;
  }

  async #add(accountId: string, id: string, value: T): Promise<void> {
    const folder = this.#folder(accountId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${id}.json`);
    // What is half written must not look whole.
    await writeFile(`${file}.part`, JSON.stringify(value), { mode: 0o600 });
    await rename(`${file}.part`, file);
    const ids = await this.#ids(accountId);
    for (const old of ids.slice(this.#most)) await this.remove(accountId, old);
  }

  /** All that is on the shelf, the latest first; what cannot be read any longer is left out. */
  async all(accountId: string): Promise<readonly Kept<T>[]> {
    const ids = await this.#ids(accountId);
    const read: (T | undefined)[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      read.push(...(await Promise.all(some.map((id) => this.get(accountId, id)))));
    }
    return ids.flatMap((id, place) => {
      const value = read[place];
      return value === undefined ? [] : [{ id, value }];
    });
  }

  /** One thing; none where it is gone, by another window or by being the oldest. */
  async get(accountId: string, id: string): Promise<T | undefined> {
    try {
      return JSON.parse(await readFile(this.#file(accountId, id), 'utf8')) as T;
    } catch (error) {
      if (isMissing(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  async remove(accountId: string, id: string): Promise<void> {
    await rm(this.#file(accountId, id), { force: true });
  }

  /** The latest first. */
  async #ids(accountId: string): Promise<readonly string[]> {
    try {
      const names = await readdir(this.#folder(accountId));
      return names
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .toSorted()
        .toReversed();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  #file(accountId: string, id: string): string {
    return join(this.#folder(accountId), `${encodeURIComponent(id)}.json`);
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
