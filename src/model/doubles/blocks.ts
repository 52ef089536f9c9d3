/** Who shares a value with whom. Most values belong to one alone, who costs no list. */
export class Blocks<T extends object> {
  readonly #most: number;
  readonly #members = new Map<string, T | T[]>();
  readonly #crowded = new Map<string, number>();

  /** @param most members of a value that still says something; a value that more have is kept count of and no more */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a member in, and answers those that had the value before; none where it is crowded. */
  add(value: string, member: T): readonly T[] {
    const held = this.#members.get(value);
    if (held === undefined) {
      this.#members.set(value, member);
      return [];
    }
    const crowd = this.#crowded.get(value);
    if (crowd !== undefined) {
      this.#crowded.set(value, crowd + 1);
      return [];
    }
    const before = Array.isArray(held) ? held : [held];
    if (before.length < this.#most) this.#members.set(value, [...before, member]);
    else {
      this.#crowded.set(value, before.length + 1);
      this.#members.set(value, []);
      return [];
    }
    return before;
  }

  /** Those who have the value; none where it is crowded. */
  of(value: string): readonly T[] {
    const held = this.#members.get(value);
    return held === undefined ? [] : Array.isArray(held) ? held : [held];
  }

  /** How many have the value. */
  count(value: string): number {
    return this.#crowded.get(value) ?? this.of(value).length;
  }

  /** Values that too many have, with their number. */
  get crowded(): ReadonlyMap<string, number> {
    return this.#crowded;
  }
}
