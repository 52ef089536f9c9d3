import type { Deal, Person, User } from './records.ts';
import { describeDeal, describePerson } from './describe.ts';

/** One value of a record that changed. */
export interface Change {
  id: number;
  /** The name of the field in version 1. */
  key: string;
  before: string | null;
  after: string | null;
  userId: number;
  time: number;
  source: 'app' | 'api';
}

/** One follower who came or went. */
export interface FollowerChange {
  id: number;
  action: 'added' | 'removed';
  actorId: number;
  followerId: number;
  time: number;
}

interface Tracked {
  person: Person;
  deal: Deal;
}

/** What the company did with a record before anybody looked. */
export type Past = { [K in keyof Tracked]: (record: Tracked[K]) => Change[] };

const describe: { [K in keyof Tracked]: (record: Tracked[K]) => ReadonlyMap<string, string | null> } = {
  person: describePerson,
  deal: describeDeal,
};

const firstNewId = 500_000_001;

/**
 * What was changed, record by record. The past of the made-up records is made up when it is
 * first asked for, or when the record changes, since it must end in what the record held.
 */
export class History {
  readonly #past: Past;
  readonly #changes = new Map<string, Change[]>();
  readonly #followers = new Map<string, FollowerChange[]>();
  #lastId = firstNewId;

  constructor(past: Past) {
    this.#past = past;
  }

  /** The changes of a record, the latest first. */
  of<Kind extends keyof Tracked>(kind: Kind, record: Tracked[Kind]): Change[] {
    const changes = this.#changes.get(`${kind} ${record.id}`) ?? this.#past[kind](record);
    return changes.toSorted((a, b) => b.time - a.time || b.id - a.id);
  }

  /** Keeps what differs between a record before and after. */
  add<Kind extends keyof Tracked>(kind: Kind, before: Tracked[Kind], after: Tracked[Kind], user: User, time: number): void {
    const name = `${kind} ${before.id}`;
    const changes = this.#changes.get(name) ?? this.#past[kind](before);
    const old = describe[kind](before);
    const now = describe[kind](after);
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const values = { before: old.get(key) ?? null, after: now.get(key) ?? null };
      if (values.before === values.after) continue;
      this.#lastId += 1;
      changes.push({ id: this.#lastId, key, ...values, userId: user.id, time, source: 'api' });
    }
    this.#changes.set(name, changes);
  }

  /** The followers of an item who came and went, the latest first. */
  followersOf(item: string): readonly FollowerChange[] {
    return (this.#followers.get(item) ?? []).toReversed();
  }

  addFollower(item: string, change: Omit<FollowerChange, 'id'>): void {
    this.#lastId += 1;
    const changes = this.#followers.get(item) ?? [];
    changes.push({ id: this.#lastId, ...change });
    this.#followers.set(item, changes);
  }
}
