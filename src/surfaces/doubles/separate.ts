import type { Kept, Shelf, Shelves } from '../../account/shelf.ts';
import type { RecordId } from '../../model/record.ts';

/** Two records that somebody said are two. Their names are kept to show them. */
export interface Separated {
  readonly kindId: string;
  readonly ids: readonly [RecordId, RecordId];
  readonly names: readonly [string, string];
}

/** So many pairs are remembered; the oldest go. */
const most = 5_000;

/** Names a pair, whichever of the two comes first. */
export const pairKey = (kindId: string, ids: readonly [RecordId, RecordId]): string =>
  `${kindId}/${ids.map(String).toSorted().join('+')}`;

/** The pairs that are kept separate, remembered for each account on this computer. */
export class KeptSeparate {
  readonly #shelf: Shelf<Separated>;
  #accountId = '';
  #known = new Map<string, Kept<Separated>>();

  constructor(shelves: Shelves) {
    this.#shelf = shelves.shelf('separate', most);
  }

  /** Reads what is remembered of an account, also by another window. */
  async read(accountId: string): Promise<void> {
    const kept = await this.#shelf.all(accountId);
    this.#accountId = accountId;
    this.#known = new Map(kept.map((each) => [pairKey(each.value.kindId, each.value.ids), each]));
  }

  has(key: string): boolean {
    return this.#known.has(key);
  }

  /** Those of a kind, the latest first. */
  of(kindId: string): readonly Kept<Separated>[] {
    return [...this.#known.values()].filter(({ value }) => value.kindId === kindId).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  }

  async add(value: Separated): Promise<void> {
    const key = pairKey(value.kindId, value.ids);
    if (this.#known.has(key)) return;
    this.#known.set(key, { id: await this.#shelf.add(this.#accountId, value), value });
  }

  async remove({ id, value }: Kept<Separated>): Promise<void> {
    await this.#shelf.remove(this.#accountId, id);
    this.#known.delete(pairKey(value.kindId, value.ids));
  }
}
