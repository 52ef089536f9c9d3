import { EventEmitter, type Disposable } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { RecordAddress, RecordChange } from '../../../kinds/records.ts';
import type { Field } from '../../../model/field.ts';
import { mergePlan, type MergeRow } from '../../../model/mergePlan.ts';
import type { PipedriveRecord } from '../../../model/record.ts';
import type { DocumentRoom } from '../../document/index.ts';
import type { MergeChoice, MergeNotice } from '../messages.ts';
import type { Pair } from './address.ts';
import { snapshotOf, type KeptSnapshot, type Snapshots } from './snapshots.ts';

/** One of the two records as it was read. */
export interface Side {
  readonly address: RecordAddress;
  readonly record: PipedriveRecord;
  /** Names behind the ids among its values, by field key; they come when they come. */
  readonly names: Readonly<Record<string, string>>;
}

/** Where the merge stands. */
export type Stand =
  | { readonly phase: 'loading' }
  /** One of the two is gone. */
  | { readonly phase: 'gone'; readonly address: RecordAddress }
  | { readonly phase: 'failed'; readonly error: PipedriveError }
  | { readonly phase: 'ready' }
  /** The answer was lost, and it could not be found out either. */
  | { readonly phase: 'unknown'; readonly error: PipedriveError }
  | { readonly phase: 'done'; readonly snapshot: KeptSnapshot };

/** Two records side by side, and what a person chose about them. Reads; it writes nothing. */
export class Rehearsal implements Disposable {
  readonly room: DocumentRoom;
  readonly #snapshots: Snapshots;
  readonly #given: Pair;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #heard: Disposable;
  readonly #report: (error: unknown) => void;
  #turned = false;
  #ticked: ReadonlySet<string> = new Set();
  #sides: readonly Side[] = [];
  stand: Stand = { phase: 'loading' };
  /** Done once the reading that was begun last is. */
  loaded: Promise<void> = Promise.resolve();
  fields: readonly Field[] = [];
  /** What went otherwise than wanted, until the next try. */
  notice: MergeNotice | undefined;
  /** Whether a choice was made or recalled. */
  chosen = false;
  /** It is being merged or asked about; what is heard meanwhile is our own doing. */
  busy = false;

  constructor(given: Pair, room: DocumentRoom, snapshots: Snapshots, report: (error: unknown) => void) {
    this.#given = given;
    this.room = room;
    this.#snapshots = snapshots;
    this.#report = report;
    this.#heard = room.documents.records.onDidChange((change) => this.#hear(change));
    this.load().catch(report);
  }

  /** The two in the direction that is chosen. */
  get pair(): Pair {
    const { absorbed, survivor } = this.#given;
    return this.#turned ? { absorbed: survivor, survivor: absorbed } : this.#given;
  }

  /** Both as they were read; `undefined` before that. */
  get sides(): { readonly absorbed: Side; readonly survivor: Side } | undefined {
    const of = ({ id }: RecordAddress) => this.#sides.find(({ address }) => address.id === id);
    const [absorbed, survivor] = [of(this.pair.absorbed), of(this.pair.survivor)];
    return absorbed && survivor && { absorbed, survivor };
  }

  get plan(): readonly MergeRow[] {
    const { sides, fields } = this;
    const joins = this.pair.survivor.kind.merge?.joins ?? (() => false);
    return sides ? mergePlan({ fields, joins }, sides.survivor.record.values, sides.absorbed.record.values, this.#ticked) : [];
  }

  get choice(): MergeChoice {
    return { turned: this.#turned, ticked: [...this.#ticked] };
  }

  /** Takes over a choice: a person's, or what was chosen before the window was reloaded. */
  recall({ turned, ticked }: MergeChoice): void {
    this.chosen = true;
    this.#turned = turned;
    this.#ticked = new Set(ticked);
    this.changed();
  }

  /** Turns the direction round. The ticks meant the other one's values. */
  turn(): void {
    if (!this.busy) this.recall({ turned: !this.#turned, ticked: [] });
  }

  tick(keys: readonly string[]): void {
    if (!this.busy) this.recall({ turned: this.#turned, ticked: keys });
  }

  changed(): void {
    this.#changed.fire();
  }

  /** Reads both. What cannot be read is told by `stand`. */
  load(): Promise<void> {
    this.stand = { phase: 'loading' };
    this.changed();
    this.loaded = this.read().then(() => this.changed());
    return this.loaded;
  }

  /** Reads both again. @returns what was shown before; none where they cannot be shown now */
  async read(): Promise<readonly Side[] | undefined> {
    const { absorbed, survivor } = this.pair;
    const { records } = this.room.documents;
    const before = this.#sides;
    try {
      const [one, other, known] = await Promise.all([
        records.find(absorbed),
        records.find(survivor),
        records.fields(survivor.kind, survivor.accountId),
      ]);
      this.fields = known.filter((field) => survivor.kind.merge?.takesPart(field));
      if (!one || !other) return await this.#gone(one ? survivor : absorbed);
      this.#sides = [this.#side(absorbed, one), this.#side(survivor, other)];
      this.stand = { phase: 'ready' };
      void this.#name().catch(this.#report);
      return before;
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      this.stand = { phase: 'failed', error };
      return undefined;
    }
  }

  dispose(): void {
    this.#heard.dispose();
    this.#changed.dispose();
  }

  /** One that we merged ourselves is gone because of that. */
  async #gone(address: RecordAddress): Promise<undefined> {
    const { absorbed, survivor } = this.pair;
    const other = address === absorbed ? survivor : absorbed;
    const snapshot = await snapshotOf(this.#snapshots, { absorbed: address, survivor: other });
    this.stand = snapshot ? { phase: 'done', snapshot } : { phase: 'gone', address };
  }

  #side(address: RecordAddress, record: PipedriveRecord): Side {
    const known = this.#sides.find((side) => side.address.id === address.id);
    return { address, record, names: known?.names ?? record.names };
  }

  /** Until they come, and where they cannot be read, the ids stand for them. */
  async #name(): Promise<void> {
    try {
      const of = async (side: Side): Promise<Side> => {
        const names = await this.room.documents.names.of(side.address.accountId, this.fields, side.record);
        return { ...side, names };
      };
      const named = await Promise.all(this.#sides.map(of));
      this.#sides = this.#sides.map((side) => ({
        ...side,
        names: named.find(({ record }) => record === side.record)?.names ?? side.names,
      }));
      this.changed();
    } catch (error) {
      // The request path has logged it; the next reading asks again.
      if (!PipedriveError.is(error)) throw error;
    }
  }

  /** A write that was made here. What is done, or not known, is not asked about again for it. */
  #hear({ address, change, record }: RecordChange): void {
    const of = Object.values(this.#given).find(({ id }) => id === address.id);
    if (this.busy || of?.kind !== address.kind || of.accountId !== address.accountId) return;
    const { phase } = this.stand;
    if (phase === 'gone' && change === 'created') void this.load().catch(this.#report);
    if (phase !== 'ready') return;
    if (change === 'removed') this.stand = { phase: 'gone', address };
    else if (record) this.#adopt(record);
    this.changed();
  }

  #adopt(record: PipedriveRecord): void {
    this.#sides = this.#sides.map((side) => {
      if (side.address.id !== record.id) return side;
      // An update's answer leaves out what Pipedrive only counts when asked.
      return { ...side, record: { ...record, values: { ...side.record.values, ...record.values } } };
    });
    void this.#name().catch(this.#report);
  }
}
