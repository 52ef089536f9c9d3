import type { Account, Session } from '../../account/types.ts';
import type { DoublesFinder, Doubles as Found, Pair } from '../../model/doubles/finder.ts';
import { usualLimits } from '../../model/doubles/limits.ts';
import type { Folded } from '../../model/doubles/row.ts';
import type { Doubles } from '../../kinds/doubles.ts';
import type { Kind } from '../../kinds/index.ts';
import type { PipedriveRecord, RecordId } from '../../model/record.ts';
import { isCancelled } from '../shared/problems.ts';

/** What finds doubles, loaded with the first search and not when the extension starts. */
interface Finding {
  readonly finder: () => DoublesFinder;
  readonly fold: (record: PipedriveRecord) => Folded;
  readonly anew: (pair: Pair, record: PipedriveRecord) => Pair | undefined;
}

/** Milliseconds between two looks at what was found: nobody reads faster, and each costs time. */
const pause = 400;

const nothing: Found = { pairs: [], total: 0, crowds: [] };

/** One search for doubles through all records of a kind. What was found stays when it is stopped or fails, and it can go on from there. */
export class Search {
  readonly account: Account;
  readonly kind: Kind;
  readonly #doubles: Doubles;
  #finding: Finding | undefined;
  /** What brings records together; let go of at the end, since it is large. */
  #finder: DoublesFinder | undefined;
  #found = nothing;
  #cursor: string | undefined;
  #read = 0;
  #tokens = 0;
  #phase: 'reading' | 'stopped' | 'failed' | 'done' = 'reading';
  #error: unknown;
  readonly #gone = new Set<RecordId>();
  readonly #changed = new Map<RecordId, PipedriveRecord>();

  constructor(account: Account, kind: Kind, doubles: Doubles) {
    this.account = account;
    this.kind = kind;
    this.#doubles = doubles;
  }

  get phase(): 'reading' | 'stopped' | 'failed' | 'done' {
    return this.#phase;
  }

  /** Why it failed. */
  get error(): unknown {
    return this.#error;
  }

  /** How many records were read. */
  get read(): number {
    return this.#read;
  }

  /** The API tokens that were used meanwhile. */
  get tokens(): number {
    return this.#tokens;
  }

  /** Values that too many records share, the largest crowd first. */
  get crowds(): Found['crowds'] {
    return this.#found.crowds;
  }

  /** How many pairs could not be kept, the least likely. */
  get left(): number {
    return this.#found.total - this.#found.pairs.length;
  }

  /** Whether this many records may share a value before it says nothing. */
  get crowd(): number {
    return usualLimits.crowd;
  }

  /**
   * Reads on to the end, or until the signal is aborted. Never rejects: what went wrong is its state.
   * @param told called from time to time, when there is more to show
   */
  async run(session: Session, signal: AbortSignal, told: () => void): Promise<void> {
    this.#phase = 'reading';
    const used = session.api.budget.used - this.#tokens;
    let looked = 0;
    try {
      this.#finding ??= await this.#load(session, signal);
      const finder = (this.#finder ??= this.#finding.finder());
      do {
        const page = await this.#doubles.scan(session, { signal, ...(this.#cursor !== undefined && { cursor: this.#cursor }) });
        for (const record of page.items) finder.add(this.#finding.fold(record));
        this.#cursor = page.next;
        this.#read = finder.read;
        this.#tokens = session.api.budget.used - used;
        if (Date.now() - looked < pause) continue;
        looked = Date.now();
        this.#found = finder.found();
        told();
      } while (this.#cursor !== undefined && !signal.aborted);
      this.#phase = this.#cursor === undefined ? 'done' : 'stopped';
    } catch (error) {
      this.fail(error);
    }
    this.#tokens = session.api.budget.used - used;
    this.#found = this.#finder?.found() ?? this.#found;
    if (this.#phase === 'done') this.#finder = undefined;
  }

  /** It ends here, by an error or because somebody cancelled; what was found stays. */
  fail(error: unknown): void {
    this.#phase = isCancelled(error) ? 'stopped' : 'failed';
    this.#error = error;
  }

  /** The pairs as they are now, the likeliest first. */
  pairs(): readonly Pair[] {
    const { pairs } = this.#found;
    if (this.#gone.size === 0 && this.#changed.size === 0) return pairs;
    return pairs.flatMap((pair) => this.#now(pair) ?? []);
  }

  /** A record is gone, and its pairs with it. */
  remove(id: RecordId): void {
    this.#gone.add(id);
  }

  /** A record has changed; its pairs are named anew, and go where nothing is shared any more. */
  change(record: PipedriveRecord): void {
    this.#changed.set(record.id, record);
  }

  async #load({ api }: Session, signal: AbortSignal): Promise<Finding> {
    const [{ DoublesFinder: Finder, fold, pairAnew, phoneFolding }, me] = await Promise.all([
      import('../../model/doubles/index.ts'),
      api.me({ signal }),
    ]);
    const foldPhone = phoneFolding(me.companyCountry);
    const folded = (record: PipedriveRecord) => fold(this.#doubles.row(record), foldPhone);
    return { finder: () => new Finder(), fold: folded, anew: (pair, record) => pairAnew(pair, folded(record)) };
  }

  #now(pair: Pair): Pair | undefined {
    const ids = [pair.survivor.id, pair.absorbed.id];
    if (ids.some((id) => this.#gone.has(id))) return undefined;
    let now: Pair | undefined = pair;
    for (const id of ids) {
      const record = this.#changed.get(id);
      if (record && now) now = this.#finding?.anew(now, record);
    }
    return now;
  }
}
