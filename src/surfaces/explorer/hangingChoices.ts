import type { Kind } from '../../kinds/index.ts';
import type { Related } from '../../kinds/related/related.ts';
import { isObject } from '../../model/isObject.ts';

/** Where the choices are kept, from window to window. */
export interface KeptChoices {
  get(): unknown;
  set(chosen: unknown): Promise<void>;
}

type Chosen = Readonly<Record<string, string>>;

const keyOf = (kind: Kind, related: Related): string => `${kind.id}/${related.id}`;

/**
 * What was chosen last of each list that hangs off a kind's records: every record whose lists are shown from then on
 * begins with it. A record that is open already stays as it is, since reading its lists again would cost.
 */
export class HangingChoices {
  readonly #kept: KeptChoices;

  constructor(kept: KeptChoices) {
    this.#kept = kept;
  }

  /** The chosen options by their choices; what the list does not offer is left out. */
  of(kind: Kind, related: Related): Chosen {
    const kept = this.#all[keyOf(kind, related)];
    if (!isObject(kept)) return {};
    const offered = (related.choices ?? []).filter(({ id, options }) => options.some((option) => option.id === kept[id]));
    return Object.fromEntries(offered.map(({ id }) => [id, String(kept[id])]));
  }

  async keep(kind: Kind, related: Related, chosen: Chosen): Promise<void> {
    await this.#kept.set({ ...this.#all, [keyOf(kind, related)]: chosen });
  }

  get #all(): Readonly<Record<string, unknown>> {
    const all = this.#kept.get();
    return isObject(all) ? all : {};
  }
}
