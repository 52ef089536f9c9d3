import type { Session } from '../account/types.ts';
import type { CallOptions, ListOptions } from '../api/types.ts';
import type { Page, PipedriveRecord, RecordId } from '../model/record.ts';
import type { RelatedItem } from '../model/related.ts';
import type { Chosen, FilterChoice } from './listed/listed.ts';

/** A stage of a board: what its cards stand in. */
export interface Stage {
  readonly id: string;
  /** Empty where it has no name. */
  readonly label: string;
  readonly board: RecordId;
}

/** A card of a board: a deal. */
export interface Card extends RelatedItem {
  readonly stage: string;
  readonly board: RecordId;
  readonly value: number;
  readonly currency: string;
  /** Path of its page in Pipedrive. */
  readonly path: string;
}

/** How many cards a stage has, and what they are worth: one amount where Pipedrive converted it, else one a currency. */
export interface StageTotal {
  readonly count: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Stages that have no cards are not among them. */
export type StageTotals = ReadonlyMap<string, StageTotal>;

/** Whose cards a board shows; the first is shown until somebody chooses. */
export interface Whose {
  readonly id: string;
  /** `Everyone’s deals`. */
  readonly label: string;
  /** A codicon's name. */
  readonly icon: string;
  /** What it asks for; absent where one of several is picked. */
  readonly chosen?: (this: void, session: Session) => Promise<Chosen>;
  readonly choices?: (this: void, session: Session) => Promise<readonly FilterChoice[]>;
}

/** What a person chose of what a board can show. */
export interface BoardChoice {
  /** Names one of `Board.whose`. */
  readonly whose: string;
  readonly chosen: Chosen;
  /** What totals are converted to; absent for the company's own currency. */
  readonly currency?: string;
}

/**
 * Records that are boards: stages, and cards that are moved from one to another.
 * Each function throws `PipedriveError`.
 */
export interface Board {
  readonly words: {
    /** With their number: `{0} deal`, `{0} deals`. */
    readonly counted: readonly [one: string, several: string];
    /** Of the command that chooses whose are shown: `Whose Deals…`. */
    readonly whose: string;
    readonly noStages: string;
    readonly noCards: string;
    /** What a stage leaves out, said below its cards. */
    readonly note?: string;
  };
  readonly whose: readonly Whose[];
  stages(session: Session, board: RecordId, options?: CallOptions): Promise<readonly Stage[]>;
  /** The stages as a record tells them; none where it does not. */
  stagesIn(record: PipedriveRecord): readonly Stage[] | undefined;
  cards(session: Session, stage: Stage, choice: BoardChoice, options?: ListOptions): Promise<Page<Card>>;
  totals(session: Session, board: RecordId, choice: BoardChoice, options?: CallOptions): Promise<StageTotals>;
  /** A card as it is now. */
  card(session: Session, id: string, options?: CallOptions): Promise<Card>;
  /** Puts a card into a stage, of this board or another. One update; doing it again changes nothing more. */
  move(session: Session, card: Card, to: Stage, options?: CallOptions): Promise<Card>;
  /** All boards with their stages, to move a card to. */
  places(
    session: Session,
    options?: CallOptions,
  ): Promise<readonly { readonly board: PipedriveRecord; readonly stages: readonly Stage[] }[]>;
}
