import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable chance: the same seed gives the same account every time. */
export class Random {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from low to high, both included. */
  int(low: number, high: number): number {
    return uniformInt(this.#generator, low, high);
  }

  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Some of the items, in their order, at least one. */
  some<Item>(items: readonly Item[], percent: number): Item[] {
    const picked = items.filter(() => this.chance(percent));
    return picked.length > 0 ? picked : [this.pick(items)];
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.int(0, 0xffffff).toString(16).padStart(6, '0');
    return text.slice(0, length);
  }
}
