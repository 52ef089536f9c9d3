import type { Session } from '../account/types.ts';
import type { CallOptions, Conversion, Movement, Planned, Span } from '../api/types.ts';
import type { RecordId } from '../model/record.ts';

/** A step of what the numbers are about: a stage. */
export interface Step {
  readonly id: number;
  /** Empty where it has no name. */
  readonly label: string;
}

/** The numbers of one period. */
export interface Numbers {
  readonly conversion: Conversion;
  readonly movement: Movement;
}

/** Somebody whose numbers can be asked for. */
export interface Asked {
  readonly id: number;
  readonly name: string;
}

/** What stands behind a number: a deal. */
export interface Behind {
  readonly id: RecordId;
  /** Empty where it has none. */
  readonly title: string;
  readonly value: number | undefined;
  readonly currency: string;
  /** What it has become: `open`, `won`, `lost`, `deleted`. */
  readonly status: string;
  readonly stageId: number | undefined;
  readonly ownerId: number | undefined;
  /** Path of its page in Pipedrive. */
  readonly path: string;
}

/**
 * What Pipedrive reckons of a record over time. Words are English, for `vscode.l10n.t`. Each function throws
 * `PipedriveError`.
 */
export interface Reckoning {
  readonly words: {
    /** Of the command that shows it. */
    readonly show: string;
    /** The question which record is meant. */
    readonly which: string;
  };
  /** What a reading takes, in one period or two. */
  readonly plan: (this: void, periods: number) => readonly Planned[];
  /** Who can be asked about, and whose token it is: whose numbers are given where nobody is named. */
  users(session: Session, options?: CallOptions): Promise<{ readonly users: readonly Asked[]; readonly mine: number }>;
  steps(session: Session, id: RecordId, options?: CallOptions): Promise<readonly Step[]>;
  numbers(session: Session, id: RecordId, span: Span, options?: CallOptions): Promise<Numbers>;
  /** How many `behind` reads at once. */
  readonly mostBehind: number;
  /** By their ids, in their order; those that are gone or not to be seen are left out. */
  behind(session: Session, ids: readonly number[], options?: CallOptions): Promise<readonly Behind[]>;
  /** What is open in a step now. @param cursor `next` of the page before */
  inStep(
    session: Session,
    id: RecordId,
    of: { readonly stepId: number; readonly userId: number; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<{ readonly items: readonly Behind[]; readonly next?: string }>;
  /** A codicon's name by what it has become. */
  readonly iconOf: (this: void, behind: Behind) => string;
}
