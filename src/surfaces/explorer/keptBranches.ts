import type { Records } from '../../kinds/records.ts';
import type { KeptEntry, KeptSearches } from '../shared/keptSearches.ts';
import { Branch } from './branch.ts';
import type { Node } from './nodes.ts';

/** The kept searches above a kind's list, each a branch of its own. */
export class KeptBranches {
  readonly #of: Branch;
  readonly #records: Records;
  readonly #searches: KeptSearches;
  readonly #branches = new Map<string, Branch>();

  constructor(of: Branch, records: Records, searches: KeptSearches) {
    this.#of = of;
    this.#records = records;
    this.#searches = searches;
  }

  get all(): readonly Branch[] {
    return [...this.#branches.values()];
  }

  /** Their rows, as they are kept now. What of them was loaded stays. */
  async rows(): Promise<Node[]> {
    const { account, kind } = this.#of;
    const kept = kind.search ? (await this.#searches.of(account.id)).filter(({ value }) => value.kindId === kind.id) : [];
    const ids = new Set(kept.map(({ id }) => id));
    for (const [id, branch] of this.#branches) {
      if (ids.has(id)) continue;
      branch.dispose();
      this.#branches.delete(id);
    }
    return kept.map((entry) => this.#branch(entry).group);
  }

  /** Reads one of them again. Answers its row; none where it is no such, or was never opened. */
  async refresh(id: string): Promise<Node | undefined> {
    const branch = this.#branches.get(id);
    if (!branch) return undefined;
    await branch.listing.reload();
    return branch.group;
  }

  dispose(): void {
    for (const branch of this.all) branch.dispose();
  }

  #branch(entry: KeptEntry): Branch {
    const known = this.#branches.get(entry.id);
    if (known) return known;
    const branch = new Branch(this.#of.kind, this.#of.account, this.#records, { kept: entry, hanging: this.#of.hanging });
    this.#branches.set(entry.id, branch);
    return branch;
  }
}
