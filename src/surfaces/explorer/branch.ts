import * as l10n from '@vscode/l10n';
import type { Account } from '../../account/types.ts';
import type { ListOptions } from '../../api/types.ts';
import type { BoardChoice } from '../../kinds/board.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Query } from '../../kinds/listed/listed.ts';
import { groupingOf, holds, queryOf, type Shown, usualShown } from '../../kinds/listed/shown.ts';
import type { Moving } from '../../kinds/moves.ts';
import type { Records } from '../../kinds/records.ts';
import { mostIds } from '../../kinds/searching.ts';
import type { Page, PipedriveRecord } from '../../model/record.ts';
import type { KeptEntry } from '../shared/keptSearches.ts';
import { Groups } from './groups.ts';
import type { HangingChoices } from './hangingChoices.ts';
import { Listing } from './listing.ts';
import type { CollectionNode, GroupNode, HeadingNode, KeptNode, Node, RecordNode, RelatedNode, StageNode } from './nodes.ts';
import { RecordRows } from './recordRows.ts';
import type { Run } from './rows.ts';

/** Stands where none of a kept search are left. */
const noneLeft = { words: { none: l10n.t('None of these are there any more') } };

/** How a branch shows its records. */
export interface BranchHow {
  readonly shown?: Shown | undefined;
  readonly choice?: BoardChoice | undefined;
  readonly kept?: KeptEntry;
  /** What of the lists that hang off its records is shown; absent for what is usual. */
  readonly hanging?: HangingChoices | undefined;
}

/** One kind's part of a tree, for one account: all of its records, or those of a search that was kept. */
export class Branch {
  readonly kind: Kind;
  readonly account: Account;
  readonly group: GroupNode | KeptNode;
  readonly #records: Records;
  readonly #plain: RecordRows;
  readonly #groups: Groups | undefined;
  readonly #shown: Shown;
  readonly #choice: BoardChoice | undefined;
  readonly hanging: HangingChoices | undefined;

  /** @param how how its list is shown, and its records that are boards; or else the search whose records these are */
  constructor(kind: Kind, account: Account, records: Records, how: BranchHow = {}) {
    const { kept, choice, hanging, shown = usualShown(kept ? {} : (kind.listed ?? {})) } = how;
    this.kind = kind;
    this.account = account;
    this.#records = records;
    this.#shown = shown;
    this.#choice = choice;
    this.hanging = hanging;
    const id = `${account.id}/${kind.folder}`;
    const listing = kept ? this.#listOf(kept) : this.#list({});
    const group: GroupNode = { type: 'group', id, kind };
    this.group = kept ? { type: 'kept', id: `${id}?search=${kept.id}`, kind, kept, listing } : group;
    const empty = () => this.#emptyRows();
    this.#plain = new RecordRows({ kind, account, records, listing, under: this.group, empty, choice, hanging });
    const grouping = groupingOf(kind.listed, shown);
    if (!grouping) return;
    const list = (query: Query) => this.#list(query);
    this.#groups = new Groups({
      ...{ kind, account, records, grouping, own: shown.own, group, list, whole: this.#plain, empty, choice, hanging },
    });
  }

  /** Whether it was ever asked to load. */
  get opened(): boolean {
    return this.#groups?.opened ?? this.#plain.listing.opened;
  }

  /** Whether some of what it shows could not be read. */
  get failed(): boolean {
    return this.#lists().some(({ listing }) => listing.failure !== undefined);
  }

  /** How many records there are in all, where that is known. */
  get total(): number | undefined {
    return this.#groups ? undefined : this.#plain.listing.total;
  }

  /** All of its records in one list; those of a kept search. */
  get listing(): Listing<PipedriveRecord> {
    return this.#plain.listing;
  }

  /** The records that are loaded, wherever they stand. */
  get loaded(): readonly PipedriveRecord[] {
    return this.#lists().flatMap(({ listing }) => listing.items);
  }

  /** What the group opens to: the records, or the headings that they are under. */
  async rows(run: Run): Promise<Node[]> {
    const { kind, group } = this;
    const rows = await (this.#groups ?? this.#plain).rows(run);
    const choice = this.#choice;
    if (choice && kind.board && choice.whose !== kind.board.whose[0]?.id) {
      return [{ type: 'narrowed', id: `${group.id}?whose`, kind, choice }, ...rows];
    }
    if (!this.#isFiltered) return rows;
    return [{ type: 'filtered', id: `${group.id}?filtered`, kind, shown: this.#shown }, ...rows];
  }

  get #isFiltered(): boolean {
    return Object.keys(this.#shown.filters).length > 0;
  }

  /** What a heading, a record, one of its collections or of its stages opens to. */
  async rowsUnder(node: HeadingNode | RecordNode | CollectionNode | RelatedNode | StageNode, run: Run): Promise<Node[]> {
    if (node.type === 'heading') return (await this.#groups?.rowsOf(node).rows(run)) ?? [];
    const { within } = node.type === 'record' ? node : node.of;
    const rows = within ? this.#groups?.rowsOf(within) : this.#plain;
    return (await rows?.rowsUnder(node, run)) ?? [];
  }

  /** Reads again what is open; `isOpen` tells which nodes show what is under them. */
  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    if (!this.opened) return;
    if (this.#groups) return this.#groups.refresh(isOpen);
    await this.#plain.listing.reload();
    await this.#plain.refreshUnder(isOpen);
  }

  /** Takes in a record as a write's answer told it. Answers the node to update, or `true` for the whole branch. */
  apply(change: 'created' | 'updated' | 'removed', key: string, record: PipedriveRecord | undefined): Node | boolean {
    const { listing } = this.#plain;
    if (change === 'removed' || !record) return this.#groups ? this.#groups.removed(key) : listing.remove(key);
    if (change === 'created') {
      // What is new was not among what a search has found.
      if (this.group.type === 'kept' || this.holds(record) === false) return false;
      return this.#groups ? this.#groups.added(record) : listing.add(record);
    }
    return this.#groups ? this.#groups.updated(record) : (this.#plain.replace(record) ?? false);
  }

  /** Shows cards that were moved where they stand now. */
  async moved(moving: Moving): Promise<void> {
    if (moving.kind !== this.kind || moving.accountId !== this.account.id) return;
    await Promise.all(this.#lists().map((rows) => rows.moved(moving)));
  }

  /** Whether its filters leave a record in; undefined where its values do not tell. */
  holds(record: PipedriveRecord): boolean | undefined {
    return holds(this.kind.listed, this.#shown, record);
  }

  /** The node of a record, which is put on top where it is not among those that are loaded; none while none are. */
  nodeOf(record: PipedriveRecord): RecordNode | undefined {
    return (this.#groups ? this.#groups.rowsWith(record) : this.#plain)?.nodeOf(record);
  }

  /** The row nearest to some that are about to go; none where they are all there is. */
  beside(rows: readonly RecordNode[]): RecordNode | undefined {
    const within = rows[0]?.within;
    return (within ? this.#groups?.rowsOf(within) : this.#plain)?.beside(rows);
  }

  dispose(): void {
    this.#plain.dispose();
    this.#groups?.dispose();
  }

  #lists(): readonly RecordRows[] {
    return this.#groups ? this.#groups.lists() : [this.#plain];
  }

  /** A list of the records as they are shown. @param query asks for a part of them */
  #list(part: Query): Listing<PipedriveRecord> {
    const query = { ...queryOf(this.kind.listed, this.#shown), ...part };
    const asked = Object.keys(query).length > 0 ? { query } : {};
    return new Listing<PipedriveRecord>({
      page: (options) => this.#records.list(this.kind, this.account.id, { ...options, ...asked }),
      key: (record) => String(record.id),
      whole: this.kind.listsWhole ?? false,
    });
  }

  #listOf(kept: KeptEntry): Listing<PipedriveRecord> {
    return new Listing({ page: (options) => this.#pageOf(kept, options), key: ({ id }) => String(id), whole: true });
  }

  /** A hundred of a kept search's records, in its order. */
  async #pageOf({ value: { ids } }: KeptEntry, { cursor, ...options }: ListOptions): Promise<Page<PipedriveRecord>> {
    const from = Number(cursor ?? 0);
    const asked = ids.slice(from, from + mostIds);
    const found = await this.#records.byIds(this.kind, this.account.id, asked, options);
    const place = new Map<unknown, number>(asked.map((id, index) => [id, index]));
    const items = found.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
    const next = from + mostIds;
    return { items, misfits: [], ...(next < ids.length && { next: String(next) }) };
  }

  #emptyRows(): Node[] {
    const { kind, group } = this;
    if (group.type === 'kept') return [{ type: 'empty', id: `${group.id}?empty`, of: noneLeft }];
    if (this.#isFiltered) {
      const none = kind.listed?.none ?? kind.words.none;
      return [
        { type: 'empty', id: `${group.id}?empty`, of: { words: { none } } },
        { type: 'clear', id: `${group.id}?clear`, kind },
      ];
    }
    const empty: Node = { type: 'empty', id: `${group.id}?empty`, of: kind };
    return kind.create ? [empty, { type: 'create', id: `${group.id}?create`, kind }] : [empty];
  }
}
