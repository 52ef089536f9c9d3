import type { Board, BoardChoice, Card, Stage, StageTotal } from '../../kinds/board.ts';
import type { Moved } from '../../kinds/moves.ts';
import type { Records } from '../../kinds/records.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { Listing } from './listing.ts';
import type { Node, RecordNode, StageNode } from './nodes.ts';
import { failureRows, rowsOf, type Run } from './rows.ts';

export interface BoardRowsParts {
  readonly of: RecordNode;
  readonly board: Board;
  readonly choice: BoardChoice;
  readonly records: Records;
  readonly run: Run;
}

/** A board as rows: its stages with what they hold, and the cards of each, asked for when it is opened. */
export class BoardRows {
  readonly #parts: BoardRowsParts;
  readonly #stages: Listing<Stage>;
  readonly #totals: Listing<readonly [stage: string, total: StageTotal]>;
  readonly #nodes = new Map<string, StageNode>();

  constructor(parts: BoardRowsParts) {
    const { of, board, choice } = parts;
    this.#parts = parts;
    this.#stages = new Listing({
      page: async (options) => ({ items: await board.stages(await this.#session(), of.record.id, call(options)), misfits: [] }),
      key: ({ id }) => id,
      whole: true,
    });
    this.#totals = new Listing({
      page: async (options) => ({
        items: [...(await board.totals(await this.#session(), of.record.id, choice, call(options)))],
        misfits: [],
      }),
      key: ([id]) => id,
      whole: true,
    });
  }

  async rows(): Promise<Node[]> {
    const { of, board, run } = this.#parts;
    await Promise.all([this.#stages.load(), this.#totals.load()]);
    const rows = rowsOf(this.#stages, {
      id: of.id,
      node: (stage) => this.#node(stage),
      empty: () => [{ type: 'empty', id: `${of.id}?empty`, of: { words: { none: board.words.noStages } } }],
      run: (load) => run(of, load),
    });
    this.#forgetGone();
    const { failure } = this.#totals;
    if (!failure || this.#stages.failure) return rows;
    const again = () => run(of, () => this.#totals.retry());
    return [...failureRows(`${of.id}?totals`, failure.error, again), ...rows];
  }

  /** The cards of a stage. */
  async rowsUnder(node: StageNode): Promise<Node[]> {
    const { board, run } = this.#parts;
    const { id, listing } = node;
    await listing.load();
    const { noCards, note } = board.words;
    const rows = rowsOf<Card>(listing, {
      id,
      node: (card) => ({ type: 'card', id: `${id}/${card.id}`, in: node, card }),
      empty: () => [{ type: 'empty', id: `${id}?empty`, of: { words: { none: noCards } } }],
      run: (load) => run(node, load),
    });
    if (note !== undefined && !listing.failure) rows.push({ type: 'note', id: `${id}?note`, text: note });
    return rows;
  }

  /** Reads again what is open. */
  async refresh(isOpen: (node: Node) => boolean): Promise<void> {
    if (!this.#stages.opened) return;
    if (!isOpen(this.#parts.of)) {
      for (const listing of [this.#stages, this.#totals, ...this.#cards()]) listing.markStale();
      return;
    }
    const open = [...this.#nodes.values()].map(async (node) => {
      if (node.listing.opened && isOpen(node)) await node.listing.reload();
      else node.listing.markStale();
    });
    await Promise.all([this.#stages.reload(), this.#totals.reload(), ...open]);
  }

  /** The board as a save's answer told it: its stages are read again where they are others now. */
  renew(record: PipedriveRecord): void {
    const told = this.#parts.board.stagesIn(record);
    const names = (stages: readonly Stage[]) => stages.map(({ id, label }) => `${id} ${label}`).join('\n');
    if (told && names(told) !== names(this.#stages.items)) this.#stages.markStale();
  }

  /** Shows moved cards where they stand now, without reading them again; totals follow, or are read again once. */
  async moved(all: readonly Moved[]): Promise<void> {
    const { of, run, choice } = this.#parts;
    const here = (card: Card): boolean => String(card.board) === String(of.record.id);
    const mine = all.filter(({ before, now }) => here(before) || here(now));
    if (mine.length === 0 || !this.#stages.opened) return;
    const currency = choice.currency ?? of.account.currency;
    let exact = true;
    for (const { before, now } of mine) {
      if (here(before)) this.#nodes.get(before.stage)?.listing.remove(before.id);
      if (here(now)) this.#nodes.get(now.stage)?.listing.add(now);
      if (here(before)) this.#count(before, -1, currency);
      if (here(now)) this.#count(now, 1, currency);
      // Only Pipedrive knows its rates.
      exact &&= now.value === 0 || now.currency === currency;
    }
    await run(of, async () => (exact ? undefined : this.#totals.reload()));
  }

  dispose(): void {
    for (const listing of [this.#stages, this.#totals, ...this.#cards()]) listing.cancel();
  }

  #session() {
    const { records, of } = this.#parts;
    return records.session(of.account.id);
  }

  #cards(): readonly Listing<Card>[] {
    return [...this.#nodes.values()].map(({ listing }) => listing);
  }

  /** @param by one more, or one less */
  #count({ stage, value, currency }: Card, by: 1 | -1, into: string): void {
    const known = this.#totals.get(stage) ?? (by > 0 ? ([stage, { count: 0, values: {} }] as const) : undefined);
    if (!known || this.#totals.total === undefined) return;
    const { count, values } = known[1];
    const worth = currency === into ? { [into]: (values[into] ?? 0) + by * value } : {};
    const total = [stage, { count: Math.max(0, count + by), values: { ...values, ...worth } }] as const;
    if (!this.#totals.replace(total)) this.#totals.add(total);
  }

  #node(stage: Stage): StageNode {
    const { of, board, choice } = this.#parts;
    const known = this.#nodes.get(stage.id);
    const total = this.#totals.total === undefined ? undefined : (this.#totals.get(stage.id)?.[1] ?? { count: 0, values: {} });
    if (known) return Object.assign(known, { stage, total });
    const node: StageNode = {
      type: 'stage',
      id: `${of.id}/stage:${stage.id}`,
      of,
      stage,
      total,
      listing: new Listing<Card>({
        page: async (options) => board.cards(await this.#session(), node.stage, choice, options),
        key: ({ id }) => id,
        whole: false,
      }),
    };
    this.#nodes.set(stage.id, node);
    return node;
  }

  /** Nodes of stages that a refresh no longer found. */
  #forgetGone(): void {
    for (const [id, { listing }] of this.#nodes) {
      if (this.#stages.get(id)) continue;
      listing.cancel();
      this.#nodes.delete(id);
    }
  }
}

const call = ({ signal }: { readonly signal?: AbortSignal }) => (signal ? { signal } : {});
