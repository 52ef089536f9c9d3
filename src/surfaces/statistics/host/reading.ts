import { EventEmitter, l10n, type Disposable } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import type { Asked, Numbers, Reckoning, Step } from '../../../kinds/statistics.ts';
import { comparedTo, dayOf, type Period } from '../../../model/period.ts';
import type { PipedriveRecord } from '../../../model/record.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { Refusal } from '../../shared/problems.ts';
import type { Choice } from '../messages.ts';
import { daysOf, firstChoice } from './choice.ts';

/** The numbers of a choice as they were read. */
export interface Result {
  readonly choice: Choice;
  readonly period: Period;
  readonly before?: Period;
  readonly user: Asked;
  readonly steps: readonly Step[];
  readonly now: Numbers;
  readonly earlier?: Numbers;
  /** When, by this computer's clock. */
  readonly time: Date;
}

export type Stand =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: PipedriveError }
  | { readonly phase: 'ready'; readonly result: Result };

/** The statistics of one record: what is chosen, and what was read. */
export class Reading implements Disposable {
  readonly address: RecordAddress;
  readonly reckoning: Reckoning;
  readonly #room: DocumentRoom;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #heard: Disposable;
  #reading: AbortController | undefined;
  record: PipedriveRecord | undefined;
  users: readonly Asked[] = [];
  /** Whose token it is; 0 until it is known. */
  mine = 0;
  choice: Choice = firstChoice;
  /** Whether a choice was made or recalled. */
  chosen = false;
  stand: Stand = { phase: 'loading' };

  constructor(address: RecordAddress, room: DocumentRoom) {
    const { statistics } = address.kind;
    if (!statistics) throw new TypeError(`${address.kind.id} has no statistics`);
    this.address = address;
    this.reckoning = statistics;
    this.#room = room;
    this.#heard = room.documents.records.onDidChange(({ address: { accountId, kind, id }, record }) => {
      if (!record || kind !== address.kind || id !== address.id || accountId !== address.accountId) return;
      this.record = record;
      this.#changed.fire();
    });
  }

  /** The days and the user that the choice comes to now. */
  get period(): Period {
    return daysOf(this.choice, dayOf(new Date()));
  }

  get userId(): number {
    return this.choice.userId ?? this.mine;
  }

  /** Reads the numbers of another choice. What was being read is given up. */
  async choose(choice: Choice): Promise<void> {
    this.chosen = true;
    this.choice = choice;
    await this.load();
  }

  /** Reads the numbers. What cannot be read is told by `stand`. */
  async load(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#stands({ phase: 'loading' });
    try {
      const result = await this.#read(reading.signal);
      if (!reading.signal.aborted) this.#stands({ phase: 'ready', result });
    } catch (error) {
      if (reading.signal.aborted) return;
      if (!PipedriveError.is(error)) throw error;
      this.#stands({ phase: 'failed', error });
    }
  }

  /** Gives up what is being read, and tells nobody any more. */
  dispose(): void {
    this.#reading?.abort();
    this.#heard.dispose();
    this.#changed.dispose();
  }

  async #read(signal: AbortSignal): Promise<Result> {
    const { address, reckoning, choice } = this;
    const { records } = this.#room.documents;
    const session = await records.session(address.accountId);
    const [{ users, mine }, record] = await Promise.all([
      reckoning.users(session, { signal }),
      this.record ?? address.kind.get(session, address.id, { signal }),
    ]);
    Object.assign(this, { users, mine, record });
    if (!signal.aborted) this.#changed.fire();
    const { period, userId } = this;
    const before = comparedTo(choice.comparison, period, choice.against);
    const of = (days: Period) => reckoning.numbers(session, address.id, { ...days, userId }, { signal });
    const [steps, now, earlier] = await Promise.all([
      reckoning.steps(session, address.id, { signal }),
      of(period),
      before && of(before),
    ]);
    const user = users.find(({ id }) => id === userId) ?? { id: userId, name: l10n.t('User {0}', userId) };
    return { choice, period, user, steps, now, time: new Date(), ...(before && earlier && { before, earlier }) };
  }

  #stands(stand: Stand): void {
    this.stand = stand;
    this.#changed.fire();
  }
}

/** The numbers that are shown. @throws Refusal while there are none */
export function shown({ stand }: Reading): Result {
  if (stand.phase === 'ready') return stand.result;
  throw new Refusal(l10n.t('There are no numbers to see yet. Wait until they are read, then try again.'));
}
