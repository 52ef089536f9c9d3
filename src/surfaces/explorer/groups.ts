import type { BoardChoice } from '../../kinds/board.ts';
import type { Grouping, Heading, Query } from '../../kinds/listed/listed.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { Account } from '../../account/types.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import type { HangingChoices } from './hangingChoices.ts';
import { Listing } from './listing.ts';
import type { GroupNode, HeadingNode, Node } from './nodes.ts';
import { RecordRows } from './recordRows.ts';
import { rowsOf, type Run } from './rows.ts';

export interface GroupsParts {
  readonly kind: Kind;
  readonly account: Account;
  readonly records: Records;
  readonly grouping: Grouping;
  /** Headings that the person named. */
  readonly own: readonly string[];
  readonly group: GroupNode;
  /** The list of what a heading asks for. */
  readonly list: (query: Query) => Listing<PipedriveRecord>;
  /** The whole list, which headings that ask for nothing pick theirs out of. */
  readonly whole: RecordRows;
  /** What stands in place of no headings. */
  readonly empty: () => readonly Node[];
  readonly choice?: BoardChoice | undefined;
  readonly hanging?: HangingChoices | undefined;
}

/** A list under headings: each asks for its records when it is opened. */
export class Groups {
  readonly #parts: GroupsParts;
  readonly #headings: Listing<Heading>;
  readonly #nodes = new Map<string, HeadingNode>();
  readonly #rows = new Map<string, RecordRows>();

  constructor(parts: GroupsParts) {
    const { records, account, grouping, own } = parts;
    this.#parts = parts;
    this.#headings = new Listing<Heading>({
      page: async (options) => grouping.headings(await records.session(account.id), own, options),
      key: ({ id }) => id,
      whole: false,
    });
  }

  get opened(): boolean {
    return this.#headings.opened;
  }

  /** Whether its headings pick their records out of one list. */
  get #isLocal(): boolean {
    return this.#parts.grouping.keys.length === 0;
  }

  async rows(run: Run): Promise<Node[]> {
    const { group, grouping, whole, empty } = this.#parts;
    if (this.#isLocal) {
      const rows = await whole.rows(run);
      // Nothing to put under headings, or something to say about the whole.
      if (whole.listing.failure || whole.listing.size === 0) return rows;
    }
    await this.#headings.load();
    const rows = rowsOf(this.#headings, {
      id: group.id,
      node: (heading) => this.#node(heading),
      ...(this.#isLocal && {
        keep: ({ id }: Heading) => whole.listing.items.some((record) => grouping.headingOf(record) === id),
      }),
      empty,
      run: (load) => run(group, load),
    });
    if (grouping.open) rows.push({ type: 'another', id: `${group.id}?another`, kind: group.kind });
    if (grouping.note !== undefined) rows.push({ type: 'note', id: `${group.id}?note`, text: grouping.note });
    return rows;
  }

  /** Reads again the headings and what is open under them. */
  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    const local = this.#isLocal ? [this.#parts.whole.listing.reload()] : [];
    await Promise.all([this.#headings.reload(), ...local]);
    for (const heading of this.#headings.items) if (this.#nodes.has(heading.id)) this.#node(heading);
    const opened = [...this.#rows].filter(([, { listing }]) => listing.opened);
    await Promise.all(
      opened.map(async ([id, rows]) => {
        const node = this.#nodes.get(id);
        const open = node !== undefined && isOpen(node);
        if (!this.#isLocal && !open) return rows.listing.markStale();
        if (!this.#isLocal) await rows.listing.reload();
        if (open) await rows.refreshUnder(isOpen);
      }),
    );
  }

  /** Takes in a changed record: it moves to its heading. Answers the node to update, or whether all is to be shown anew. */
  updated(record: PipedriveRecord): Node | boolean {
    if (this.#isLocal) return this.#parts.whole.listing.replace(record);
    const key = String(record.id);
    const { headingOf } = this.#parts.grouping;
    const to = headingOf(record);
    const here = [...this.#rows].find(([, { listing }]) => listing.get(key));
    if (!here) return false;
    const [id, rows] = here;
    const before = rows.listing.get(key);
    // Pipedrive may have it under another heading than its values tell: an Ä under A. There it stays.
    const stays = to === undefined || to === id || (before !== undefined && to === headingOf(before));
    if (stays) return rows.replace(record) ?? false;
    rows.listing.remove(key);
    this.#rows.get(to ?? '')?.listing.add(record);
    return true;
  }

  /** A new record stands on top of its heading, where that is open. */
  added(record: PipedriveRecord): boolean {
    if (this.#isLocal) return this.#parts.whole.listing.add(record);
    return this.#rows.get(this.#parts.grouping.headingOf(record) ?? '')?.listing.add(record) ?? false;
  }

  removed(key: string): boolean {
    if (this.#isLocal) return this.#parts.whole.listing.remove(key);
    return [...this.#rows.values()].map(({ listing }) => listing.remove(key)).includes(true);
  }

  /** All lists that were asked for. */
  lists(): readonly RecordRows[] {
    return this.#isLocal ? [this.#parts.whole] : [...this.#rows.values()].filter(({ listing }) => listing.opened);
  }

  /** The records of the heading that a record belongs under, where that was opened. */
  rowsWith(record: PipedriveRecord): RecordRows | undefined {
    return this.#rows.get(this.#parts.grouping.headingOf(record) ?? '');
  }

  dispose(): void {
    this.#headings.cancel();
    for (const rows of this.#rows.values()) rows.dispose();
  }

  #node(heading: Heading): HeadingNode {
    const { group, kind, account, grouping } = this.#parts;
    const known = this.#nodes.get(heading.id);
    if (known) {
      known.heading = heading;
      return known;
    }
    const node: HeadingNode = { type: 'heading', id: `${group.id}/${grouping.id}:${heading.id}`, kind, account, group, heading };
    this.#nodes.set(heading.id, node);
    return node;
  }

  /** The records under a heading, not asked for yet where it was not opened. */
  rowsOf(node: HeadingNode): RecordRows {
    const { heading } = node;
    const known = this.#rows.get(heading.id);
    if (known) return known;
    const { kind, account, records, grouping, whole, list, choice, hanging } = this.#parts;
    const rows = new RecordRows({
      ...{ kind, account, records, under: node, choice, hanging },
      listing: this.#isLocal ? whole.listing : list(heading.query ?? {}),
      ...(this.#isLocal && { keep: (record: PipedriveRecord) => grouping.headingOf(record) === heading.id }),
      empty: () => [{ type: 'empty', id: `${node.id}?empty`, of: { words: { none: kind.listed?.none ?? kind.words.none } } }],
    });
    this.#rows.set(heading.id, rows);
    return rows;
  }
}
