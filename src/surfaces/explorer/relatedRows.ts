import { historyOf } from '../../kinds/history/asList.ts';
import type { Related } from '../../kinds/related/related.ts';
import type { Records } from '../../kinds/records.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { HangingChoices } from './hangingChoices.ts';
import { Listing } from './listing.ts';
import type { Node, RecordNode, RelatedNode } from './nodes.ts';
import { failureRows, rowsOf, type Run } from './rows.ts';

export interface RelatedRowsParts {
  readonly of: RecordNode;
  readonly records: Records;
  readonly run: Run;
  /** What is shown of the lists; absent for what is usual. */
  readonly hanging?: HangingChoices | undefined;
}

/** What hangs off one record as rows: a heading for each list, which is asked for when it is opened. */
export class RelatedRows {
  readonly #of: RecordNode;
  readonly #records: Records;
  readonly #run: Run;
  readonly #hanging: HangingChoices | undefined;
  readonly #nodes: readonly RelatedNode[];
  /** The record read by itself, for the counts that a row of a list lacks. */
  #whole: PipedriveRecord | undefined;

  constructor({ of, records, run, hanging }: RelatedRowsParts) {
    this.#hanging = hanging;
    this.#of = of;
    this.#records = records;
    this.#run = run;
    const history = historyOf(of.kind);
    this.#nodes = [...(of.kind.related ?? []), ...(history ? [history] : [])].map((related) => this.#node(related));
  }

  async rows(): Promise<Node[]> {
    const problem = await this.#complete();
    for (const node of this.#nodes) node.count = this.#countOf(node);
    return [...problem, ...this.#nodes];
  }

  async rowsUnder(node: RelatedNode): Promise<Node[]> {
    const { id, related, listing } = node;
    await listing.load();
    const { none, note } = related.words;
    const rows = rowsOf<RelatedItem>(listing, {
      id,
      node: (item) => ({ type: 'attached', id: `${id}/${item.id}`, list: node, item }),
      empty: () => [{ type: 'empty', id: `${id}?empty`, of: { words: { none } } }],
      run: (load) => this.#run(node, load),
    });
    if (note !== undefined && !listing.failure) rows.push({ type: 'note', id: `${id}?note`, text: note });
    const count = this.#countOf(node);
    if (count !== node.count) {
      node.count = count;
      // What stands behind the heading is known only now.
      void this.#run(node, async () => undefined);
    }
    return rows;
  }

  /** Reads again what is open. */
  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    this.#whole = undefined;
    const open: Promise<void>[] = [];
    for (const node of this.#nodes) {
      if (!node.listing.opened) continue;
      if (isOpen(this.#of) && isOpen(node)) open.push(node.listing.reload());
      else node.listing.markStale();
    }
    await Promise.all(open);
  }

  dispose(): void {
    for (const { listing } of this.#nodes) listing.cancel();
  }

  #node(related: Related): RelatedNode {
    const node: RelatedNode = {
      type: 'related',
      id: `${this.#of.id}/list:${related.id}`,
      of: this.#of,
      related,
      listing: this.#listing(related, () => node.chosen),
      chosen: this.#hanging?.of(this.#of.kind, related) ?? {},
      choose: async (chosen) => {
        const { opened } = node.listing;
        node.listing.cancel();
        node.chosen = { ...node.chosen, ...chosen };
        // Anew, since no page of the other list continues this one.
        node.listing = this.#listing(related, () => node.chosen);
        node.count = this.#countOf(node);
        await this.#hanging?.keep(this.#of.kind, related, node.chosen);
        await this.#run(node, async () => (opened ? node.listing.load() : undefined));
      },
    };
    return node;
  }

  #listing(related: Related, chosen: () => RelatedNode['chosen']): Listing<RelatedItem> {
    const { account } = this.#of;
    return new Listing<RelatedItem>({
      page: async ({ signal, cursor }) =>
        related.list(await this.#records.session(account.id), this.#record(), {
          chosen: chosen(),
          ...(signal && { signal }),
          ...(cursor !== undefined && { cursor }),
        }),
      key: ({ id }) => id,
      whole: false,
    });
  }

  /** The record as it is known, with what only a reading of it told. */
  #record(): PipedriveRecord {
    const { record } = this.#of;
    return this.#whole ? { ...record, values: { ...this.#whole.values, ...record.values } } : record;
  }

  /** How many the chosen list has: counted where all of them are loaded, else as the record says. */
  #countOf({ related, chosen, listing }: RelatedNode): number | undefined {
    if (listing.total !== undefined) return listing.total;
    const count = this.#record().values[countKey(related, chosen) ?? ''];
    return typeof count === 'number' ? count : undefined;
  }

  /** Reads the record once, where its row lacks the counts that it has by itself. */
  async #complete(): Promise<Node[]> {
    const { id, kind, account, record } = this.#of;
    const keys = (kind.related ?? []).flatMap((related) => countKey(related, {}) ?? []);
    if (!kind.counted || this.#whole || keys.every((key) => key in record.values)) return [];
    try {
      this.#whole = await this.#records.get({ accountId: account.id, kind, id: record.id });
      return [];
    } catch (error) {
      return failureRows(`${id}?counts`, error, () => this.#run(this.#of, async () => undefined));
    }
  }
}

/** Key of the value that counts what is listed as it was chosen; none where nobody counts that. */
function countKey({ choices = [], countKey: whole }: Related, chosen: RelatedNode['chosen']): string | undefined {
  const counting = choices.find(({ options }) => options.some((option) => option.countKey !== undefined));
  if (!counting) return whole;
  const { options } = counting;
  return (options.find(({ id }) => id === chosen[counting.id]) ?? options[0])?.countKey;
}
