import { HashIndex } from './hashIndex.ts';
import { alike, slipKeys } from './slips.ts';

/** Folded names and which of them are alike but for a slip, each name once however many have it. */
export class NearNames {
  readonly #most: number;
  readonly #names: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #near = new Map<number, number[]>();
  readonly #index = new HashIndex();
  #compared = 0;

  /** @param most names with one key that are looked at; what is nearer to more than that is no slip */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many names were held against another. */
  get compared(): number {
    return this.#compared;
  }

  /** Takes a name in, and answers the names that are alike. */
  add(name: string): readonly string[] {
    const known = this.#places.get(name);
    const place = known ?? this.#take(name);
    return (this.#near.get(place) ?? []).map((other) => this.#names[other] ?? '');
  }

  #take(name: string): number {
    const place = this.#names.push(name) - 1;
    this.#places.set(name, place);
    const candidates = new Set<number>();
    for (const key of slipKeys(name)) for (const other of this.#index.add(key, place, this.#most)) candidates.add(other);
    for (const other of candidates) {
      this.#compared += 1;
      if (!alike(name, this.#names[other] ?? '')) continue;
      this.#link(place, other);
      this.#link(other, place);
    }
    return place;
  }

  #link(from: number, to: number): void {
    const near = this.#near.get(from) ?? [];
    if (near.length < this.#most) this.#near.set(from, [...near, to]);
  }
}
